import {
  AnnotationReference,
  Document,
  Footer,
  Header,
  type ICommentOptions,
  Packer,
  PageNumber,
  Paragraph,
  TextRun,
} from 'docx'
import type { Node } from 'prosemirror-model'
import { type AnchorSpan, anchorSpans } from '../../shared/document/anchors.ts'
import { directionOf } from '../../shared/document/direction.ts'
import { mappedText } from '../../shared/document/text.ts'
import { wholeWords } from '../../shared/document/words.ts'
import type { StoryBundle } from '../../shared/model/bundle.ts'
import type { Claim } from '../../shared/model/claim.ts'
import { type ClaimLine, claimHeading, claimLines, dateOf, type Names, namesIn, utc } from './claim-lines.ts'
import { type DocxBody, docxBody } from './docx-blocks.ts'
import { settlePackage } from './docx-package.ts'
import { commentRanges, noComments, textRun } from './docx-runs.ts'
import { stylesIn } from './docx-styles.ts'
import { clearingText, notClearedMark, passesOf, type ReleasedGate } from './gate-lines.ts'
import { readImages } from './image.ts'
import { oneLine } from './legal.ts'
import { type PrintedStory, plain } from './printed.ts'

/** The story as a Word document, with nothing of the desk in it. */
export async function makeDocx(
  bundle: StoryBundle,
  story: PrintedStory,
  isNotCleared = false,
): Promise<Uint8Array> {
  const body = docxBody(story, readImages(bundle.files), noComments, false)
  return pack(bundle, story, { body, comments: [], after: [], header: isNotCleared ? notClearedMark : '' })
}

/**
 * The story as a Word document with each claim as a comment on its very words. Claims that are not in the text
 * are listed after it, as the comments would have told of them.
 */
export async function makeDocxWithBackup(
  bundle: StoryBundle,
  document: Node,
  story: PrintedStory,
  gate: ReleasedGate | null = null,
): Promise<Uint8Array> {
  const names = namesIn(bundle)
  const placed = placedClaims(bundle.claims, document)
  const inText = new Set(placed.map(({ claim }) => claim))
  const ranges = commentRanges(placed.map(({ span }) => span))
  const body = docxBody(story, readImages(bundle.files), ranges, true)
  const others = bundle.claims
    .filter((claim) => !inText.has(claim))
    .sort((one, other) => one.number - other.number)
  const { slug, version, updatedAtMs, stage } = bundle.story
  return pack(bundle, story, {
    body,
    after: [...gateSection(gate, bundle.claims, names), ...removedSection(others, names, gate)],
    comments: placed.map(({ claim }, id) => commentOf(claim, id, names, gate)),
    header: `${gate && !gate.isCleared ? `${notClearedMark} · ` : ''}${oneLine(slug)} · backup · ${stage}, version ${version}, ${utc(updatedAtMs)}`,
  })
}

/** The claims that stand in the text, in its order, with the whole words that each comment stands on. */
function placedClaims(
  claims: readonly Claim[],
  document: Node,
): { claim: Claim; span: { from: number; to: number } }[] {
  const spans = anchorSpans(document)
  return claims
    .flatMap((claim) => {
      const anchor = spans.get(claim.id)
      const span = anchor && wordsSpan(document, anchor)
      return span ? [{ claim, span }] : []
    })
    .sort((one, other) => one.span.from - other.span.from || one.claim.number - other.claim.number)
}

/** From the first to the last character of what `wordsOf` reads; null where it reads nothing. */
function wordsSpan(document: Node, anchor: AnchorSpan): { from: number; to: number } | null {
  const { text, positions } = mappedText(document, 'accepted', wholeWords(document, anchor))
  const from = positions[text.length - text.trimStart().length]
  const last = positions[text.trimEnd().length - 1]
  return from === undefined || last === undefined ? null : { from, to: last + 1 }
}

function linesParagraph({ label, text }: ClaimLine, style: string): Paragraph {
  const isRightToLeft = directionOf(text) === 'rtl'
  const run = textRun(text, { isRightToLeft })
  return new Paragraph({
    style,
    ...(isRightToLeft ? { bidirectional: true } : {}),
    children: label === '' ? [run] : [textRun(`${label}: `, { style: 'Label' }), run],
  })
}

