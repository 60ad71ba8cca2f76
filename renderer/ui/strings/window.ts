import { formatNumber, plural } from '../format.ts'
import { inLanguage } from './in-language.ts'

export const appStrings = inLanguage({
  en: {
    name: 'Stet',
    title: (story: string) => `${story} – Stet`,
    skip: 'Skip to the story',
    loading: 'Opening the desk…',
    mainLabel: 'Story',
    leftLabel: 'Stories and search',
    rightLabel: 'Claims',
  },
  de: {
    name: 'Stet',
    title: (story: string) => `${story} – Stet`,
    skip: 'Zum Beitrag springen',
    loading: 'Der Desk wird geöffnet …',
    mainLabel: 'Beitrag',
    leftLabel: 'Beiträge und Suche',
    rightLabel: 'Aussagen',
  },
})

export const commonStrings = inLanguage({
  en: {
    cancel: 'Cancel',
    close: 'Close',
    save: 'Save',
    add: 'Add',
    undo: 'Undo',
    again: 'Try again',
    showAll: 'Show all',
    showLess: 'Show less',
    nobody: 'Nobody',
    note: 'Note',
    notes: 'Messages ({hotkey})',
  },
  de: {
    cancel: 'Abbrechen',
    close: 'Schließen',
    save: 'Speichern',
    add: 'Hinzufügen',
    undo: 'Rückgängig',
    again: 'Erneut versuchen',
    showAll: 'Alles zeigen',
    showLess: 'Weniger zeigen',
    nobody: 'Niemand',
    note: 'Notiz',
    notes: 'Meldungen ({hotkey})',
  },
})

export const connectionStrings = inLanguage({
  en: {
    takenBack:
      'The desk was taken back to a backup. What you typed since is only in this window: copy it out before you open the window again.',
    lost: 'The desk cannot be reached. What you type is kept here and saved as soon as it is back. If it stays away, a new window says why.',
  },
  de: {
    takenBack:
      'Der Desk wurde auf eine Sicherung zurückgesetzt. Was Sie seither getippt haben, steht nur in diesem Fenster: Kopieren Sie es heraus, bevor Sie das Fenster neu öffnen.',
    lost: 'Der Desk ist nicht erreichbar. Was Sie tippen, ist hier aufgehoben und wird gespeichert, sobald er wieder da ist. Bleibt er weg, sagt ein neues Fenster, warum.',
  },
})

export const statusStrings = inLanguage({
  en: {
    saved: 'Saved',
    saving: 'Saving…',
    savedAgain: 'Saved again.',
    formUnsaved: 'a form holds changes that are not saved',
    notSaved: 'Not saved',
    notSavedBecause: (reason: string) => `Not saved: ${reason}. It is kept here and tried again.`,
    words: (count: number) => plural(count, '# word', '# words'),
    reading: (minutes: number) => `${formatNumber(minutes)} min`,
    readingLong: (minutes: number) => plural(minutes, '# minute to read', '# minutes to read'),
    left: (open: number) => (open === 0 ? 'no facts left' : plural(open, '# fact left', '# facts left')),
  },
  de: {
    saved: 'Gespeichert',
    saving: 'Wird gespeichert …',
    savedAgain: 'Wieder gespeichert.',
    formUnsaved: 'ein Formular enthält ungespeicherte Änderungen',
    notSaved: 'Nicht gespeichert',
    notSavedBecause: (reason: string) =>
      `Nicht gespeichert: ${reason}. Es ist hier aufgehoben und wird erneut versucht.`,
    words: (count: number) => plural(count, '# Wort', '# Wörter'),
    reading: (minutes: number) => `${formatNumber(minutes)} Min.`,
    readingLong: (minutes: number) => plural(minutes, '# Minute Lesezeit', '# Minuten Lesezeit'),
    left: (open: number) =>
      open === 0 ? 'nichts mehr offen' : plural(open, '# Aussage offen', '# Aussagen offen'),
  },
})

export const topStrings = inLanguage({
  en: {
    slug: (slug: string) => `Slug: ${slug}. Change it`,
    stage: 'Stage',
    export: 'Export',
    tag: 'Tag the sentence, quote or selection',
    hideMarks: 'Hide marks',
    showMarks: 'Show marks',
    zoomIn: 'Larger text',
    zoomOut: 'Smaller text',
    zoomReset: (percent: string) => `Text size ${percent}; set it to 100 %`,
    theme: 'Light or dark',
    themes: { system: 'As the system', light: 'Light', dark: 'Dark' },
    openStories: 'Show stories',
    openClaims: 'Show claims',
    commands: 'All commands',
    more: 'More',
    present: 'Also in this story',
    presentMe: 'You, in another window',
    presentAll: (names: string) => `Also in this story: ${names}`,
    presentMore: (count: number) => `+${formatNumber(count)}`,
  },
  de: {
    slug: (slug: string) => `Slug: ${slug}. Ändern`,
    stage: 'Stand',
    export: 'Exportieren',
    tag: 'Satz, Zitat oder Auswahl markieren',
    hideMarks: 'Markierungen ausblenden',
    showMarks: 'Markierungen einblenden',
    zoomIn: 'Größere Schrift',
    zoomOut: 'Kleinere Schrift',
    zoomReset: (percent: string) => `Schriftgröße ${percent}; auf 100 % setzen`,
    theme: 'Hell oder dunkel',
    themes: { system: 'Wie das System', light: 'Hell', dark: 'Dunkel' },
    openStories: 'Beiträge zeigen',
    openClaims: 'Aussagen zeigen',
    commands: 'Alle Befehle',
    more: 'Mehr',
    present: 'Auch in diesem Beitrag',
    presentMe: 'Sie, in einem anderen Fenster',
    presentAll: (names: string) => `Auch in diesem Beitrag: ${names}`,
    presentMore: (count: number) => `+${formatNumber(count)}`,
  },
})

export const insertStrings = inLanguage({
  en: {
    title: 'Put in',
    table: 'Table',
    rowAbove: 'Row above',
    rowBelow: 'Row below',
    columnBefore: 'Column before',
    columnAfter: 'Column after',
    headerRow: 'Header row',
    deleteRow: 'Delete the row',
    deleteColumn: 'Delete the column',
    deleteTable: 'Delete the table',
  },
  de: {
    title: 'Einfügen',
    table: 'Tabelle',
    rowAbove: 'Zeile darüber',
    rowBelow: 'Zeile darunter',
    columnBefore: 'Spalte davor',
    columnAfter: 'Spalte danach',
    headerRow: 'Kopfzeile',
    deleteRow: 'Zeile löschen',
    deleteColumn: 'Spalte löschen',
    deleteTable: 'Tabelle löschen',
  },
})

export const paletteStrings = inLanguage({
  en: {
    title: 'Commands',
    placeholder: 'What do you want to do?',
    empty: 'No command matches.',
    stories: 'Stories',
  },
  de: {
    title: 'Befehle',
    placeholder: 'Was möchten Sie tun?',
    empty: 'Kein Befehl passt.',
    stories: 'Beiträge',
  },
})

export const keysStrings = inLanguage({
  en: {
    title: 'Keys',
    lead: 'Single keys act while the caret is outside a text field; chords act everywhere.',
    everywhere: 'In the text',
    outside: 'Outside',
    what: 'What it does',
  },
  de: {
    title: 'Tasten',
    lead: 'Einzelne Tasten wirken, solange die Schreibmarke in keinem Textfeld steht; Tastenkombinationen wirken überall.',
    everywhere: 'Im Text',
    outside: 'Außerhalb',
    what: 'Was sie tut',
  },
})
