import {
  HeadingLevel,
  ImageRun,
  type IParagraphOptions,
  LevelFormat,
  type NumberingDefinition,
  Paragraph,
} from 'docx'
import { headFields, tailFields } from '../../shared/document/schema.ts'
import { exhaustive } from '../../shared/lib/assert.ts'
import { type CommentRanges, paragraphRuns, textRun } from './docxRuns.ts'
import { spacing } from './docxStyles.ts'
import type { FigureImages, ImageHead } from './image.ts'
import { directionOf, oneLine } from './legal.ts'
import { type Piece, type PrintedBlock, type PrintedStory, plain, tailLabels } from './printed.ts'

/** Word has nine levels of lists. */
const lastLevel = 8
/** Twentieths of a point by which a level of a list, or a block quotation, is indented. */
const levelIndent = 425
const quoteIndent = 567
const bullets = 'bullets'
/** What fits between the margins of an A4 page, at 96 pixels an inch. */
const widestPx = 600
const highestPx = 800

const headStyles: Record<(typeof headFields)[number], string> = {
  headline: 'Title',
  dek: 'Subtitle',
  byline: 'Byline',
  dateline: 'Dateline',
}

export interface DocxBody {
  readonly paragraphs: readonly Paragraph[]
  readonly numbering: readonly NumberingDefinition[]
}

interface Place {
  /** Twentieths of a point. */
  readonly indent: number
  readonly isQuoted: boolean
  /** Lists around it. */
  readonly depth: number
}

/**
 * The story as Word paragraphs.
 *
 * @param isForDesk whether it carries comments: then alternative texts, which Word keeps out of sight, stand below
 *   their images, so that claims on their words have a place
 */
export function docxBody(
  story: PrintedStory,
  images: FigureImages,
  ranges: CommentRanges,
  isForDesk: boolean,
): DocxBody {
  const numbering: NumberingDefinition[] = [numberingOf(bullets, bulletLevel)]
  let figureCount = 0

  const styled = (words: readonly Piece[], options: IParagraphOptions, label = ''): IParagraphOptions[] => {
    // White space may bear the end of a claim, so only what is empty is left out.
    if (words.length === 0) return []
    const isRightToLeft = directionOf(plain(words)) === 'rtl'
    const runs = paragraphRuns(words, ranges, isRightToLeft)
    return [
      {
        ...options,
        ...(isRightToLeft ? { bidirectional: true } : {}),
        children: label === '' ? runs : [textRun(`${label}: `, { style: 'Label' }), ...runs],
      },
    ]
  }

  const listed = (
    items: readonly (readonly PrintedBlock[])[],
    reference: string,
    style: string,
    place: Place,
  ): IParagraphOptions[] => {
    const level = Math.min(place.depth, lastLevel)
    const left = place.indent + levelIndent
    const inner: Place = { ...place, indent: left, depth: place.depth + 1 }
    return items.flatMap((item) => {
      const [first, ...others] = item
      const words = first?.kind === 'paragraph' ? first.words : []
      const rest = first?.kind === 'paragraph' ? others : item
      const isRightToLeft = directionOf(plain(words)) === 'rtl'
      const head: IParagraphOptions = {
        style,
        numbering: { reference, level, instance: 0 },
        indent: { left, hanging: levelIndent },
        ...(isRightToLeft ? { bidirectional: true } : {}),
        children: paragraphRuns(words, ranges, isRightToLeft),
      }
      return [head, ...rest.flatMap((block) => blockParagraphs(block, inner))]
    })
  }

  const blockParagraphs = (block: PrintedBlock, place: Place): IParagraphOptions[] => {
    switch (block.kind) {
      case 'paragraph': {
        if (place.depth > 0)
          return styled(block.words, { style: 'ListContinue', indent: { left: place.indent } })
        return styled(block.words, place.isQuoted ? { style: 'Quote' } : {})
      }
      case 'crosshead': {
        const level = block.level === 1 ? HeadingLevel.HEADING_1 : HeadingLevel.HEADING_2
        return styled(block.words, { heading: level })
      }
      case 'pullQuote':
        return styled(block.words, { style: 'IntenseQuote' })
      case 'editorsNote':
        return styled(block.words, { style: 'EditorsNote' })
      case 'blockquote': {
        const inner: Place = { ...place, indent: place.indent + quoteIndent, isQuoted: true }
        return block.blocks.flatMap((one) => blockParagraphs(one, inner))
      }
      case 'bulletList':
        return listed(block.items, bullets, 'ListBullet', place)
      case 'orderedList': {
        const reference = `numbers-${numbering.length}`
        // Each list is a numbering of its own: so each starts where the story says.
        numbering.push(numberingOf(reference, (level) => ({ ...numberLevel(level), start: block.start })))
        return listed(block.items, reference, 'ListNumber', place)
      }
      case 'figure':
        return figureParagraphs(block)
      case 'rule':
        return [{ style: 'Rule' }]
      default:
        return exhaustive(block)
    }
  }

  const figureParagraphs = (figure: PrintedBlock & { kind: 'figure' }): IParagraphOptions[] => {
    const image = images.get(figure.hash)
    const altText = oneLine(plain(figure.altText))
    const paragraphs: IParagraphOptions[] = []
    figureCount++
    if (image) {
      const picture = new ImageRun({
        type: image.head.type,
        data: image.bytes,
        transformation: fitted(image.head),
        altText: { id: `${figureCount}`, name: `Figure ${figureCount}`, description: altText },
      })
      paragraphs.push({ style: 'Picture', children: [picture] })
    }
    // In the document's order, so that a claim across a figure reads here as it reads there.
    paragraphs.push(...styled(figure.caption, { style: 'Caption' }))
    paragraphs.push(...styled(figure.credit, { style: 'Credit' }))
    // Without its image a figure is still what its alternative text says.
    const label = image ? 'Alt text' : 'Image'
    if (isForDesk || !image) paragraphs.push(...styled(figure.altText, { style: 'AltText' }, label))
    return paragraphs
  }

  const top: Place = { indent: 0, isQuoted: false, depth: 0 }
  const head = headFields.flatMap((field) => styled(story.fields[field], { style: headStyles[field] }))
  const body = story.body.flatMap((block) => spacedAfterList(blockParagraphs(block, top)))
  const tail = tailFields.flatMap((field) =>
    styled(story.fields[field], { style: 'SearchField' }, tailLabels[field]),
  )
  const sharing = { style: 'DeskHeading', children: [textRun('For search and sharing')] }
  const all = [...head, ...body, ...(tail.length > 0 ? [sharing] : []), ...tail]
  return { paragraphs: all.map((options) => new Paragraph(options)), numbering }
}

