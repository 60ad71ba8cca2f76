import type { CommandId } from './keys.ts'

/** What a command acts on: the claim that is open, the story that is, the red pencil in hand, or none of it. */
export type CommandNeed = 'claim' | 'story' | 'pencil' | 'nothing'

const needsClaim: ReadonlySet<CommandId> = new Set([
  'showClaim',
  'closeClaim',
  'noteClaim',
  'legalClaim',
  'takeClaim',
  'assignClaim',
  'askClaim',
  'fixClaim',
  'mergeClaim',
  'switchKind',
  'letPass',
  'settle.confirmed',
  'settle.wrong',
  'settle.unverified',
  'settle.queried',
  'settle.onAuthor',
  'settle.notAFact',
  'settle.unchecked',
  'addBackup',
  'attachLast',
])

const needsStory: ReadonlySet<CommandId> = new Set([
  'nextClaim',
  'previousClaim',
  'nextOpenClaim',
  'confirmNewWords',
  'takeBack',
  'giveClaims',
  'tag',
  'tagNarrower',
  'firstPass',
  'nextProposal',
  'previousProposal',
  'acceptProposal',
  'acceptAlike',
  'dismissProposal',
  'takeBackDecision',
  'redPencil',
  'readSentence',
  'readParagraph',
  'export',
  'print',
  'receipt',
  'trail',
  'duplicate',
  'archive',
  'slug',
  'language',
  'deleteForGood',
  'gate',
  'clearStory',
  'marks',
  'filterClaims',
  'focusText',
])

/** Of the red pencil, once it is taken up. */
const needsPencil: ReadonlySet<CommandId> = new Set(['stopBack', 'walkOrder', 'dimRest'])

export function needOf(id: CommandId): CommandNeed {
  if (needsPencil.has(id)) return 'pencil'
  if (needsClaim.has(id) || id.startsWith('attachUsed.')) return 'claim'
  return needsStory.has(id) ? 'story' : 'nothing'
}
