import { isSafeHref } from '../../shared/document/href.ts'
import { headFields, tailFields } from '../../shared/document/schema.ts'
import { tailLabels } from '../../shared/document/tail-labels.ts'
import { exhaustive } from '../../shared/lib/assert.ts'
import { notClearedMark } from './gate-lines.ts'
import { oneLine } from './legal.ts'
import {
  type Inline,
  isBlank,
  nest,
  type Piece,
  type PrintedBlock,
  type PrintedCell,
  type PrintedStory,
  plain,
} from './printed.ts'

/** What begins markup anywhere in a line, tables and struck text of the common extensions included. */
const special = /[\\`*_[\]<|~]|&(?=[#\p{L}])|!(?=$)/gu

function escapeMarkdown(text: string): string {
  return text.replace(special, '\\$&')
}

const letterOrDigit = /[\p{L}\p{N}]/u

/** Whether `*` around a text is sure to be read as emphasis: letters at both edges, nothing else marked in it. */
function isPlainEmphasis(children: readonly Inline[], before: string): boolean {
  const [text] = children
  if (children.length !== 1 || typeof text !== 'string' || before.endsWith('*')) return false
  const characters = [...text]
  return letterOrDigit.test(characters[0] ?? '') && letterOrDigit.test(characters.at(-1) ?? '')
}

const tags = { underline: 'u', strike: 's', superscript: 'sup', subscript: 'sub' } as const

/** An address that cannot end its own link or be read as an entity. */
function destination(href: string): string {
  const encoded = oneLine(href).replace(/[\s<>\\"`]/gu, (character) => encodeURIComponent(character))
  return `<${encoded.replaceAll('&', '&amp;')}>`
}

function inlineMarkdown(inline: readonly Inline[]): string {
  let result = ''
  for (const one of inline) {
    if (typeof one === 'string') {
      // A colon behind a reference at the start of a line would make it the note itself.
      result += /\[\^\d+\]$/u.test(result) ? escapeMarkdown(one).replace(/^:/u, '\\:') : escapeMarkdown(one)
      continue
    }
    if (typeof one === 'number') {
      result += `[^${one}]`
      continue
    }
    const inner = inlineMarkdown(one.children)
    switch (one.mark) {
      case 'bold':
        result += isPlainEmphasis(one.children, result) ? `**${inner}**` : `<strong>${inner}</strong>`
        break
      case 'italic':
        result += isPlainEmphasis(one.children, result) ? `*${inner}*` : `<em>${inner}</em>`
        break
      case 'link':
        result += isSafeHref(one.href) && inner.trim() !== '' ? `[${inner}](${destination(one.href)})` : inner
        break
      default:
        result += `<${tags[one.mark]}>${inner}</${tags[one.mark]}>`
    }
  }
  return result
}