function commentOf(claim: Claim, id: number, names: Names, gate: ReleasedGate | null): ICommentOptions {
  const personId = claim.settling?.personId ?? claim.taggedBy
  const person = names.person(personId)
  const heading = new Paragraph({
    style: 'CommentText',
    children: [
      new TextRun({ style: 'CommentReference', children: [new AnnotationReference()] }),
      textRun(claimHeading(claim), { style: 'Label' }),
    ],
  })
  return {
    id,
    author: oneLine(person?.name ?? '') || 'Stet',
    initials: oneLine(person?.initials ?? '') || 'S',
    date: dateOf(claim.settling?.atMs ?? claim.taggedAtMs),
    children: [heading, ...claimLines(claim, names, gate).map((line) => linesParagraph(line, 'CommentText'))],
  }
}

/** Whether the story is cleared, and every override that stands, on a page behind the story. */
function gateSection(gate: ReleasedGate | null, claims: readonly Claim[], names: Names): Paragraph[] {
  if (!gate) return []
  const passes = claims.flatMap((claim) =>
    passesOf(gate, claim, names).map(({ text }) => ({ label: `Claim ${claim.number}, let pass`, text })),
  )
  const blocks = gate.gate.blocks.length
  const state = gate.isCleared ? 'Cleared' : 'NOT CLEARED'
  const lines = [
    { label: state, text: clearingText(gate, names) },
    ...(blocks > 0 ? [{ label: 'In the way', text: `${blocks}` }] : []),
    ...passes,
  ]
  return [
    new Paragraph({ style: 'DeskHeading', pageBreakBefore: true, children: [textRun('Clearing')] }),
    ...lines.map((line) => linesParagraph(line, 'ClaimLine')),
  ]
}

function removedSection(claims: readonly Claim[], names: Names, gate: ReleasedGate | null): Paragraph[] {
  if (claims.length === 0) return []
  return [
    new Paragraph({
      style: 'DeskHeading',
      pageBreakBefore: true,
      children: [textRun('Claims not in the text')],
    }),
    ...claims.flatMap((claim) => [
      new Paragraph({ style: 'ClaimHeading', children: [textRun(claimHeading(claim))] }),
      ...claimLines(claim, names, gate).map((line) => linesParagraph(line, 'ClaimLine')),
    ]),
  ]
}

async function pack(
  bundle: StoryBundle,
  story: PrintedStory,
  parts: {
    body: DocxBody
    after: readonly Paragraph[]
    comments: readonly ICommentOptions[]
    header: string
  },
): Promise<Uint8Array> {
  const headline = oneLine(plain(story.fields.headline))
  const creator = oneLine(plain(story.fields.byline)) || 'Stet'
  const pageNumber = new Paragraph({
    style: 'Footer',
    alignment: 'center',
    children: [new TextRun({ children: [PageNumber.CURRENT] })],
  })
  const header = new Header({
    children: [new Paragraph({ style: 'Header', children: [textRun(parts.header)] })],
  })
  const content = [...parts.body.blocks, ...parts.after]
  const file = new Document({
    title: headline || oneLine(bundle.story.slug),
    creator,
    lastModifiedBy: creator,
    revision: 1,
    styles: stylesIn(bundle.story.language),
    numbering: { config: parts.body.numbering },
    footnotes: parts.body.footnotes,
    ...(parts.comments.length > 0 ? { comments: { children: parts.comments } } : {}),
    sections: [
      {
        ...(parts.header === '' ? {} : { headers: { default: header } }),
        footers: { default: new Footer({ children: [pageNumber] }) },
        children: content.length > 0 ? content : [new Paragraph({})],
      },
    ],
  })
  const { createdAtMs, updatedAtMs } = bundle.story
  return settlePackage(await Packer.toBuffer(file), {
    created: dateOf(createdAtMs),
    modified: dateOf(updatedAtMs),
  })
}
