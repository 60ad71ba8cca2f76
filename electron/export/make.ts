import { readDocument } from '../../shared/document/build.ts'
import { exhaustive } from '../../shared/lib/assert.ts'
import type { StoryBundle } from '../../shared/model/bundle.ts'
import type { ExportFormat } from '../../shared/model/export.ts'
import { withoutConfidential } from './confidential.ts'
import { makeDocx, makeDocxWithBackup } from './docx.ts'
import { exportName } from './file-name.ts'
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
 *
 * @throws RangeError where the document does not fit the schema
 */
export async function makeExport(
  bundle: StoryBundle,
  as: ExportFormat,
  { withConfidential, trail = null }: { withConfidential: boolean; trail?: TrailHead | null },
): Promise<ExportedFile> {
  const released = withConfidential ? bundle : withoutConfidential(bundle)
  return {
    name: exportName(released.story.slug, as),
    mediaType: mediaTypes[as],
    bytes: await makeBytes(released, as, trail),
  }
}

async function makeBytes(
  bundle: StoryBundle,
  as: ExportFormat,
  trail: TrailHead | null,
): Promise<Uint8Array> {
  const document = readDocument(bundle.document)
  const story = readPrinted(document)
  const encode = (text: string): Uint8Array => new TextEncoder().encode(text)
  switch (as) {
    case 'json':
      return encode(makeJson(bundle))
    case 'txt':
      return encode(makePlainText(story))
    case 'md': {
      const images = readImages(bundle.files)
      return encode(makeMarkdown(story, (hash) => `.${images.get(hash)?.head.type ?? 'jpg'}`))
    }
    case 'html':
      return encode(makeHtml(story, readImages(bundle.files), bundle.story))
    case 'docx':
      return makeDocx(bundle, story)
    case 'docx-backup':
      return makeDocxWithBackup(bundle, document, story)
    case 'report':
      return encode(makeReport(bundle, document, trail))
    default:
      return exhaustive(as)
  }
}