/** A line may not begin with what opens a list, quotation, heading, rule or fence, nor with an indent. */
function escapeLineStart(line: string): string {
  return line
    .replace(/^[ \t]+/u, '')
    .replace(/^[-+>#=]/u, '\\$&')
    .replace(/^(\d{1,9})([.)])/u, '$1\\$2')
}

/** Some words as the lines of a paragraph; line breaks within it are hard ones. */
function paragraph(words: readonly Piece[]): string {
  if (isBlank(words)) return ''
  const lines = inlineMarkdown(nest(words))
    .replace(/^[\s\n]+|[\s\n]+$/gu, '')
    .split('\n')
  return lines.map((line) => escapeLineStart(line.replace(/[ \t]+$/u, ''))).join('\\\n')
}

function heading(marker: string, words: readonly Piece[]): string {
  if (isBlank(words)) return ''
  const line = inlineMarkdown(nest(words)).trim().replaceAll('\n', '<br>')
  return `${marker} ${line.replaceAll('#', '\\#')}`
}

function indented(text: string, by: string, first: string): string {
  return text
    .split('\n')
    .map((line, index) => (index === 0 ? first + line : line === '' ? '' : by + line))
    .join('\n')
}

/** HTML around Markdown: the empty lines let what is between be read as Markdown. */
function wrapped(open: string, content: string, close: string): string {
  return content === '' ? '' : `${open}\n\n${content}\n\n${close}`
}

function listMarkdown(
  items: readonly (readonly PrintedBlock[])[],
  markerOf: (index: number) => string,
  figures: FigureNames,
): string {
  const texts = items.map((item) => blocksMarkdown(item, figures))
  // A blank line between items makes each a paragraph of its own; needed as soon as one item holds more.
  const between = items.some((item) => item.length > 1) ? '\n\n' : '\n'
  return texts
    .map((text, index) => {
      const marker = markerOf(index)
      return text === '' ? marker : indented(text, ' '.repeat(marker.length + 1), `${marker} `)
    })
    .join(between)
}

/**
 * A table of pipes: its first row is the header, whatever it is in the story, for the format knows none without.
 * Header cells in other rows are in bold.
 */
function tableMarkdown(rows: readonly (readonly PrintedCell[])[]): string {
  const width = Math.max(...rows.map((row) => row.length))
  const [first = [], ...others] = rows
  const hasHeader = first.some((cell) => cell.isHeader)
  const line = (cells: readonly string[]): string =>
    `| ${Array.from({ length: width }, (_, index) => cells[index] ?? '').join(' | ')} |`
  const cellOf = ({ isHeader, words }: PrintedCell): string => {
    const text = inlineMarkdown(nest(words)).trim().replaceAll('\n', '<br>')
    return isHeader && text !== '' ? `<strong>${text}</strong>` : text
  }
  const head = hasHeader
    ? first.map((cell) => cellOf({ ...cell, isHeader: false }))
    : Array.from({ length: width }, () => '')
  const rest = (hasHeader ? others : rows).map((row) => line(row.map(cellOf)))
  return [line(head), line(Array.from({ length: width }, () => '---')), ...rest].join('\n')
}

/** The names under which a page's figures stand beside it. */
type FigureNames = (hash: string) => string

function blockMarkdown(block: PrintedBlock, isSecondList: boolean, figures: FigureNames): string {
  switch (block.kind) {
    case 'paragraph':
      return paragraph(block.words)
    case 'crosshead':
      return heading(block.level === 1 ? '##' : '###', block.words)
    case 'pullQuote':
      return wrapped('<aside class="pull-quote">', paragraph(block.words), '</aside>')
    case 'editorsNote':
      return wrapped('<div class="editors-note">', paragraph(block.words), '</div>')
    case 'blockquote':
      return blocksMarkdown(block.blocks, figures)
        .split('\n')
        .map((line) => `> ${line}`.trimEnd())
        .join('\n')
    case 'bulletList':
      return listMarkdown(block.items, () => (isSecondList ? '*' : '-'), figures)
    case 'orderedList':
      return listMarkdown(
        block.items,
        (index) => `${Math.min(block.start + index, 999_999_999)}${isSecondList ? ')' : '.'}`,
        figures,
      )
    case 'figure': {
      const altText = inlineMarkdown([oneLine(plain(block.altText))])
      const caption = [paragraph(block.caption), paragraph(block.credit)].filter((text) => text !== '')
      const texts = wrapped('<figcaption>', caption.join('\n\n'), '</figcaption>')
      return wrapped(
        '<figure>',
        [`![${altText}](${figures(block.hash)})`, texts].filter((text) => text !== '').join('\n\n'),
        '</figure>',
      )
    }
    case 'table':
      return tableMarkdown(block.rows)
    case 'rule':
      return '***'
    default:
      return exhaustive(block)
  }
}

function blocksMarkdown(blocks: readonly PrintedBlock[], figures: FigureNames): string {
  const texts: string[] = []
  let previous: PrintedBlock['kind'] | null = null
  let isSecond = false
  for (const block of blocks) {
    // Two lists of one kind in a row would be read as one; another marker sets them apart.
    isSecond = block.kind === previous && !isSecond
    const text = blockMarkdown(block, isSecond, figures)
    if (text === '') continue
    texts.push(text)
    previous = block.kind
  }
  return texts.join('\n\n')
}

/**
 * A story as CommonMark, with tables of pipes and footnotes as the common extensions have them. What has no
 * sign is inline HTML: underline, strike, superscript, subscript; pull quotes, editor's notes and figures stand between HTML tags, their words being Markdown.
 * Figures are named `figure-1` and so on in the order of the text; their bytes are not in the file. Search
 * title, search description and social line stand in a block of their own after a last rule, each with its
 * label, because front matter is no CommonMark and would be read as words.
 */
export function makeMarkdown(
  story: PrintedStory,
  endingOf: (hash: string) => string,
  isNotCleared = false,
): string {
  let count = 0
  const figures: FigureNames = (hash) => `figure-${++count}${endingOf(hash)}`
  const parts = headFields.map((field) =>
    field === 'headline' ? heading('#', story.fields.headline) : paragraph(story.fields[field]),
  )
  if (isNotCleared) parts.unshift(notClearedMark)
  parts.push(blocksMarkdown(story.body, figures))
  if (isNotCleared) parts.push(notClearedMark)
  const tail = tailFields
    .filter((field) => !isBlank(story.fields[field]))
    .map((field) => `**${tailLabels[field]}:** ${paragraph(story.fields[field])}`)
  if (tail.length > 0) parts.push('***', ...tail)
  for (const { number, words } of story.notes)
    parts.push(indented(paragraph(words), '    ', `[^${number}]: `).trim())
  return `${parts.filter((part) => part !== '').join('\n\n')}\n`
}
