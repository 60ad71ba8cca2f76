import { z } from 'zod'
import type { DeskClient } from '../../../shared/contract/contract.ts'
import { must } from '../../../shared/lib/assert.ts'
import type { KnownAsk } from '../../../shared/model/clearing.ts'
import type { GateLine } from '../../../shared/model/gate.ts'
import { newRequestId, type StoryId } from '../../../shared/model/ids.ts'
import { isOverridable, mayShareReason, overridableKinds } from '../../../shared/model/override.ts'
import { deskCommand } from '../command.ts'
import { badInput, refused } from '../failure.ts'
import { counted } from '../layout.ts'
import { findStory } from '../references.ts'
import { spellingOf } from '../spelling.ts'
import { gateJson, linesText } from './gate.ts'

const sharing = overridableKinds.filter(mayShareReason)

/** "3=why", "3:wrong=why", "thin=why". */
const overrideSchema = z.string().transform((given, context) => {
  const [, what = '', kind, reason = ''] = /^\s*([^=:]+?)\s*(?::\s*([^=]+?)\s*)?=\s*(.*)$/su.exec(given) ?? []
  if (what !== '' && reason.trim() !== '') return { what, kind, reason: reason.trim() }
  context.addIssue({ code: 'custom', message: `“${given}” is not CLAIM=REASON` })
  return z.NEVER
})
type Wanted = z.output<typeof overrideSchema>

export const clearCommand = deskCommand({
  name: 'clear',
  summary: 'clear a story as it stands; for editors',
  positionals: ['STORY'],
  options: {
    override: {
      value: 'CLAIM=REASON',
      isMany: true,
      help: `let a claim pass all the same; ${sharing.map(spellingOf).join(' or ')} for CLAIM means all of those`,
    },
    'take-back': { help: 'take the last clearing back' },
  },
  notes: [
    'CLAIM is the number of a claim of STORY, or its id; CLAIM:KIND names one of several blocks of it.',
    'Nothing is let pass where something would still block. What is asked counts as known: the answer names it.',
  ],
  input: z.object({
    story: z.string().min(1),
    override: z.array(overrideSchema).default([]),
    takeBack: z.boolean().default(false),
  }),
  needs: 'person',
  async run({ story: reference, override, takeBack }, { client }) {
    const { id: storyId } = await findStory(client, reference)
    if (takeBack) {
      await client.gate.takeBackClearing({ requestId: newRequestId(), storyId })
      return { json: gateJson(await client.gate.of({ storyId })), text: 'the clearing is taken back' }
    }
    const before = await client.gate.of({ storyId })
    const chosen = override.map((wanted) => ({ ...wanted, lines: linesFor(wanted, before.blocks) }))
    const passing = new Set(chosen.flatMap(({ lines }) => lines))
    const left = before.blocks.filter((line) => !passing.has(line))
    if (left.length > 0) {
      throw refused(
        'GATE_SHUT',
        `${counted(left.length, 'thing')} in the way (stet gate ${reference})\n${linesText(left)}`,
      )
    }
    for (const { reason, lines } of chosen) await letPass(client, storyId, lines, reason)
    const now = await client.gate.of({ storyId })
    await client.gate.clear({
      requestId: newRequestId(),
      storyId,
      atVersion: before.version,
      asks: now.asks.map(asKnown),
    })
    const after = await client.gate.of({ storyId })
    const asked = now.asks.length > 0 ? `known and cleared all the same:\n${linesText(now.asks)}\n` : ''
    const passed = after.excused.length > 0 ? `, with ${after.excused.length} let pass` : ''
    return { json: gateJson(after), text: `${asked}cleared at version ${after.version}${passed}` }
  },
})

/** @throws CommandFailed where nothing of the kind blocks, or it is not for an editor to let pass */
function linesFor({ what, kind, reason }: Wanted, blocks: readonly GateLine[]): GateLine[] {
  const shared = sharing.find((one) => spellingOf(one) === what.toLowerCase())
  if (shared) {
    const lines = blocks.filter((line) => line.kind === shared)
    if (lines.length > 0) return lines
    throw badInput(`--override ${what}: nothing of that blocks`, 'NOT_BLOCKING')
  }
  const number = what.replace(/^#/u, '')
  const own = blocks.filter((line) => line.claimId === what || `${line.number}` === number)
  const ofKind = kind === undefined ? own : own.filter((line) => spellingOf(line.kind) === kind)
  const lines = ofKind.filter((line) => isOverridable(line.kind))
  if (lines.length > 0) return lines
  if (ofKind.length === 0) {
    throw badInput(`--override ${what}=${reason}: nothing of claim ${what} blocks`, 'NOT_BLOCKING')
  }
  const kinds = ofKind.map((line) => spellingOf(line.kind)).join(', ')
  throw refused('NOT_EXCUSED', `claim ${what} is ${kinds}: that is to be done, not let pass`)
}

/** Those that may share a reason together, all others one by one. */
async function letPass(
  client: DeskClient,
  storyId: StoryId,
  lines: readonly GateLine[],
  reason: string,
): Promise<void> {
  const together = lines.filter((line) => mayShareReason(line.kind))
  const alone = lines.filter((line) => !mayShareReason(line.kind)).map((line) => [line])
  for (const part of [together, ...alone]) {
    if (part.length === 0) continue
    await client.gate.override({
      requestId: newRequestId(),
      storyId,
      reason,
      lines: part.flatMap(({ claimId, kind, words }) =>
        claimId && isOverridable(kind) ? [{ claimId, kind, seenWords: words }] : [],
      ),
    })
  }
}

function asKnown({ kind, claimId, words }: GateLine): KnownAsk {
  return { kind, claimId: must(claimId, 'what is asked is asked of a claim'), words }
}
