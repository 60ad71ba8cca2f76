import { headFields, tailFields } from '../../shared/document/schema.ts'
import { exhaustive } from '../../shared/lib/assert.ts'
import { oneLine } from './legal.ts'
import { type Piece, type PrintedBlock, type PrintedStory, plain, tailLabels } from './printed.ts'

function indented(text: string, by: string, first: string = by): string {
  return text
    .split('\n')
    .map((line, index) => (line === '' ? '' : (index === 0 ? first : by) + line))
    .join('\n')
}

function words(pieces: readonly Piece[]): string {
  return plain(pieces).trim()
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
 * four spaces, an image's alternative text stands in brackets. What search engines and networks read follows
 * after a rule, each line with its label.
 */
export function makePlainText(story: PrintedStory): string {
  const head = headFields.map((field) => words(story.fields[field]))
  const tail = tailFields
    .filter((field) => words(story.fields[field]) !== '')
    .map((field) => `${tailLabels[field]}: ${words(story.fields[field])}`)
  const parts = [...head, blocksText(story.body)].filter((part) => part !== '')
  if (tail.length > 0) parts.push('* * *', tail.join('\n'))
  return `${parts.join('\n\n')}\n`
}
