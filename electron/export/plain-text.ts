import { headFields, tailFields } from '../../shared/document/schema.ts'
import { tailLabels } from '../../shared/document/tail-labels.ts'
import { exhaustive } from '../../shared/lib/assert.ts'
import { notClearedMark } from './gate-lines.ts'
import { oneLine } from './legal.ts'
import { type Piece, type PrintedBlock, type PrintedCell, type PrintedStory, plain } from './printed.ts'

function indented(text: string, by: string, first: string = by): string {
  return text
    .split('\n')
    .map((line, index) => (line === '' ? '' : (index === 0 ? first : by) + line))
    .join('\n')
}

/** References are numbers in brackets, for there is nothing else to set them apart from the words. */
function words(pieces: readonly Piece[]): string {
  return pieces
    .map((piece) => (piece.reference === null ? plain([piece]) : `[${piece.reference}]`))
    .join('')
    .trim()
}

/** Cells set apart by tabs, as spreadsheets take them. */
function rowText(row: readonly PrintedCell[]): string {
  return row.map((cell) => words(cell.words).replace(/\s+/gu, ' ')).join('\t')
}

function blockText(block: PrintedBlock): string {
  switch (block.kind) {
    case 'paragraph':
    case 'pullQuote':
    case 'editorsNote':
    case 'crosshead':
      return words(block.words)
    case 'blockquote':
      return indented(blocksText(block.blocks), '    ')
    case 'bulletList':
      return block.items.map((item) => indented(blocksText(item, '\n'), '  ', '• ')).join('\n')
    case 'orderedList':
      return block.items
        .map((item, index) => {
          const number = `${block.start + index}. `
          return indented(blocksText(item, '\n'), ' '.repeat(number.length), number)
        })
        .join('\n')
    case 'figure': {
      const altText = oneLine(plain(block.altText))
      const parts = [altText && `[Image: ${altText}]`, words(block.caption), words(block.credit)]
      return parts.filter((part) => part !== '').join('\n')
    }
    case 'table':
      return block.rows.map(rowText).join('\n')
    case 'rule':
      return '* * *'
    default:
      return exhaustive(block)
  }
}

function blocksText(blocks: readonly PrintedBlock[], between = '\n\n'): string {
  return blocks
    .map(blockText)
    .filter((text) => text !== '')
    .join(between)
}

/**
 * A story as plain text: its parts in reading order, an empty line between them. Block quotations are indented by
 * four spaces, an image's alternative text stands in brackets; footnotes follow the body. What search engines and networks read follows
 * after a rule, each line with its label.
 */
export function makePlainText(story: PrintedStory, isNotCleared = false): string {
  const head = headFields.map((field) => words(story.fields[field]))
  const tail = tailFields
    .filter((field) => words(story.fields[field]) !== '')
    .map((field) => `${tailLabels[field]}: ${words(story.fields[field])}`)
  const notes = story.notes.map(({ number, words: its }) => `[${number}] ${words(its)}`.trim())
  const mark = isNotCleared ? notClearedMark : ''
  const parts = [mark, ...head, blocksText(story.body), notes.join('\n'), mark].filter((part) => part !== '')
  if (tail.length > 0) parts.push('* * *', tail.join('\n'))
  return `${parts.join('\n\n')}\n`
}
