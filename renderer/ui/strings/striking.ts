import type { FoundFile, PlaceKind } from '../../../shared/model/striking.ts'
import { formatNumber, plural } from '../format.ts'

/** What a striking counts, with the count before it. */
export const placeNames: Record<PlaceKind, (count: number) => string> = {
  text: (count) => plural(count, '# time in a text', '# times in texts'),
  steps: (count) => plural(count, '# step of a journal', '# steps of journals'),
  snapshots: (count) => plural(count, '# snapshot', '# snapshots'),
  headlines: (count) => plural(count, '# headline or slug', '# headlines and slugs'),
  claims: (count) => plural(count, '# entry of a claim', '# entries of claims'),
  settlings: (count) => plural(count, '# settling', '# settlings'),
  backup: (count) => plural(count, '# entry of backup', '# entries of backup'),
  sources: (count) => plural(count, '# entry of a source', '# entries of sources'),
  fileNames: (count) => plural(count, '# name of a file', '# names of files'),
  people: (count) => plural(count, '# person who works here', '# people who work here'),
  receipts: (count) => plural(count, '# import receipt', '# import receipts'),
  trail: (count) => plural(count, '# event of the trail', '# events of the trail'),
  answers: (count) => plural(count, '# kept answer', '# kept answers'),
}

export const fileUses: Record<FoundFile['usedAs'], string> = {
  source: 'attached to a source',
  figure: 'a picture',
  import: 'what a story was imported from',
  nothing: 'not used',
}

export const strikingStrings = {
  item: 'Strike a name…',
  deleteItem: 'Delete for good…',
  title: 'Strike a name',
  lead: 'Takes words out of everything that this desk keeps, also of what was deleted and of its backups. There is no undo.',
  words: 'Words to strike',
  wordsHint:
    'A name as it may stand anywhere. Case, accents, hyphens and the order of first and last name do not count.',
  wholeWords: 'Only as whole words',
  wholeWordsHint: 'Otherwise also inside longer words, as in a compound or a genitive.',
  onlyStory: (story: string) => `Only in “${story}”`,
  onlyStoryHint: 'With its trail and its receipt. Sources and other stories keep the words.',
  look: 'See what would go',
  looking: 'Looking through everything…',
  nothing:
    'The words stand nowhere at this desk. What was deleted without a trace in rows may still lie in its files; striking clears that too.',
  found: 'What would be struck',
  forms: 'As it stands',
  times: (count: number) => `${formatNumber(count)} ×`,
  copies: (count: number) =>
    plural(count, 'and the same in # backup of the desk', 'and the same in # backups of the desk'),
  files: 'Files that hold the words',
  filesHint: 'A file is never edited: it is removed, or kept as it is. Take the tick away to keep one.',
  noName: 'without a name',
  reason: 'Reason',
  reasonHint: 'It is kept in the trail with your name, so without the words themselves.',
  confirm: (words: string) => `Type “${words}” to confirm`,
  outOfReach: 'Copies of the folder made elsewhere and files exported earlier are out of reach.',
  strike: 'Strike for good',
  working: 'Striking. This can take a while; do not close Stet.',
  editorsOnly: 'Only an editor can do this. You work here in another role.',
  done: 'Struck for good',
  doneLead: 'The trail tells who struck, when, why and in how many places. It does not tell the words.',
  filesRemoved: (count: number) => plural(count, '# file removed', '# files removed'),
  filesKept: (count: number) =>
    plural(count, '# file kept that holds the words', '# files kept that hold the words'),
  copiesRewritten: (count: number) =>
    plural(count, '# backup of the desk written anew', '# backups of the desk written anew'),
  copyDeleted: (name: string, reason: string) =>
    `The backup ${name} could not be read and was deleted: ${reason}`,
  left: (path: string) => `${path} is not Stet’s and still holds the words.`,
  openedAnew: 'Words were struck from this story, so it was opened anew.',
  openedAnewUnsaved:
    'Words were struck from this story, so it was opened anew. What was typed last may be missing.',
  deleteTitle: 'Delete a story for good',
  deleteLead: (story: string) =>
    `“${story}” goes with its journal, its claims and its trail, and from the backups of the desk. Sources stay. There is no undo.`,
  deleteReasonHint: 'It is kept in the desk’s trail with your name.',
  deleteCounts: {
    steps: (count: number) => plural(count, '# step of its journal', '# steps of its journal'),
    claims: (count: number) => plural(count, '# claim', '# claims'),
    settlings: (count: number) => plural(count, '# settling', '# settlings'),
    backup: (count: number) => plural(count, '# piece of backup', '# pieces of backup'),
    events: (count: number) => plural(count, '# event of its trail', '# events of its trail'),
  },
  deleteFiles: 'Files that nothing else uses',
  delete: 'Delete for good',
  deleting: 'Deleting. This can take a while; do not close Stet.',
  deleted: 'Deleted for good',
  deletedLead: 'The desk’s trail tells that there was a story, how much of it, who deleted it, when and why.',
}
