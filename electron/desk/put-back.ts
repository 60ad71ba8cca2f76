import type { Node } from 'prosemirror-model'
import { Mapping, Step, Transform } from 'prosemirror-transform'
import { headFields, schema, schemaVersion } from '../../shared/document/schema.ts'
import type { StoryId } from '../../shared/model/ids.ts'
import type { DroppedPart, Receipt } from '../../shared/model/receipt.ts'
import { firstSnapshot, stepsAfter } from '../store/journal.ts'
import { findReceipt, saveReceipt } from '../store/receipts.ts'
import type { Act } from './act.ts'
import type { Core } from './core.ts'
import { needOpenStory } from './find.ts'
import { refuse } from './refuse.ts'
import { deskClientId, write } from './write.ts'

const stepsPerRead = 1000

function startOfBody(document: Node): number {
  let position = 0
  for (let i = 0; i < headFields.length; i++) position += document.child(i).nodeSize
  return position
}

/** Just before the block of the body that has `blocks` blocks before it; the body's end where it has fewer. */
function beforeBlock(document: Node, blocks: number): number {
  let position = startOfBody(document)
  for (let i = 0; i < blocks; i++) {
    const block = document.maybeChild(headFields.length + i)
    if (block?.type.spec.group !== 'block') break
    position += block.nodeSize
  }
  return position
}

/** The nearest place between two blocks of the body at or after a position. */
function betweenBlocks(document: Node, position: number): number {
  let at = startOfBody(document)
  for (let i = headFields.length; i < document.childCount; i++) {
    const block = document.child(i)
    if (at >= position || block.type.spec.group !== 'block') break
    at += block.nodeSize
  }
  return at
}

/** All that has happened to positions since the story was imported. */
async function mappingSince(act: Act, storyId: StoryId, fromVersion: number): Promise<Mapping> {
  const mapping = new Mapping()
  for (let version = fromVersion; ; ) {
    const steps = await stepsAfter(act.tx, storyId, version, stepsPerRead)
    for (const { step } of steps) mapping.appendMap(Step.fromJSON(schema, step).getMap())
    version = steps.at(-1)?.version ?? version
    if (steps.length < stepsPerRead) return mapping
  }
}

function paragraphsOf(part: DroppedPart): Node[] {
  return part.text
    .split(/\r\n|\r|\n/u)
    .filter((line) => line.trim() !== '')
    .map((line) => schema.node('paragraph', null, schema.text(line)))
}

/** @throws NOT_FOUND where the receipt has no such part */
function chosen(receipt: Receipt, partIds: readonly string[] | undefined): DroppedPart[] {
  for (const id of partIds ?? []) {
    if (!receipt.dropped.some((part) => part.id === id)) throw refuse('NOT_FOUND', { what: 'part', id })
  }
  return receipt.dropped.filter((part) => !part.isBack && (partIds?.includes(part.id) ?? true))
}

/**
 * Puts parts that the import dropped back into the story, as paragraphs where they stood: their places are
 * those of the imported document, followed through every edit since.
 *
 * @throws NOT_FOUND, ARCHIVED
 */
export async function putBack(
  core: Core,
  act: Act,
  given: { storyId: StoryId; partIds?: readonly string[] | undefined },
): Promise<Receipt> {
  const { storyId } = given
  const story = await needOpenStory(act.tx, storyId)
  const receipt = await findReceipt(act.tx, storyId)
  if (!receipt) throw refuse('NOT_FOUND', { what: 'receipt', id: storyId })
  const parts = chosen(receipt, given.partIds)
  if (parts.length === 0) return receipt

  const first = await firstSnapshot(act.tx, storyId)
  const mapping = await mappingSince(act, storyId, first.version)
  const { document } = await core.documents.at(act.tx, storyId, story.version)
  const transform = new Transform(document)
  // Parts of one place keep their order: each comes after those that were put in before it.
  const inOrder = parts
    .map((part, index) => ({ part, index, at: beforeBlock(first.document, part.beforeBlock) }))
    .sort((one, other) => one.at - other.at || one.index - other.index)
  for (const { part, at } of inOrder) {
    const now = betweenBlocks(document, mapping.map(at))
    transform.insert(transform.mapping.map(now), paragraphsOf(part))
  }
  if (transform.steps.length > 0) {
    await write(core, act, {
      storyId,
      atVersion: story.version,
      clientId: deskClientId,
      schemaVersion,
      steps: transform.steps.map((step) => step.toJSON() as { stepType: string }),
      claims: [],
    })
  }
  const ids = new Set(parts.map((part) => part.id))
  const after: Receipt = {
    ...receipt,
    dropped: receipt.dropped.map((part) => (ids.has(part.id) ? { ...part, isBack: true } : part)),
  }
  await saveReceipt(act.tx, storyId, after)
  await act.record(storyId, 'story.partsPutBack', storyId, {
    before: null,
    after: parts.map(({ id, rule }) => ({ id, rule })),
  })
  return after
}
