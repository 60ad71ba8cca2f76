import type { CopyOccasion } from '../../../shared/model/copy.ts'
import { plural } from '../format.ts'
import { inLanguage } from './in-language.ts'

export const backupsStrings = inLanguage({
  en: {
    title: 'Backups of the desk',
    lead: 'Each is everything at the desk at one moment. Attached files are kept once, beside them, and never change.',
    list: 'Backups, the newest first',
    none: 'No backups yet. One is made whenever Stet is started, at each new day and before imports.',
    loading: 'Looking for backups…',
    notRead: 'The backups could not be looked for',
    make: 'Back up now',
    making: 'Backing up…',
    made: 'The desk is backed up.',
    madeBefore: 'Nobody did anything since the last backup; it is up to date.',
    kept: 'Keep of each kind',
    keptHint: 'The oldest go first. Those from before a newer Stet changed the desk always stay.',
    keptSaved: (count: number) => `${plural(count, '# backup', '# backups')} of each kind will be kept.`,
    occasions: {
      start: 'as Stet was started',
      day: 'at a new day',
      import: 'before an import',
      asked: 'asked for',
      migration: 'before a newer Stet changed it',
      rescue: 'rescued',
      setAside: 'set aside',
    } satisfies Record<CopyOccasion, string>,
    content: (stories: number, lastChange: string | null, size: string) =>
      `${plural(stories, '# story', '# stories')}, ${lastChange === null ? 'nothing done in it' : `last change ${lastChange}`}, ${size}`,
    trouble: (reason: string) => `Cannot be opened: ${reason}`,
    open: 'Open…',
    openLabel: (moment: string) => `Open the backup of ${moment}`,
    confirmTitle: (moment: string) => `Open the backup of ${moment}?`,
    confirmLead:
      'The desk as it is now is set aside in its folder, never deleted; it can be opened again from this list.',
    comparing: 'Comparing it with the desk…',
    nothingLost: 'Nothing at the desk is newer than this backup.',
    loss: (stories: number, changed: number, steps: number, events: number) =>
      `Newer than this backup, and no longer there once it is open: ${plural(stories, '# story', '# stories')} that it does not have, ${plural(changed, '# story', '# stories')} that went on since; ${plural(steps, '# edit', '# edits')} and ${plural(events, '# event', '# events')} of the trail in all.`,
    confirmField: (moment: string) => `Type “${moment}” to confirm`,
    confirmError: 'These are not the same words.',
    restore: 'Open this backup',
    restoring: 'Checking the backup and setting the present desk aside…',
    reopening: 'The desk opens anew…',
    back: 'Back to the list',
    restored: 'The backup is open; proving it…',
    proved: (stories: number, steps: number) =>
      `The backup is open and everything in it holds: ${plural(stories, '# story', '# stories')}, ${plural(steps, '# edit', '# edits')}.`,
    findings: (count: number) =>
      `The backup is open; ${plural(count, '# thing', '# things')} in it did not hold.`,
    findingsDetail: 'stet verify lists what. The desk from before is in the list of backups.',
  },
  de: {
    title: 'Sicherungen des Desks',
    lead: 'Jede enthält alles, was in einem Augenblick am Desk war. Angehängte Dateien liegen einmal daneben und ändern sich nie.',
    list: 'Sicherungen, die neueste zuerst',
    none: 'Noch keine Sicherungen. Eine entsteht bei jedem Start von Stet, an jedem neuen Tag und vor Importen.',
    loading: 'Sicherungen werden gesucht …',
    notRead: 'Die Sicherungen waren nicht zu finden',
    make: 'Jetzt sichern',
    making: 'Wird gesichert …',
    made: 'Der Desk ist gesichert.',
    madeBefore: 'Seit der letzten Sicherung hat niemand etwas getan; sie ist aktuell.',
    kept: 'Aufbewahrt je Art',
    keptHint: 'Die ältesten gehen zuerst. Die von vor einer Umstellung auf ein neueres Stet bleiben immer.',
    keptSaved: (count: number) =>
      plural(count, 'Je Art wird # Sicherung aufbewahrt.', 'Je Art werden # Sicherungen aufbewahrt.'),
    occasions: {
      start: 'beim Start von Stet',
      day: 'an einem neuen Tag',
      import: 'vor einem Import',
      asked: 'auf Wunsch',
      migration: 'vor der Umstellung auf ein neueres Stet',
      rescue: 'gerettet',
      setAside: 'beiseitegelegt',
    } satisfies Record<CopyOccasion, string>,
    content: (stories: number, lastChange: string | null, size: string) =>
      `${plural(stories, '# Beitrag', '# Beiträge')}, ${lastChange === null ? 'ohne jede Änderung' : `letzte Änderung ${lastChange}`}, ${size}`,
    trouble: (reason: string) => `Lässt sich nicht öffnen: ${reason}`,
    open: 'Öffnen …',
    openLabel: (moment: string) => `Sicherung vom ${moment} öffnen`,
    confirmTitle: (moment: string) => `Sicherung vom ${moment} öffnen?`,
    confirmLead:
      'Der jetzige Stand des Desks wird in seinem Ordner beiseitegelegt, nie gelöscht; er lässt sich aus dieser Liste wieder öffnen.',
    comparing: 'Wird mit dem Desk verglichen …',
    nothingLost: 'Am Desk ist nichts neuer als diese Sicherung.',
    loss: (stories: number, changed: number, steps: number, events: number) =>
      `Neuer als diese Sicherung und nicht mehr da, sobald sie offen ist: ${plural(stories, '# Beitrag, den', '# Beiträge, die')} sie nicht hat, ${plural(changed, '# Beitrag', '# Beiträge')}, an denen weitergearbeitet wurde; insgesamt ${plural(steps, '# Bearbeitung', '# Bearbeitungen')} und ${plural(events, '# Eintrag', '# Einträge')} im Protokoll.`,
    confirmField: (moment: string) => `Tippen Sie zur Bestätigung „${moment}“`,
    confirmError: 'Das sind nicht dieselben Worte.',
    restore: 'Diese Sicherung öffnen',
    restoring: 'Die Sicherung wird geprüft, der jetzige Stand beiseitegelegt …',
    reopening: 'Der Desk öffnet sich neu …',
    back: 'Zurück zur Liste',
    restored: 'Die Sicherung ist offen; sie wird nachgeprüft …',
    proved: (stories: number, steps: number) =>
      `Die Sicherung ist offen, und alles darin hält: ${plural(stories, '# Beitrag', '# Beiträge')}, ${plural(steps, '# Bearbeitung', '# Bearbeitungen')}.`,
    findings: (count: number) =>
      `Die Sicherung ist offen; ${plural(count, '# Punkt', '# Punkte')} darin ${count === 1 ? 'hält' : 'halten'} nicht.`,
    findingsDetail: 'Was, sagt „stet verify“. Der vorige Stand des Desks steht in der Liste der Sicherungen.',
  },
})
