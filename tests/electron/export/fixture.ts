import { createHash } from 'node:crypto'
import { deflateSync } from 'node:zlib'
import type { Mark, Node } from 'prosemirror-model'
import { Transform } from 'prosemirror-transform'
import { buildDocument } from '../../../shared/document/build.ts'
import { type StoryField, schema, schemaVersion } from '../../../shared/document/schema.ts'
import { mappedText } from '../../../shared/document/text.ts'
import { must } from '../../../shared/lib/assert.ts'
import { type StoryBundle, storyBundleSchema } from '../../../shared/model/bundle.ts'
import { type Claim, claimSchema } from '../../../shared/model/claim.ts'
import {
  newSourceDetails,
  type Source,
  type SourceDetails,
  sourceSchema,
} from '../../../shared/model/source.ts'
import { claimJson } from '../../claim.ts'

export const startMs = Date.UTC(2026, 2, 4, 9, 30, 15)

export function mark(name: 'bold' | 'italic' | 'underline' | 'strike' | 'superscript' | 'subscript'): Mark {
  return schema.mark(name)
}

export function link(href: string): Mark {
  return schema.mark('link', { href })
}

export function text(words: string, ...marks: Mark[]): Node {
  return schema.text(words, marks)
}

export function block(name: string, ...content: (Node | string)[]): Node {
  const nodes = content.filter((one) => one !== '').map((one) => (typeof one === 'string' ? text(one) : one))
  return schema.node(name, null, nodes)
}

export function list(kind: 'bulletList' | 'orderedList', items: Node[][], start = 1): Node {
  const attrs = kind === 'orderedList' ? { start } : null
  return schema.node(
    kind,
    attrs,
    items.map((item) => schema.node('listItem', null, item)),
  )
}

export function figure(hash: string, caption: string, credit: string, altText: string): Node {
  return schema.node('figure', { hash }, [
    block('caption', caption),
    block('credit', credit),
    block('altText', altText),
  ])
}

/** Marks the `nth` place where the story says `words` as a claim. */
export function tag(document: Node, id: string, words: string, nth = 1): Node {
  const { text: all, positions } = mappedText(document, 'both', { from: 0, to: document.content.size })
  let at = -1
  for (let i = 0; i < nth; i++) at = all.indexOf(words, at + 1)
  const from = must(positions[at], `the story does not say “${words}”`)
  const to = must(positions[at + words.length - 1], 'the end of the words') + 1
  return new Transform(document).addMark(from, to, schema.mark('claim', { id })).doc
}

export const storyId = 'story-00000001'
export const people = [
  { id: 'person-checker', name: 'Ines Okafor', initials: 'IO', role: 'checker' },
  { id: 'person-writer1', name: 'Tomas Lind', initials: 'TL', role: 'writer' },
] as const

export function claimOf(number: number, parts: Record<string, unknown> = {}): Claim {
  return claimSchema.parse(
    claimJson({
      id: `claim-${String(number).padStart(6, '0')}`,
      storyId,
      number,
      taggedBy: 'person-writer1',
      taggedAtMs: startMs + number * 60_000,
      revision: number,
      ...parts,
    }),
  )
}

export function backupOf(claim: number, source: string, parts: Record<string, unknown> = {}) {
  return {
    id: `backup-${claim}-${source.slice(-4)}`,
    claimId: `claim-${String(claim).padStart(6, '0')}`,
    sourceId: source,
    locator: '',
    excerpt: '',
    stance: 'supports',
    rank: 'primary',
    note: '',
    addedBy: 'person-checker',
    addedAtMs: startMs + 3_600_000,
    ...parts,
  }
}

export function settlingOf(status: string, words: string, parts: Record<string, unknown> = {}) {
  return {
    status,
    words,
    version: 12,
    note: '',
    personId: 'person-checker',
    atMs: startMs + 7_200_000,
    backupFingerprints: {},
    ...parts,
  }
}

export function sourceOf(
  id: string,
  kind: SourceDetails['kind'],
  title: string,
  parts: Partial<SourceDetails> & { files?: unknown[] } = {},
): Source {
  return sourceSchema.parse({
    ...newSourceDetails(kind, title),
    id,
    files: [],
    createdAtMs: startMs,
    updatedAtMs: startMs,
    ...parts,
  })
}

export function fileOf(bytes: Uint8Array): { hash: string; base64: string; sizeBytes: number } {
  return {
    hash: createHash('sha256').update(bytes).digest('hex'),
    base64: Buffer.from(bytes).toString('base64'),
    sizeBytes: bytes.length,
  }
}

export function bundleOf(
  document: Node,
  parts: {
    claims?: Claim[]
    sources?: Source[]
    files?: { hash: string; base64: string }[]
    slug?: string
  } = {},
): StoryBundle {
  return storyBundleSchema.parse({
    format: 'stet-story',
    formatVersion: 1,
    schemaVersion,
    isPartial: false,
    story: {
      id: storyId,
      slug: parts.slug ?? 'harbour-dredging',
      stage: 'checking',
      version: 214,
      createdAtMs: startMs,
      updatedAtMs: startMs + 86_400_000,
      copiedFrom: null,
      nextNumber: (parts.claims?.length ?? 0) + 1,
    },
    document: document.toJSON(),
    claims: parts.claims ?? [],
    sources: parts.sources ?? [],
    people,
    files: (parts.files ?? []).map(({ hash, base64 }) => ({ hash, base64 })),
  })
}

export function storyOf(body: Node[], fields: Partial<Record<StoryField, string>> = {}): Node {
  return buildDocument({ headline: 'A headline', ...fields }, body)
}

function crc32(bytes: Uint8Array): number {
  let crc = 0xffffffff
  for (const byte of bytes) {
    crc ^= byte
    for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1
  }
  return (crc ^ 0xffffffff) >>> 0
}

/** A real picture: a gradient of the given size. */
export function pngOf(widthPx: number, heightPx: number): Uint8Array {
  const chunk = (name: string, data: Buffer): Buffer => {
    const body = Buffer.concat([Buffer.from(name, 'latin1'), data])
    const length = Buffer.alloc(4)
    length.writeUInt32BE(data.length)
    const sum = Buffer.alloc(4)
    sum.writeUInt32BE(crc32(body))
    return Buffer.concat([length, body, sum])
  }
  const head = Buffer.alloc(13)
  head.writeUInt32BE(widthPx, 0)
  head.writeUInt32BE(heightPx, 4)
  head.set([8, 2, 0, 0, 0], 8)
  const rows = Buffer.alloc(heightPx * (1 + widthPx * 3))
  for (let y = 0; y < heightPx; y++) {
    for (let x = 0; x < widthPx; x++) {
      const at = y * (1 + widthPx * 3) + 1 + x * 3
      rows.set([60 + Math.round((x / widthPx) * 120), 110 + Math.round((y / heightPx) * 90), 170], at)
    }
  }
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
  const data = chunk('IDAT', deflateSync(rows))
  return new Uint8Array(Buffer.concat([signature, chunk('IHDR', head), data, chunk('IEND', Buffer.alloc(0))]))
}
