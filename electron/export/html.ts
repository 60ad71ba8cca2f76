import { isSafeHref } from '../../shared/document/href.ts'
import { exhaustive } from '../../shared/lib/assert.ts'
import type { StoryBundle } from '../../shared/model/bundle.ts'
import { unknownLanguage } from '../../shared/model/language.ts'
import { escapeHtml } from './escape.ts'
import { notClearedMark } from './gate-lines.ts'
import type { FigureImages } from './image.ts'
import { oneLine } from './legal.ts'
import {
  type Inline,
  isBlank,
  nest,
  type Piece,
  type PrintedBlock,
  type PrintedCell,
  type PrintedNote,
  type PrintedStory,
  plain,
} from './printed.ts'

const style = `
body { max-width: 38rem; margin: 3rem auto; padding: 0 1.25rem; font: 1.125rem/1.55 Georgia, "Times New Roman", serif;
  color: #1a1a1a; background: #fff; overflow-wrap: break-word; }
h1, h2, h3, p, aside, .editors-note { white-space: pre-wrap; }
h1 { font-size: 2.2rem; line-height: 1.15; margin: 0 0 .75rem; }
h2 { font-size: 1.4rem; line-height: 1.25; margin: 2rem 0 .5rem; }
h3 { font-size: 1.15rem; line-height: 1.3; margin: 1.5rem 0 .5rem; }
p { margin: 0 0 1rem; }
.dek { font-size: 1.3rem; line-height: 1.4; color: #444; }
.byline, .dateline, .caption, .credit, .alt-text { font-family: Helvetica, Arial, sans-serif; font-size: .875rem; color: #555; }
.byline, .dateline, .caption, .credit, .alt-text { margin-bottom: .25rem; }
h1 ~ .dateline { margin-bottom: 1.5rem; }
li > p { margin-bottom: .35rem; }
ul, ol { margin: 0 0 1rem; }
li > ul, li > ol { margin-bottom: .35rem; }
sup, sub { line-height: 0; }
blockquote { margin: 1.25rem 0; padding-inline-start: 1.25rem; border-inline-start: 3px solid #bbb; }
.pull-quote { margin: 2rem 0; padding: 1rem 0; border-block: 1px solid #bbb; font-size: 1.5rem; line-height: 1.3; text-align: center; }
.editors-note { margin: 2rem 0; padding: .75rem 1rem; background: #f3f3f0; font-size: 1rem; }
figure { margin: 2rem 0; }
img { max-width: 100%; height: auto; display: block; margin-bottom: .5rem; }
table { border-collapse: collapse; margin: 1.5rem 0; font-family: Helvetica, Arial, sans-serif; font-size: .9rem; }
th, td { padding: .35rem .75rem; border-bottom: 1px solid #bbb; text-align: start; vertical-align: top; white-space: pre-wrap; }
th { border-bottom-color: #1a1a1a; }
.footnotes { margin-top: 3rem; padding-top: 1rem; border-top: 1px solid #bbb; font-size: .9rem; }
.footnotes p { margin-bottom: .35rem; }
hr { width: 6rem; margin: 2rem auto; border: 0; border-top: 1px solid #999; }
@media print {
  body { max-width: none; margin: 0; padding: 0; font-size: 11pt; }
  h1, h2, h3 { break-after: avoid; }
  figure, .pull-quote, tr { break-inside: avoid; }
  a { color: inherit; }
}
@page { margin: 2.2cm; }
`

/** What is fixed is printed on every page. */
export const notClearedStyle = `
.not-cleared { margin: 0 0 1.5rem; padding: .35rem .75rem; border: 2px solid #9b2c2c; color: #9b2c2c; background: #fff;
  font: 700 .875rem/1.3 Helvetica, Arial, sans-serif; letter-spacing: .04em; text-align: center; }
@media print {
  .not-cleared { position: fixed; inset: 42% 0 auto; z-index: 1; margin: 0; border: 0; background: none; opacity: .16;
    font-size: 34pt; transform: rotate(-24deg); }
}
`

const tags = {
  bold: 'strong',
  italic: 'em',
  underline: 'u',
  strike: 's',
  superscript: 'sup',
  subscript: 'sub',
} as const

/** Roles of the publishing vocabulary for ARIA, which screen readers and this program's import know. */
function referenceHtml(number: number): string {
  return `<sup><a href="#note-${number}" id="reference-${number}" role="doc-noteref">${number}</a></sup>`
}

function notesHtml(notes: readonly PrintedNote[]): string {
  if (notes.length === 0) return ''
  const items = notes.map(({ number, words }) => {
    const back = `<a href="#reference-${number}" role="doc-backlink" aria-label="Back to the text">↩</a>`
    return `<li id="note-${number}"><p dir="auto">${[inlineHtml(nest(words)), back].filter((part) => part !== '').join(' ')}</p></li>`
  })
  return `<section class="footnotes" role="doc-endnotes">\n<ol>\n${items.join('\n')}\n</ol>\n</section>`
}

