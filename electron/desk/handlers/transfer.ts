import { createHash } from 'node:crypto'
import { parse } from 'node:path'
import type { Node } from 'prosemirror-model'
import { isCleared } from '../../../shared/check/gate.ts'
import { pictureRefusal, readPicture } from '../../../shared/document/picture.ts'
import type { StoryBundle } from '../../../shared/model/bundle.ts'
import { type FileHash, newStoryId, type StoryId } from '../../../shared/model/ids.ts'
import type { Receipt } from '../../../shared/model/receipt.ts'
import type { EventKind } from '../../../shared/trail/tell.ts'
import { fileName } from '../../export/file-name.ts'
import { released } from '../../export/gate-lines.ts'
import { makeExport } from '../../export/make.ts'
import { withoutConfidentialEvents } from '../../export/trail.ts'
import { makeTrailJson } from '../../export/trail-json.ts'
import { makeTrailPage } from '../../export/trail-page.ts'
import { readImport } from '../../import/read.ts'
import { Unreadable } from '../../import/unreadable.ts'
import { appendEvent } from '../../store/audit.ts'
import { findReceipt, saveReceipt } from '../../store/receipts.ts'
import { insertFile } from '../../store/sources.ts'
import { type Act, act, answered, type Caller, knownPerson } from '../act.ts'
import { type FilesAtHand, sizeAtHand } from '../at-hand.ts'
import { assembleBundle, figureHashes } from '../bundle.ts'
import type { Core } from '../core.ts'
import { needStory } from '../find.ts'
import { refuseNotCleared } from '../gate.ts'
import type { Implementer } from '../implementer.ts'
import { makeStory } from '../new-story.ts'
import { putBack } from '../put-back.ts'
import { refuse } from '../refuse.ts'
import { renameAnchors } from '../rename.ts'
import { keepFigures, takeIn } from '../take-in.ts'
import { assembleTrail } from '../trail.ts'

/** Of a file to import, pictures and sources' files inside a JSON included. */
const importLimitBytes = 256 * 1024 * 1024

/** Of a picture: it stands in every export, and windows hold it whole. */
const pictureLimitBytes = 32 * 1024 * 1024

interface Read {
  readonly document: Node
  readonly receipt: Receipt
  readonly bundle: StoryBundle | null
  readonly pictures: ReadonlyMap<string, Uint8Array>
  readonly language: string | null
  readonly atHand: FilesAtHand
}

/** @throws UNREADABLE */
function readOrRefuse(bytes: Uint8Array, name: string): Omit<Read, 'atHand'> {
  try {
    return readImport(bytes, name)
  } catch (error) {
    if (error instanceof Unreadable) throw refuse('UNREADABLE', { reason: error.reason })
    throw error
  }
}

/** Puts the files that a bundle brings on the disk, before the transaction that will name them. */
async function storeFiles(
  core: Core,
  { bundle, document, pictures }: Omit<Read, 'atHand'>,
): Promise<FilesAtHand> {
  const atHand = new Map<FileHash, number>()
  for (const bytes of pictures.values()) {
    const { hash, sizeBytes } = await core.blobs.put(bytes)
    atHand.set(hash, sizeBytes)
  }
  for (const file of bundle?.files ?? []) {
    const bytes = Buffer.from(file.base64, 'base64')
    if (createHash('sha256').update(bytes).digest('hex') !== file.hash) {
      throw refuse('UNREADABLE', {
        reason: 'A picture or file inside it is damaged. Ask for it to be exported again.',
      })
    }
    const { hash, sizeBytes } = await core.blobs.put(bytes)
    atHand.set(hash, sizeBytes)
  }
  const named = [
    ...figureHashes(document),
    ...(bundle?.sources ?? []).flatMap((source) => source.files.map((one) => one.hash)),
  ]
  for (const hash of named) {
    const sizeBytes = atHand.has(hash) ? null : await sizeAtHand(core.blobs, hash)
    if (sizeBytes !== null) atHand.set(hash, sizeBytes)
  }
  return atHand
}

/** A story of words alone: whatever marks of claims it came with belong to another desk. */
async function takeWords(core: Core, now: Act, name: string, read: Read): Promise<StoryId> {
  const { document, atHand, language } = read
  const id = newStoryId()
  const plain = renameAnchors(document, new Map())
  await keepFigures(now, plain, atHand)
  await makeStory(core, now, id, plain, language === null ? {} : { language }, parse(name).name)
  return id
}

