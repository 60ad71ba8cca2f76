import type { InEach } from '../../shared/model/window-language.ts'
import { inSpoken } from './speech.ts'

const english = {
  stoppedOften: 'The desk stopped several times within a minute.',
  stoppedOftenDetail:
    'What was saved is safe. What was written last is still in this window, and goes to the desk when it runs again.',
  startAgain: 'Start it again',
  notNow: 'Not now',
  windowStopped: 'This window stopped several times within a minute.',
  windowStoppedDetail: 'Everything that was saved is at the desk. The log, under Help, says more.',
  showAgain: 'Show it again',
  closeIt: 'Close it',
  notSaved: 'What was written last in this window is not saved.',
  notSavedDetail: (reason: string) =>
    `${reason} If you close it anyway, the words that are not saved are lost.`,
  saveAgain: 'Save again',
  closeAnyway: 'Close anyway',
  keepOpen: 'Keep open',
  noAnswer: 'The window does not answer.',
  stories: 'Stories',
  allFiles: 'All files',
  notOpened: (name: string) => `“${name}” could not be opened.`,
  fileNotSaved: (name: string) => `“${name}” could not be saved.`,
  noSuggestions: 'No suggestions',
  learn: (word: string) => `Add “${word}” to the dictionary`,
  plainPaste: 'Paste without formatting',
  problems: {
    missing: 'There is no such file or folder any more. Choose another one.',
    forbidden: 'You may not read or write there. Choose another place, or change its permissions.',
    readOnly: 'That disk can only be read. Choose another place.',
    isFolder: 'That is a folder. Choose a file.',
    full: 'The disk is full. Make room on it, or choose another one.',
    busy: 'Another program has it open. Close it there and try again.',
    tooLarge: (megabytes: number) => `It is larger than the ${megabytes} MB that the desk takes.`,
    other: 'Stet’s log says more. Nothing at the desk was changed; try it again.',
  },
}

const german: typeof english = {
  stoppedOften: 'Der Desk ist innerhalb einer Minute mehrmals ausgefallen.',
  stoppedOftenDetail:
    'Was gespeichert war, ist sicher. Was zuletzt geschrieben wurde, steht noch in diesem Fenster und kommt an den Desk, sobald er wieder läuft.',
  startAgain: 'Neu starten',
  notNow: 'Nicht jetzt',
  windowStopped: 'Dieses Fenster ist innerhalb einer Minute mehrmals ausgefallen.',
  windowStoppedDetail:
    'Alles Gespeicherte liegt am Desk. Mehr sagt das Fehlerprotokoll, zu finden unter Hilfe.',
  showAgain: 'Wieder zeigen',
  closeIt: 'Schließen',
  notSaved: 'Was in diesem Fenster zuletzt geschrieben wurde, ist nicht gespeichert.',
  notSavedDetail: (reason) =>
    `${reason} Wenn Sie es trotzdem schließen, gehen die nicht gespeicherten Worte verloren.`,
  saveAgain: 'Erneut speichern',
  closeAnyway: 'Trotzdem schließen',
  keepOpen: 'Offen lassen',
  noAnswer: 'Das Fenster antwortet nicht.',
  stories: 'Beiträge',
  allFiles: 'Alle Dateien',
  notOpened: (name) => `„${name}“ konnte nicht geöffnet werden.`,
  fileNotSaved: (name) => `„${name}“ konnte nicht gespeichert werden.`,
  noSuggestions: 'Keine Vorschläge',
  learn: (word) => `„${word}“ ins Wörterbuch aufnehmen`,
  plainPaste: 'Ohne Formatierung einfügen',
  problems: {
    missing: 'Diese Datei oder diesen Ordner gibt es nicht mehr. Wählen Sie etwas anderes.',
    forbidden:
      'Dort dürfen Sie nicht lesen oder schreiben. Wählen Sie einen anderen Ort, oder ändern Sie die Berechtigungen.',
    readOnly: 'Dieser Datenträger ist schreibgeschützt. Wählen Sie einen anderen Ort.',
    isFolder: 'Das ist ein Ordner. Wählen Sie eine Datei.',
    full: 'Der Datenträger ist voll. Schaffen Sie Platz, oder wählen Sie einen anderen.',
    busy: 'Ein anderes Programm hat die Datei geöffnet. Schließen Sie sie dort und versuchen Sie es erneut.',
    tooLarge: (megabytes) => `Sie ist größer als die ${megabytes} MB, die der Desk annimmt.`,
    other: 'Mehr sagt das Fehlerprotokoll. Am Desk wurde nichts geändert; versuchen Sie es erneut.',
  },
}

export const wordsInEach: InEach<typeof english> = { en: english, de: german }

/** What main says in its dialogs and menus, as it speaks now. */
export function words(): typeof english {
  return inSpoken(wordsInEach)
}
