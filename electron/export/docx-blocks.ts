import {
  BorderStyle,
  HeadingLevel,
  ImageRun,
  type IParagraphOptions,
  LevelFormat,
  type NumberingDefinition,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  WidthType,
} from 'docx'
import { directionOf } from '../../shared/document/direction.ts'
import { headFields, tailFields } from '../../shared/document/schema.ts'
import { tailLabels } from '../../shared/document/tail-labels.ts'
import { exhaustive } from '../../shared/lib/assert.ts'
import { type CommentRanges, paragraphRuns, textRun } from './docx-runs.ts'
import { spacing } from './docx-styles.ts'
import type { FigureImage, FigureImages } from './image.ts'
import { oneLine } from './legal.ts'
import { type Piece, type PrintedBlock, type PrintedCell, type PrintedStory, plain } from './printed.ts'

/** Word has nine levels of lists. */
const lastLevel = 8
/** Twentieths of a point by which a level of a list, or a block quotation, is indented. */
const levelIndent = 425
const quoteIndent = 567
const bullets = 'bullets'
/** The pictures that Word shows; of others it says what their alternative text says. */
const wordTypes = { png: 'png', jpg: 'jpg', gif: 'gif', webp: null, avif: null } as const
/** Between the margins of an A4 page, in twentieths of a point. */
const textWidth = 9026
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
  readonly blocks: readonly (Paragraph | Table)[]
  /** By number; empty where the notes stand as paragraphs behind the text. */
  readonly footnotes: Readonly<Record<number, { children: Paragraph[] }>>
  readonly numbering: readonly NumberingDefinition[]
}

interface Place {
  /** Twentieths of a point. */
  readonly indent: number
  readonly isQuoted: boolean
  /** Lists around it. */
  readonly depth: number
}

/** One block of the body of a Word document, not made yet where it may still be changed. */
type DocxBlock = IParagraphOptions | Table

const cellLine = { style: BorderStyle.SINGLE, size: 4, color: 'A6A6A6' }
const noLine = { style: BorderStyle.NONE, size: 0, color: 'auto' }

