import { formatNumber, plural } from '../format.ts'

export const appStrings = {
  name: 'Stet',
  title: (story: string) => `${story} – Stet`,
  skip: 'Skip to the story',
  loading: 'Opening the desk…',
  mainLabel: 'Story',
  leftLabel: 'Stories and search',
  rightLabel: 'Claims',
}

export const commonStrings = {
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
}

export const connectionStrings = {
  takenBack:
    'The desk was taken back to a backup. What you typed since is only in this window: copy it out before you open the window again.',
  lost: 'The desk cannot be reached. What you type is kept here and saved as soon as it is back. If it stays away, a new window says why.',
}

export const statusStrings = {
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
}

export const topStrings = {
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
  presentMore: (count: number) => `+${formatNumber(count)}`,
}

export const insertStrings = {
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
}

export const paletteStrings = {
  title: 'Commands',
  placeholder: 'What do you want to do?',
  empty: 'No command matches.',
  stories: 'Stories',
}

export const keysStrings = {
  title: 'Keys',
  lead: 'Single keys act while the caret is outside a text field; chords act everywhere.',
  everywhere: 'In the text',
  outside: 'Outside',
  what: 'What it does',
}
