import { exhaustive } from '../../shared/lib/assert.ts'
import type { Claim } from '../../shared/model/claim.ts'
import { type Fix, stateOf } from '../../shared/model/fix.ts'
import type { PersonId } from '../../shared/model/ids.ts'
import type { Query, Way } from '../../shared/model/query.ts'
import { type ClaimLine, type Names, quoted, utc } from './claim-lines.ts'

const ways: Record<Way, string> = {
  mail: 'by mail',
  phone: 'by phone',
  message: 'by message',
  inPerson: 'in person',
  letter: 'by letter',
  other: 'asked',
}

function queryLines(query: Query, number: number, who: (id: PersonId) => string): ClaimLine[] {
  const { asked, question, way, askedAtMs, dueAtMs, isRightOfReply, answer } = query
  const as = isRightOfReply ? 'right of reply, ' : ''
  return [
    { label: `Query ${number}`, text: `${asked}, ${as}${ways[way]}, ${utc(askedAtMs)}: ${question}` },
    answer
      ? {
          label: 'Answer',
          text: `${quoted(answer.words)} ${utc(answer.atMs)}, noted by ${who(answer.notedBy)}`,
        }
      : { label: 'Answer', text: dueAtMs === null ? 'none yet' : `none yet, wanted by ${utc(dueAtMs)}` },
  ]
}

function remedyOf({ remedy, words, newWords }: Fix): string {
  switch (remedy) {
    case 'words':
      return `${quoted(words)} → ${quoted(newWords)}`
    case 'cut':
      return newWords === '' ? `cut ${quoted(words)}` : `cut ${quoted(words)} to ${quoted(newWords)}`
    case 'paraphrase':
      return `paraphrase ${quoted(words)} as ${quoted(newWords)}`
    case 'answer':
      return `let ${quoted(words)} stand, and put it right: ${quoted(newWords)}`
    case 'stands':
      return `let ${quoted(words)} stand as it was said`
    default:
      return exhaustive(remedy)
  }
}

function fixLines(fix: Fix, number: number, who: (id: PersonId) => string): ClaimLine[] {
  const { why, answer, decision, suggestedBy, suggestedAtMs } = fix
  const lines = [
    {
      label: `Fix ${number}`,
      text: `${stateOf(fix)}: ${remedyOf(fix)}, suggested by ${who(suggestedBy)}, ${utc(suggestedAtMs)}`,
    },
    { label: 'Why', text: why },
  ]
  if (answer) {
    const text = `${quoted(answer.words)} ${who(answer.personId)}, ${utc(answer.atMs)}`
    lines.push({ label: 'Author’s answer', text })
  }
  if (decision) {
    const by = `${decision.kind} by ${who(decision.personId)}, ${utc(decision.atMs)}`
    lines.push({ label: 'Decided', text: decision.reason === '' ? by : `${by}: ${decision.reason}` })
  }
  return lines
}

/** Whom a claim was asked about and what came back, and what is suggested for its words, each in the order it came. */
export function askedLines(claim: Claim, names: Names): ClaimLine[] {
  const who = (id: PersonId): string => names.person(id)?.name ?? 'somebody not in this file'
  return [
    ...claim.queries.flatMap((query, index) => queryLines(query, index + 1, who)),
    ...claim.fixes.flatMap((fix, index) => fixLines(fix, index + 1, who)),
  ]
}
