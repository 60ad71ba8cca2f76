import { readDocument } from '../../shared/document/build.ts'
import { exhaustive } from '../../shared/lib/assert.ts'
import type { StoryBundle } from '../../shared/model/bundle.ts'
import type { ExportFormat } from '../../shared/model/export.ts'
import { withoutConfidential } from './confidential.ts'
import { makeDocx, makeDocxWithBackup } from './docx.ts'
import { exportName } from './file-name.ts'
import type { ReleasedGate } from './gate-lines.ts'
import { makeHtml } from './html.ts'
import { readImages } from './image.ts'
import { makeJson } from './json.ts'
import { makeMarkdown } from './markdown.ts'
import { makePlainText } from './plain-text.ts'
import { readPrinted } from './printed.ts'
import { makeReport, type TrailHead } from './report.ts'

const mediaTypes: Record<ExportFormat, string> = {
  html: 'text/html; charset=utf-8',
  md: 'text/markdown; charset=utf-8',
  txt: 'text/plain; charset=utf-8',
  json: 'application/json',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  'docx-backup': 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  report: 'text/html; charset=utf-8',
}

export interface ExportedFile {
  readonly name: string
  readonly mediaType: string
  readonly bytes: Uint8Array
}

/**
 * Makes a file of a story. The same bundle gives the same bytes: every date and id in it comes from the story.
 * Confidential sources are taken out before any format sees the story, unless `withConfidential`.
 *
 * @param trail the last event of the story's chain, for the report
 * @param gate what the gate says; where it says that the story is not cleared, every format says so
 *
 * @throws RangeError where the document does not fit the schema
 */
export async function makeExport(
  bundle: StoryBundle,
  as: ExportFormat,
  {
    withConfidential,
    trail = null,
    gate = null,
  }: { withConfidential: boolean; trail?: TrailHead | null; gate?: ReleasedGate | null },
): Promise<ExportedFile> {
  const given = gate ? { ...bundle, story: { ...bundle.story, isCleared: gate.isCleared } } : bundle
  const released = withConfidential ? given : withoutConfidential(given)
  const isMarked = gate !== null && !gate.isCleared
  return {
    name: exportName(released.story.slug, as, isMarked),
    mediaType: mediaTypes[as],
    bytes: await makeBytes(released, as, { trail, gate, isMarked }),
  }
}

async function makeBytes(
  bundle: StoryBundle,
  as: ExportFormat,
  { trail, gate, isMarked }: { trail: TrailHead | null; gate: ReleasedGate | null; isMarked: boolean },
): Promise<Uint8Array> {
  const document = readDocument(bundle.document)
  const story = readPrinted(document)
  const encode = (text: string): Uint8Array => new TextEncoder().encode(text)
  switch (as) {
    case 'json':
      return encode(makeJson(bundle))
    case 'txt':
      return encode(makePlainText(story, isMarked))
    case 'md': {
      const images = readImages(bundle.files)
      return encode(makeMarkdown(story, (hash) => `.${images.get(hash)?.head.type ?? 'jpg'}`, isMarked))
    }
    case 'html':
      return encode(makeHtml(story, readImages(bundle.files), bundle.story, isMarked))
    case 'docx':
      return makeDocx(bundle, story, isMarked)
    case 'docx-backup':
      return makeDocxWithBackup(bundle, document, story, gate)
    case 'report':
      return encode(makeReport(bundle, document, trail, gate))
    default:
      return exhaustive(as)
  }
}
