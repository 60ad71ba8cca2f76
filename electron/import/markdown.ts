import MarkdownIt from 'markdown-it'
import footnotes from 'markdown-it-footnote'
import { schema } from '../../shared/document/schema.ts'
import { countWords } from '../../shared/document/text.ts'
import type { Beside } from './beside.ts'
import type { Changes } from './changes.ts'
import { readHtml } from './html.ts'
import { blockItem, droppedItem, type Item } from './items.ts'
import { limits } from './limits.ts'
import { emptyHead, type PageHead } from './page-head.ts'
import { pageRules } from './rules.ts'

/**
 * HTML inside Markdown is let through here: what comes out goes through the one door for HTML.
 *
 * Beyond `maxNesting` markdown-it leaves words out without a word of it; so it lies above the depth at which the
 * door refuses a page.
 */
const markdown = new MarkdownIt({
  html: true,
  linkify: false,
  typographer: false,
  maxNesting: limits.pageDepth + 50,
}).use(footnotes)

/** Markdown as parts of a story: made HTML first, so that both come in by the same door. */
export function readMarkdown(
  text: string,
  changes: Changes,
  beside: Beside,
): { items: Item[]; head: PageHead } {
  const { matter, rest } = splitFrontMatter(text)
  const { items } = readHtml(markdown.render(rest), false, changes, beside)
  const { head, dropped, lines } = readFrontMatter(matter)
  return { items: [...dropped, ...lines, ...markDek(items)], head }
}

/** Lines between two `---` at the very start, of the form `key: value`. */
function splitFrontMatter(text: string): { matter: string[]; rest: string } {
  const found = /^\s*---[^\S\n]*\n((?:[^\n]*\n){0,200}?)(?:---|\.\.\.)[^\S\n]*(?:\n|$)/u.exec(text)
  const lines = found?.[1]?.split('\n').filter((line) => line.trim() !== '') ?? []
  const isMatter = lines.length > 0 && lines.some((line) => /^[\w-]+:/u.test(line))
  return found && isMatter ? { matter: lines, rest: text.slice(found[0].length) } : { matter: [], rest: text }
}

function readFrontMatter(matter: readonly string[]): { head: PageHead; dropped: Item[]; lines: Item[] } {
  const head = { ...emptyHead }
  const dropped: Item[] = []
  const lines: Item[] = []
  for (const line of matter) {
    const [, key = '', value = ''] = /^([\w-]+):\s*(.*?)\s*$/u.exec(line) ?? []
    const words = value.replace(/^(["'])(.*)\1$/u, '$2')
    const name = key.toLowerCase()
    const isPlain = words !== '' && !/^[[{|>&*!]/u.test(words)
    if (name === 'title' && isPlain) head.title = words
    else if (name === 'description' && isPlain) head.description = words
    else if ((name === 'author' || name === 'byline') && isPlain)
      lines.push(blockItem(schema.node('paragraph', null, [schema.text(words)]), 0, 'byline'))
    else if ((name === 'dek' || name === 'subtitle') && isPlain)
      lines.push(blockItem(schema.node('paragraph', null, [schema.text(words)]), 0, 'dek'))
    else if (name === 'dateline' && isPlain)
      lines.push(blockItem(schema.node('paragraph', null, [schema.text(words)]), 0, 'dateline'))
    else if (name === 'date' && isPlain) head.date = words
    else if ((name === 'url' || name === 'canonical') && /^https?:\/\//u.test(words) && URL.canParse(words))
      head.address = words
    else dropped.push(droppedItem(line.trim(), pageRules.frontMatter))
  }
  return { head, dropped, lines }
}

/** A line in italics right below the headline is the dek. */
function markDek(items: readonly Item[]): Item[] {
  const index = items.findIndex((item) => item.kind === 'block' && item.part === 'headline')
  const below = items[index + 1]
  if (index < 0 || below?.kind !== 'block' || below.node.type.name !== 'paragraph') return [...items]
  const { content } = below.node
  const isItalic = content.content.every((text) => text.marks.some((mark) => mark.type.name === 'italic'))
  if (!isItalic || content.size === 0 || countWords(below.node.textContent) > 60) return [...items]
  const plain = content.content.map((text) =>
    text.mark(text.marks.filter((mark) => mark.type.name !== 'italic')),
  )
  return items.map((item) =>
    item === below ? blockItem(schema.node('paragraph', null, plain), 0, 'dek') : item,
  )
}