async function takeFile(core: Core, now: Act, name: string, read: Read) {
  const { bundle, receipt } = read
  const storyId = bundle
    ? await takeIn(core, now, bundle, read.document, read.atHand)
    : await takeWords(core, now, name, read)
  await saveReceipt(now.tx, storyId, receipt)
  const { format, hash, sizeBytes, kept } = receipt
  await now.record(storyId, 'story.imported', storyId, {
    name,
    format,
    hash,
    sizeBytes,
    kept,
    from: bundle && { storyId: bundle.story.id, version: bundle.story.version, isPartial: bundle.isPartial },
  })
  return { storyId, receipt }
}

/** What leaves the desk is told by the desk's trail: the story itself stays as it is. */
async function tellOfExport(
  core: Core,
  caller: Caller,
  kind: EventKind,
  storyId: StoryId,
  payload: unknown,
): Promise<void> {
  await core.store.transaction(async (tx) =>
    appendEvent(tx, {
      chain: 'desk',
      atMs: core.now(),
      personId: await knownPerson(tx, caller),
      via: caller.via,
      kind,
      subject: storyId,
      payload,
    }),
  )
}

export function transferHandlers(os: Implementer['transfer'], core: Core) {
  return {
    importFile: os.importFile.handler(async ({ input, context }) => {
      // Asked again, it is not read again; the transaction below looks once more.
      const isAnswered = (await answered(core, input.requestId, context.call)) !== undefined
      let read: Read | null = null
      if (!isAnswered) {
        const bytes = await core.blobs.read(input.hash)
        if (!bytes) throw refuse('NOT_FOUND', { what: 'file', id: input.hash })
        const sizeBytes = bytes.byteLength
        if (sizeBytes > importLimitBytes) {
          throw refuse('TOO_LARGE', { sizeBytes, limitBytes: importLimitBytes })
        }
        const made = readOrRefuse(bytes, input.name)
        await core.copying.beforeImport()
        read = { ...made, atHand: await storeFiles(core, made) }
      }
      return act(core, context, input.requestId, async (now) => {
        if (!read) throw new Error('an answer went away between two transactions')
        return takeFile(core, now, input.name, read)
      })
    }),

    takePicture: os.takePicture.handler(async ({ input, context }) => {
      const { hash, requestId } = input
      const sizeBytes = await sizeAtHand(core.blobs, hash)
      const bytes = sizeBytes === null ? null : await core.blobs.read(hash)
      if (sizeBytes === null || !bytes) throw refuse('NOT_FOUND', { what: 'file', id: hash })
      if (sizeBytes > pictureLimitBytes) {
        throw refuse('TOO_LARGE', { sizeBytes, limitBytes: pictureLimitBytes })
      }
      const picture = readPicture(bytes)
      if (!picture) throw refuse('UNREADABLE', { reason: pictureRefusal(bytes) })
      return act(core, context, requestId, async (now) => {
        await insertFile(now.tx, { hash, sizeBytes }, now.atMs)
        return { hash, widthPx: picture.widthPx, heightPx: picture.heightPx }
      })
    }),

    receipt: os.receipt.handler(({ input }) =>
      core.store.transaction(async (tx) => {
        await needStory(tx, input.storyId)
        return findReceipt(tx, input.storyId)
      }),
    ),

    putBack: os.putBack.handler(({ input, context }) =>
      act(core, context, input.requestId, (now) => putBack(core, now, input)),
    ),

    exportStory: os.exportStory.handler(async ({ input, context }) => {
      const { storyId, as, withConfidential, purpose } = input
      const { bundle, trail, gate } = await assembleBundle(core, storyId, as, withConfidential)
      if (purpose === 'publishing') refuseNotCleared(gate)
      const { name, mediaType, bytes } = await makeExport(bundle, as, {
        withConfidential,
        trail,
        gate: released(gate),
      })
      const hash = core.blobs.hold(bytes, mediaType)
      const payload = {
        as,
        purpose,
        isCleared: isCleared(gate),
        withConfidential,
        version: bundle.story.version,
        hash,
      }
      await tellOfExport(core, context, 'story.exported', storyId, payload)
      return { hash, name, mediaType, sizeBytes: bytes.byteLength }
    }),

    exportTrail: os.exportTrail.handler(async ({ input, context }) => {
      const { storyId, as, withConfidential } = input
      const trail = await assembleTrail(core, storyId)
      const released = withConfidential ? trail : withoutConfidentialEvents(trail)
      const text = as === 'json' ? makeTrailJson(released) : makeTrailPage(released)
      const bytes = new TextEncoder().encode(text)
      const mediaType = as === 'json' ? 'application/json' : 'text/html; charset=utf-8'
      const hash = core.blobs.hold(bytes, mediaType)
      const payload = { as, withConfidential, seq: trail.events.length, hash }
      await tellOfExport(core, context, 'story.trailExported', storyId, payload)
      const name = fileName(trail.story.slug, `-trail.${as}`)
      return { hash, name, mediaType, sizeBytes: bytes.byteLength }
    }),
  }
}
