import type { DeskCopy } from '../../shared/model/copy.ts'
import type { InEach } from '../../shared/model/window-language.ts'
import type { DeskRefusalCode } from '../desk/refused.ts'

interface Words {
  readonly title: string
  readonly heading: string
  /** Why, by its code; "" where the desk's own message is in this language and says it. */
  readonly why: Readonly<Record<DeskRefusalCode, string>>
  readonly advice: Readonly<Record<DeskRefusalCode, string>>
  /** Where the page itself cannot open a backup. */
  readonly backupsElsewhere: string
  readonly noBackups: string
  readonly backups: string
  readonly again: string
  readonly occasions: Readonly<Record<DeskCopy['occasion'], string>>
  readonly trouble: (reason: string) => string
  readonly content: (stories: number, last: string | null, size: string) => string
  readonly open: string
  readonly openLabel: (moment: string) => string
  readonly confirmTitle: string
  readonly confirm: (moment: string) => string
  readonly notInIt: (content: string) => string
  /** @param folder as HTML */
  readonly setAside: (folder: string) => string
  readonly openThis: string
  readonly back: string
  readonly openingTitle: string
  readonly opening: string
  readonly stoppedTitle: string
  readonly stopped: string
  readonly stoppedWhy: string
  readonly startAgain: string
  /** HTML. */
  readonly ifAgain: string
}

