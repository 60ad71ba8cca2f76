import type { Rank, SourceKind, Terms } from '../../../shared/model/source.ts'
import { formatNumber, plural } from '../format.ts'

export const sourceKindNames: Record<SourceKind, string> = {
  document: 'Document',
  webPage: 'Web page',
  person: 'Person',
  recording: 'Recording',
  dataSet: 'Data set',
  book: 'Book',
  observation: 'Observation',
}

export const termsNames: Record<Terms, string> = {
  onRecord: 'On record',
  background: 'Background',
  notForAttribution: 'Not for attribution',
  offRecord: 'Off record',
}

export const rankNames: Record<Rank, string> = { primary: 'Primary', secondary: 'Secondary' }

export const sourcesStrings = {
  title: 'Sources',
  new: 'New source',
  filter: 'Filter sources',
  kind: 'Kind',
  anyKind: 'Any kind',
  onlyConfidential: 'Confidential',
  empty: 'No sources yet',
  emptyHint: 'Documents, pages, people, recordings: whatever claims rest on. Every story shares them.',
  noMatch: 'No source matches these filters.',
  usedBy: (count: number) => (count === 0 ? 'not used' : plural(count, '# claim', '# claims')),
  choose: 'Choose a source',
  chooseHint: 'Its details and files show here.',
  form: 'Source',
  newTitle: 'New source',
  titleField: 'Title',
  publisher: 'Publisher',
  publisherPerson: 'Works for, or speaks for',
  publisherRecording: 'Who speaks',
  url: 'Web address',
  date: 'Date',
  dateHint: 'As the source gives it',
  note: 'Note',
  usualRank: 'Usually',
  confidential: 'Confidential',
  confidentialHint: 'Leaves the desk only as described in print.',
  terms: 'Terms',
  codeName: 'Code name at the desk',
  printAs: 'In print',
  printAsPlaceholder: 'a person familiar with the talks',
  files: 'Files',
  addFiles: 'Add files',
  noFiles: 'No files. Add a scan, a page saved, a recording.',
  openFile: (name: string) => `Open ${name}`,
  removeFile: (name: string) => `Remove ${name}`,
  fileRemoved: (name: string) => `${name} is off the source.`,
  remove: 'Remove source',
  removed: (title: string) => `“${title}” is removed.`,
  inUse: (count: number) =>
    `${plural(count, '# claim rests', '# claims rest')} on it, so it cannot be removed.`,
  added: (title: string) => `“${title}” is in the library.`,
  saved: 'Saved.',
  unsaved: 'Not saved yet',
  fileFirst: 'Save the source first; then files can be added.',
  back: 'Back to the list',
  openUrl: 'Open the address',
  uploading: (name: string) => `Storing ${name}…`,
  count: (shown: number, all: number) =>
    shown === all ? plural(all, '# source', '# sources') : `${formatNumber(shown)} of ${formatNumber(all)}`,
}
