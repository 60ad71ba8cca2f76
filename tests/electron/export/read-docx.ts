import { strFromU8, unzipSync } from 'fflate'
import { must } from '../../../shared/lib/assert.ts'

/** Character styles of what the desk adds to a story's words. */
const labels = new Set(['Label', 'NoteNumber'])

export interface XmlToken {
  readonly kind: 'open' | 'close' | 'text'
  /** The name of an element, or the text with its entities read. */
  readonly value: string
  readonly attributes: Readonly<Record<string, string>>
}

const entities: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

function unescapeXml(text: string): string {
  if (/[<>]|&(?!(amp|lt|gt|quot|apos);)/u.test(text)) throw new Error(`not well-formed: ${text}`)
  return text.replace(/&(\w+);/gu, (_, name: string) => must(entities[name], name))
}

/**
 * The tokens of an XML part that has no comments, sections or processing instructions but the first.
 *
 * @throws Error where it is not well-formed or holds a character that XML 1.0 does not allow
 */
export function xmlTokens(xml: string): XmlToken[] {
  const illegal = xml.match(/[^\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/u)
  if (illegal) throw new Error(`illegal character U+${illegal[0].codePointAt(0)?.toString(16)}`)
  const tokens: XmlToken[] = []
  const open: string[] = []
  const body = xml.replace(/^<\?xml [^>]*\?>\s*/u, '')
  const token = /<(\/?)([\w:]+)((?:\s+[\w:]+="[^"<]*")*)\s*(\/?)>|([^<]+)/guy
  let end = 0
  for (const found of body.matchAll(token)) {
    const [whole, slash, name = '', attributeText = '', empty, text] = found
    end = found.index + whole.length
    if (text !== undefined) {
      tokens.push({ kind: 'text', value: unescapeXml(text), attributes: {} })
      continue
    }
    const attributes: Record<string, string> = {}
    for (const [, key = '', value = ''] of attributeText.matchAll(/([\w:]+)="([^"]*)"/gu)) {
      attributes[key] = unescapeXml(value)
    }
    if (slash) {
      if (open.pop() !== name) throw new Error(`</${name}> closes what is not open`)
      tokens.push({ kind: 'close', value: name, attributes })
    } else {
      tokens.push({ kind: 'open', value: name, attributes })
      if (empty) tokens.push({ kind: 'close', value: name, attributes: {} })
      else open.push(name)
    }
  }
  if (end !== body.length || open.length > 0) throw new Error(`not well-formed at ${end}`)
  return tokens
}

export interface ReadComment {
  readonly author: string
  readonly initials: string
  readonly date: string
  /** The text of the comment, one line a paragraph. */
  readonly text: string
  /** The text that it stands on, one line a paragraph; null where its range is not whole. */
  readonly anchor: string | null
}

export interface ReadDocx {
  readonly parts: ReadonlyMap<string, Uint8Array>
  xml(name: string): string
  readonly paragraphs: readonly { style: string; text: string }[]
  /** The text of each footnote, by number. */
  readonly footnotes: readonly string[]
  readonly comments: readonly ReadComment[]
}

/** Reads a DOCX as Word does, as far as the tests look: every XML part must be well-formed. */
export function readDocx(bytes: Uint8Array): ReadDocx {
  const parts = new Map(Object.entries(unzipSync(bytes)))
  const xml = (name: string): string => strFromU8(must(parts.get(name), `no part ${name}`))
  for (const name of parts.keys()) if (/\.(xml|rels)$/u.test(name)) xmlTokens(xml(name))

  const paragraphs: { style: string; text: string }[] = []
  const anchors = new Map<string, string[]>()
  const closed = new Set<string>()
  const referenced = new Set<string>()
  const ranges = new Set<string>()
  let isText = false
  let isLabel = false
  const write = (text: string): void => {
    const paragraph = paragraphs.at(-1)
    if (paragraph) paragraph.text += text
    // The desk's own labels are no words of the story.
    if (isLabel) return
    for (const id of ranges) {
      const lines = must(anchors.get(id), 'an open range')
      lines.push((lines.pop() ?? '') + text)
    }
  }
  for (const { kind, value, attributes } of xmlTokens(xml('word/document.xml'))) {
    if (kind === 'text' && isText) write(value)
    if (kind === 'close' && value === 'w:t') isText = false
    if (kind === 'close' && value === 'w:r') isLabel = false
    if (kind !== 'open') continue
    const id = attributes['w:id'] ?? ''
    if (value === 'w:t') isText = true
    else if (value === 'w:rStyle') isLabel = labels.has(attributes['w:val'] ?? '')
    else if (value === 'w:pStyle') must(paragraphs.at(-1), 'a paragraph').style = attributes['w:val'] ?? ''
    else if (value === 'w:cr') write('\n')
    else if (value === 'w:tab') write('\t')
    else if (value === 'w:p') {
      paragraphs.push({ style: '', text: '' })
      for (const open of ranges) anchors.get(open)?.push('')
    } else if (value === 'w:commentRangeStart') {
      if (anchors.has(id)) throw new Error(`comment ${id} begins twice`)
      anchors.set(id, [''])
      ranges.add(id)
    } else if (value === 'w:commentRangeEnd') {
      if (!ranges.delete(id)) throw new Error(`comment ${id} ends before it begins`)
      closed.add(id)
    } else if (value === 'w:commentReference') referenced.add(id)
  }

  const footnotes: string[] = []
  if (parts.has('word/footnotes.xml')) {
    let text: string | null = null
    let isNoteText = false
    for (const { kind, value, attributes } of xmlTokens(xml('word/footnotes.xml'))) {
      // The first two are the lines that Word draws above its notes.
      if (kind === 'open' && value === 'w:footnote') text = Number(attributes['w:id']) > 0 ? '' : null
      else if (kind === 'close' && value === 'w:footnote' && text !== null) footnotes.push(text)
      else if (value === 'w:t') isNoteText = kind === 'open'
      else if (kind === 'open' && (value === 'w:cr' || value === 'w:tab')) text = text && `${text}\n`
      else if (kind === 'text' && isNoteText && text !== null) text += value
    }
  }

  const comments: ReadComment[] = []
  if (parts.has('word/comments.xml')) {
    let lines: string[] = []
    let at: Readonly<Record<string, string>> = {}
    let isCommentText = false
    for (const { kind, value, attributes } of xmlTokens(xml('word/comments.xml'))) {
      if (kind === 'open' && value === 'w:comment') {
        at = attributes
        lines = []
      } else if (kind === 'open' && value === 'w:p') lines.push('')
      else if (value === 'w:t') isCommentText = kind === 'open'
      else if (kind === 'open' && value === 'w:cr') lines.push(`${lines.pop()}\n`)
      else if (kind === 'text' && isCommentText) lines.push(lines.pop() + value)
      else if (kind === 'close' && value === 'w:comment') {
        const id = at['w:id'] ?? ''
        const isWhole = closed.has(id) && referenced.has(id)
        comments.push({
          author: at['w:author'] ?? '',
          initials: at['w:initials'] ?? '',
          date: at['w:date'] ?? '',
          text: lines.join('\n'),
          anchor: isWhole
            ? must(anchors.get(id), id)
                .filter((line) => line !== '')
                .join('\n')
            : null,
        })
      }
    }
  }
  return { parts, xml, paragraphs, footnotes, comments }
}