export const refusalWords: InEach<Words> = {
  en: {
    title: 'the desk cannot be opened',
    heading: 'The desk cannot be opened',
    why: { locked: '', network: '', newer: '', damaged: '', readOnly: '', full: '' },
    advice: {
      locked: 'Close the other Stet, then try again.',
      network:
        'A desk has to lie on a disk of this computer. Move the folder to one, or name another folder with --desk, then start Stet again.',
      newer: 'Get the newest Stet and open the desk with that. Nothing in the folder was changed.',
      damaged:
        'Nothing of it was changed. Open a backup below: the damaged database is then set aside in the folder “set-aside”, never deleted.',
      readOnly: 'Make the folder writable, or name another one with --desk, then try again.',
      full: 'Make room on the disk, then try again. Nothing in the folder was changed.',
    },
    backupsElsewhere:
      'Nothing of it was changed. The command “stet backup list” names its backups, and “stet restore” opens one; the damaged database is then set aside, never deleted.',
    noBackups:
      'There is no backup in its folder. Keep the whole folder safe: what can still be read of the database is in it.',
    backups: 'Backups',
    again: 'Try again',
    occasions: {
      start: 'as Stet was started',
      day: 'at the start of a day',
      import: 'before an import',
      asked: 'asked for',
      migration: 'before a newer Stet changed it',
      rescue: 'what could be rescued',
      setAside: 'set aside',
    },
    trouble: (reason) => `cannot be opened: ${reason}`,
    content: (stories, last, size) =>
      `${stories} ${stories === 1 ? 'story' : 'stories'}, ${last === null ? 'nothing done in it' : `last change ${last}`}, ${size}`,
    open: 'Open this backup…',
    openLabel: (moment) => `Open the backup of ${moment}`,
    confirmTitle: 'open a backup',
    confirm: (moment) => `Open the backup of ${moment}?`,
    notInIt: (content) => `${content}. What was done after that is not in it.`,
    setAside: (folder) =>
      `The database that cannot be opened is set aside in ${folder}, folder “set-aside”, byte for byte.`,
    openThis: 'Open this backup',
    back: 'Back',
    openingTitle: 'opening the desk',
    opening: 'Opening the desk…',
    stoppedTitle: 'the desk has stopped',
    stopped: 'The desk has stopped',
    stoppedWhy:
      'The part of Stet that keeps your stories stopped several times within a minute, so it was not started again. Nothing that was saved is lost.',
    startAgain: 'Start it again',
    ifAgain:
      'If it stops again, close Stet and run <code>stet verify</code>. The log, under Help, says where it stopped.',
  },
  de: {
    title: 'der Desk lässt sich nicht öffnen',
    heading: 'Der Desk lässt sich nicht öffnen',
    why: {
      locked: 'Ein anderes Stet oder ein anderes Programm hat ihn schon geöffnet.',
      network: 'Er liegt auf einem Netzlaufwerk; auf dessen Sperren ist kein Verlass.',
      newer: 'Ein neueres Stet hat ihn geschrieben.',
      damaged: 'Seine Datenbank ist beschädigt.',
      readOnly: 'In seinen Ordner lässt sich nicht schreiben.',
      full: 'Der Datenträger, auf dem er liegt, ist voll.',
    },
    advice: {
      locked: 'Schließen Sie das andere Stet und versuchen Sie es dann erneut.',
      network:
        'Ein Desk gehört auf einen Datenträger dieses Computers. Verschieben Sie den Ordner dorthin, oder nennen Sie mit --desk einen anderen, und starten Sie Stet dann neu.',
      newer:
        'Besorgen Sie sich das neueste Stet und öffnen Sie den Desk damit. Im Ordner wurde nichts geändert.',
      damaged:
        'Geändert wurde daran nichts. Öffnen Sie unten eine Sicherung: Die beschädigte Datenbank wird dann im Ordner „set-aside“ beiseitegelegt, nie gelöscht.',
      readOnly:
        'Machen Sie den Ordner beschreibbar, oder nennen Sie mit --desk einen anderen, und versuchen Sie es dann erneut.',
      full: 'Schaffen Sie Platz auf dem Datenträger und versuchen Sie es dann erneut. Im Ordner wurde nichts geändert.',
    },
    backupsElsewhere:
      'Geändert wurde daran nichts. Der Befehl „stet backup list“ nennt die Sicherungen, „stet restore“ öffnet eine; die beschädigte Datenbank wird dann beiseitegelegt, nie gelöscht.',
    noBackups:
      'In seinem Ordner liegt keine Sicherung. Bewahren Sie den ganzen Ordner auf: Was von der Datenbank noch lesbar ist, liegt darin.',
    backups: 'Sicherungen',
    again: 'Erneut versuchen',
    occasions: {
      start: 'beim Start von Stet',
      day: 'an einem neuen Tag',
      import: 'vor einem Import',
      asked: 'auf Wunsch',
      migration: 'vor der Umstellung auf ein neueres Stet',
      rescue: 'was zu retten war',
      setAside: 'beiseitegelegt',
    },
    trouble: (reason) => `lässt sich nicht öffnen: ${reason}`,
    content: (stories, last, size) =>
      `${stories} ${stories === 1 ? 'Beitrag' : 'Beiträge'}, ${last === null ? 'ohne jede Änderung' : `letzte Änderung ${last}`}, ${size}`,
    open: 'Diese Sicherung öffnen …',
    openLabel: (moment) => `Sicherung vom ${moment} öffnen`,
    confirmTitle: 'eine Sicherung öffnen',
    confirm: (moment) => `Sicherung vom ${moment} öffnen?`,
    notInIt: (content) => `${content}. Was danach geschah, ist nicht darin.`,
    setAside: (folder) =>
      `Die Datenbank, die sich nicht öffnen lässt, wird in ${folder} im Ordner „set-aside“ beiseitegelegt, Byte für Byte.`,
    openThis: 'Diese Sicherung öffnen',
    back: 'Zurück',
    openingTitle: 'der Desk wird geöffnet',
    opening: 'Der Desk wird geöffnet …',
    stoppedTitle: 'der Desk ist ausgefallen',
    stopped: 'Der Desk ist ausgefallen',
    stoppedWhy:
      'Der Teil von Stet, der Ihre Beiträge verwahrt, ist innerhalb einer Minute mehrmals ausgefallen und wurde deshalb nicht wieder gestartet. Von dem, was gespeichert war, ist nichts verloren.',
    startAgain: 'Neu starten',
    ifAgain:
      'Fällt er wieder aus, schließen Sie Stet und führen Sie <code>stet verify</code> aus. Wo er ausfiel, sagt das Fehlerprotokoll unter Hilfe.',
  },
}