function tableHtml(rows: readonly (readonly PrintedCell[])[]): string {
  const width = Math.max(...rows.map((row) => row.length))
  const lines = rows.map((row) => {
    const cells = row.map(({ isHeader, words }) => {
      const tag = isHeader ? 'th' : 'td'
      return `<${tag} dir="auto">${inlineHtml(nest(words))}</${tag}>`
    })
    return `<tr>${cells.join('')}${'<td></td>'.repeat(width - row.length)}</tr>`
  })
  return `<table>\n${lines.join('\n')}\n</table>`
}

function inlineHtml(inline: readonly Inline[]): string {
  return inline
    .map((one) => {
      if (typeof one === 'string') return escapeHtml(one).replaceAll('\n', '<br>')
      if (typeof one === 'number') return referenceHtml(one)
      const inner = inlineHtml(one.children)
      if (one.mark !== 'link') return `<${tags[one.mark]}>${inner}</${tags[one.mark]}>`
      if (!isSafeHref(one.href)) return inner
      return `<a href="${escapeHtml(one.href)}" rel="noopener noreferrer">${inner}</a>`
    })
    .join('')
}

function element(tag: string, className: string, words: readonly Piece[]): string {
  if (isBlank(words)) return ''
  const named = className === '' ? '' : ` class="${className}"`
  return `<${tag}${named} dir="auto">${inlineHtml(nest(words))}</${tag}>`
}

function blockHtml(block: PrintedBlock, images: FigureImages): string {
  switch (block.kind) {
    case 'paragraph':
      return element('p', '', block.words)
    case 'crosshead':
      return element(block.level === 1 ? 'h2' : 'h3', '', block.words)
    case 'pullQuote':
      return element('aside', 'pull-quote', block.words)
    case 'editorsNote':
      // Not an aside: pages are read again by rules that leave side columns out.
      return element('div', 'editors-note', block.words)
    case 'blockquote': {
      const blocks = blocksHtml(block.blocks, images)
      return blocks && `<blockquote dir="auto">\n${blocks}\n</blockquote>`
    }
    case 'bulletList':
      return `<ul dir="auto">\n${itemsHtml(block.items, images)}\n</ul>`
    case 'orderedList': {
      const start = block.start === 1 ? '' : ` start="${block.start}"`
      return `<ol dir="auto"${start}>\n${itemsHtml(block.items, images)}\n</ol>`
    }
    case 'figure': {
      const image = images.get(block.hash)
      const altText = oneLine(plain(block.altText))
      const picture = image
        ? `<img src="data:${image.head.mediaType};base64,${image.base64}" alt="${escapeHtml(altText)}" width="${image.head.widthPx}" height="${image.head.heightPx}">`
        : altText && `<p class="alt-text" dir="auto">[Image: ${escapeHtml(altText)}]</p>`
      const texts = [element('p', 'caption', block.caption), element('p', 'credit', block.credit)].join('')
      const caption = texts && `<figcaption>${texts}</figcaption>`
      return picture || caption ? `<figure>${picture}${caption}</figure>` : ''
    }
    case 'table':
      return tableHtml(block.rows)
    case 'rule':
      return '<hr>'
    default:
      return exhaustive(block)
  }
}

function itemsHtml(items: readonly (readonly PrintedBlock[])[], images: FigureImages): string {
  return items.map((item) => `<li dir="auto">${blocksHtml(item, images)}</li>`).join('\n')
}

function blocksHtml(blocks: readonly PrintedBlock[], images: FigureImages): string {
  return blocks
    .map((block) => blockHtml(block, images))
    .filter((html) => html !== '')
    .join('\n')
}

function meta(key: 'name' | 'property', name: string, words: readonly Piece[]): string {
  const content = oneLine(plain(words))
  return content && `<meta ${key}="${name}" content="${escapeHtml(content)}">`
}

/**
 * A story as one complete page that needs nothing beside it: figures are in it as data. The search title, or else
 * the headline, or else the slug is the page's title; search description and social line are `description` and `og:description`.
 * Each block takes its direction from its words.
 */
export function makeHtml(
  story: PrintedStory,
  images: FigureImages,
  { slug, language }: Pick<StoryBundle['story'], 'slug' | 'language'>,
  isNotCleared = false,
): string {
  const { fields } = story
  const title = oneLine(plain(fields.searchTitle)) || oneLine(plain(fields.headline)) || oneLine(slug)
  const lines = [
    '<!DOCTYPE html>',
    language === unknownLanguage ? '<html>' : `<html lang="${escapeHtml(language)}">`,
    '<head>',
    '<meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    `<title dir="auto">${escapeHtml(title)}</title>`,
    meta('name', 'author', fields.byline),
    meta('name', 'description', fields.searchDescription),
    meta('property', 'og:description', fields.socialLine),
    `<style>${style}${isNotCleared ? notClearedStyle : ''}</style>`,
    '</head>',
    '<body dir="auto">',
    isNotCleared ? `<p class="not-cleared">${notClearedMark}</p>` : '',
    '<article>',
    element('h1', 'headline', fields.headline),
    element('p', 'dek', fields.dek),
    element('p', 'byline', fields.byline),
    element('p', 'dateline', fields.dateline),
    blocksHtml(story.body, images),
    notesHtml(story.notes),
    '</article>',
    '</body>',
    '</html>',
  ]
  return `${lines.filter((line) => line !== '').join('\n')}\n`
}
