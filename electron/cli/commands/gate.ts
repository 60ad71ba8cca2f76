import { z } from 'zod'
import type { GateAnswer } from '../../../shared/contract/gate.ts'
import { type GateLine, gateKindNames } from '../../../shared/model/gate.ts'
import { deskCommand } from '../command.ts'
import { counted, tableOf } from '../layout.ts'
import { findStory } from '../references.ts'
import { wordsFor } from '../spelling.ts'

export const gateCommand = deskCommand({
  name: 'gate',
  summary: 'say what stands between a story and its clearing',
  positionals: ['STORY'],
  notes: [
    'What blocks has to be done, or let pass by an editor; what is asked, whoever clears the story has to know.',
    'After a clearing only what came since is listed, and the words that changed.',
  ],
  input: z.object({ story: z.string().min(1) }),
  needs: 'desk',
  async run(input, { client }) {
    const { id: storyId } = await findStory(client, input.story)
    const gate = await client.gate.of({ storyId })
    const people = new Map((await client.people.list()).map((person) => [person.id, person.name]))
    return { json: gateJson(gate), text: gateText(gate, (id) => people.get(id) ?? 'somebody') }
  },
})

/** A line as scripts get it: without the editor's positions. */
export function lineJson({ kind, claimId, number, where, words }: GateLine) {
  return { kind, ...(claimId ? { claimId } : {}), ...(number ? { number } : {}), where, words }
}

export function gateJson({ clear, isCleared, blocks, asks, excused, clearing, differences }: GateAnswer) {
  return {
    clear,
    blocks: blocks.map(lineJson),
    asks: asks.map(lineJson),
    isCleared,
    clearing,
    overrides: excused.map(({ line, excuse }) => ({ ...lineJson(line), ...excuse })),
    differences: differences.map(({ where, before, after }) => ({ where, before, after })),
  }
}

export function linesText(lines: readonly GateLine[]): string {
  return tableOf(
    lines.map(({ kind, number, where, words }) => [
      gateKindNames.en[kind],
      number === undefined ? '' : `#${number}`,
      wordsFor(where),
      words,
    ]),
  )
}

function gateText(
  gate: GateAnswer,
  nameOf: (id: GateAnswer['excused'][number]['excuse']['personId']) => string,
) {
  const { blocks, asks, excused, clearing, differences } = gate
  const parts: string[] = []
  if (blocks.length > 0) parts.push(`Blocks\n${linesText(blocks)}`)
  if (asks.length > 0) parts.push(`Asks\n${linesText(asks)}`)
  if (excused.length > 0) {
    const rows = excused.map(({ line, excuse }) => [
      gateKindNames.en[line.kind],
      `#${line.number ?? ''}`,
      nameOf(excuse.personId),
      excuse.reason,
    ])
    parts.push(`Let pass\n${tableOf(rows)}`)
  }
  if (differences.length > 0) {
    const lines = differences.map(
      ({ where, before, after }) =>
        `${wordsFor(where)}${before === '' ? '' : `\n  - ${before}`}${after === '' ? '' : `\n  + ${after}`}`,
    )
    parts.push(`Changed since it was cleared\n${lines.join('\n')}`)
  }
  const cleared = clearing ? `cleared by ${nameOf(clearing.personId)} at version ${clearing.version}` : ''
  const state = gate.isCleared
    ? cleared
    : [
        clearing ? `was ${cleared}, and is not now` : 'not cleared',
        blocks.length > 0 ? `${counted(blocks.length, 'thing')} in the way` : 'nothing in the way',
      ].join('; ')
  return [...parts, state].join('\n\n')
}