/**
 * The story as Word paragraphs and tables.
 *
 * @param isForDesk whether it carries comments: then alternative texts, which Word keeps out of sight, stand below
 *   their images, and footnotes, in which Word takes no comments, behind the text, so that claims on their words
 *   have a place
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
    const runs = paragraphRuns(words, ranges, isRightToLeft, isForDesk)
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
  ): DocxBlock[] => {
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
        children: paragraphRuns(words, ranges, isRightToLeft, isForDesk),
      }
      return [head, ...rest.flatMap((block) => blockParagraphs(block, inner))]
    })
  }

  const blockParagraphs = (block: PrintedBlock, place: Place): DocxBlock[] => {
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
      case 'table':
        return [tableOf(block.rows)]
      case 'rule':
        return [{ style: 'Rule' }]
      default:
        return exhaustive(block)
    }
  }

  const cellOf = ({ isHeader, words }: PrintedCell): TableCell => {
    const style = isHeader ? 'TableHeader' : 'TableText'
    const [options = { style }] = styled(words, { style })
    return new TableCell({ children: [new Paragraph(options)] })
  }

  const tableOf = (rows: readonly (readonly PrintedCell[])[]): Table => {
    const width = Math.max(...rows.map((row) => row.length))
    const fill: PrintedCell = { isHeader: false, words: [] }
    return new Table({
      width: { size: 100, type: WidthType.PERCENTAGE },
      columnWidths: Array.from({ length: width }, () => Math.floor(textWidth / width)),
      borders: {
        top: cellLine,
        bottom: cellLine,
        insideHorizontal: cellLine,
        left: noLine,
        right: noLine,
        insideVertical: noLine,
      },
      rows: rows.map(
        (row, index) =>
          new TableRow({
            cantSplit: true,
            tableHeader: index === 0 && row.every((cell) => cell.isHeader),
            children: Array.from({ length: width }, (_, column) => cellOf(row[column] ?? fill)),
          }),
      ),
    })
  }

  const figureParagraphs = (figure: PrintedBlock & { kind: 'figure' }): IParagraphOptions[] => {
    const found = images.get(figure.hash)
    const type = found && wordTypes[found.head.type]
    const image = type && found
    const altText = oneLine(plain(figure.altText))
    const paragraphs: IParagraphOptions[] = []
    figureCount++
    if (image) {
      const picture = new ImageRun({
        type,
        data: image.bytes,
        transformation: fitted(image),
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
  const body = story.body.flatMap((block) => {
    const blocks = spacedAfterList(blockParagraphs(block, top))
    // Word joins two tables that stand side by side into one, and sets no room behind one.
    return block.kind === 'table' ? [...blocks, { style: 'TableGap' }] : blocks
  })
  const notes = story.notes.flatMap(({ number, words }) => {
    const [options = { style: 'FootnoteText' }] = styled(words, { style: 'FootnoteText' })
    return [{ number, options }]
  })
  const listedNotes = notes.map(({ number, options }) => ({
    ...options,
    children: [
      textRun(`${number}`, { style: 'NoteNumber' }),
      textRun(' ', { style: 'Label' }),
      ...(options.children ?? []),
    ],
  }))
  const notesHeading = { style: 'DeskHeading', children: [textRun('Footnotes')] }
  const tail = tailFields.flatMap((field) =>
    styled(story.fields[field], { style: 'SearchField' }, tailLabels[field]),
  )
  const sharing = { style: 'DeskHeading', children: [textRun('For search and sharing')] }
  const atEnd = isForDesk && notes.length > 0 ? [notesHeading, ...listedNotes] : []
  const all = [...head, ...body, ...atEnd, ...(tail.length > 0 ? [sharing] : []), ...tail]
  const footnotes = notes.map(({ number, options }) => [number, { children: [new Paragraph(options)] }])
  return {
    blocks: all.map((block) => (block instanceof Table ? block : new Paragraph(block))),
    footnotes: isForDesk ? {} : Object.fromEntries(footnotes),
    numbering,
  }
}

/** The lines of a list stand close together; what follows the list does not. */
function spacedAfterList(blocks: readonly DocxBlock[]): DocxBlock[] {
  const last = blocks.at(-1)
  if (!last || last instanceof Table || !last.style?.startsWith('List')) return [...blocks]
  return [...blocks.slice(0, -1), { ...last, spacing: spacing(0, 9) }]
}

/** How Word turns and mirrors what EXIF's orientation says, which it does not read: mirrored first. */
const turns: Readonly<Record<number, { rotation: number; horizontal: boolean }>> = {
  2: { rotation: 0, horizontal: true },
  3: { rotation: 180, horizontal: false },
  4: { rotation: 180, horizontal: true },
  5: { rotation: 270, horizontal: true },
  6: { rotation: 90, horizontal: false },
  7: { rotation: 90, horizontal: true },
  8: { rotation: 270, horizontal: false },
}

/** The size of a picture before it is turned, small enough for the page after it. */
function fitted({ head }: FigureImage): ConstructorParameters<typeof ImageRun>[0]['transformation'] {
  const { widthPx, heightPx, orientation } = head
  const scale = Math.min(1, widestPx / widthPx, highestPx / heightPx)
  const shown = {
    width: Math.max(1, Math.round(widthPx * scale)),
    height: Math.max(1, Math.round(heightPx * scale)),
  }
  const turn = turns[orientation]
  if (!turn) return shown
  const { width, height } = turn.rotation % 180 === 0 ? shown : { width: shown.height, height: shown.width }
  return {
    width,
    height,
    rotation: turn.rotation,
    ...(turn.horizontal ? { flip: { horizontal: true } } : {}),
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