/** The lines of a list stand close together; what follows the list does not. */
function spacedAfterList(paragraphs: readonly IParagraphOptions[]): IParagraphOptions[] {
  const last = paragraphs.at(-1)
  const isList = typeof last?.style === 'string' && last.style.startsWith('List')
  return last && isList ? [...paragraphs.slice(0, -1), { ...last, spacing: spacing(0, 9) }] : [...paragraphs]
}

function fitted({ widthPx, heightPx }: ImageHead): { width: number; height: number } {
  const scale = Math.min(1, widestPx / widthPx, highestPx / heightPx)
  return {
    width: Math.max(1, Math.round(widthPx * scale)),
    height: Math.max(1, Math.round(heightPx * scale)),
  }
}

type Level = NumberingDefinition['levels'][number]

function numberingOf(reference: string, levelOf: (level: number) => Level): NumberingDefinition {
  return { reference, levels: Array.from({ length: lastLevel + 1 }, (_, level) => levelOf(level)) }
}

function levelStyle(level: number): NonNullable<Level['style']> {
  return { paragraph: { indent: { left: levelIndent * (level + 1), hanging: levelIndent } } }
}

function bulletLevel(level: number): Level {
  const text = ['•', '–', '·'][level % 3] ?? '•'
  return { level, format: LevelFormat.BULLET, text, style: levelStyle(level) }
}

function numberLevel(level: number): Level {
  const formats = [LevelFormat.DECIMAL, LevelFormat.LOWER_LETTER, LevelFormat.LOWER_ROMAN]
  const format = formats[level % 3] ?? LevelFormat.DECIMAL
  return { level, format, text: `%${level + 1}.`, style: levelStyle(level) }
}
