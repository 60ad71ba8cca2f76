import type { Stance } from '../../../shared/model/backup.ts'

export const stanceNames: Record<Stance, string> = {
  supports: 'Supports',
  contradicts: 'Contradicts',
  context: 'Context',
}

export const backupStrings = {
  title: 'Backup',
  none: 'No backup yet.',
  add: 'Add backup',
  addAgain: (title: string) => `Attach again: ${title}`,
  noLast: 'No source was attached in this window yet.',
  source: 'Source',
  sourcePlaceholder: 'Title, publisher or person',
  newSource: (title: string) => `New source “${title}”`,
  newSourceKind: 'Kind',
  newSourceUrl: 'Web address',
  changeSource: 'Choose another',
  locator: 'Where in it',
  locatorPlaceholder: 'Page, timestamp, paragraph',
  excerpt: 'Its words',
  excerptPlaceholder: 'Verbatim',
  stance: 'It',
  rank: 'For this claim it is',
  note: 'Note',
  save: 'Save backup',
  added: (title: string) => `Backup added: ${title}.`,
  removed: 'The backup is off the claim.',
  remove: (title: string) => `Remove the backup ${title}`,
  edit: (title: string) => `Change the backup ${title}`,
  confidential: 'Confidential',
  openFile: (name: string) => `Open ${name}`,
  unknown: 'A source that is no longer there',
}
