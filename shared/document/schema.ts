import { type MarkSpec, type NodeSpec, Schema } from 'prosemirror-model'
import { isSafeHref } from './href.ts'

/**
 * Names the shape of stored documents and steps. It rises by one whenever a node, mark or attribute is
 * added; nothing is ever taken away, so an older document is always a valid newer one.
 */
export const schemaVersion = 2

/** The little of a DOM element that parse rules read; `shared/` is compiled without the DOM's types. */
interface Attributes {
  getAttribute(name: string): string | null
}

/** What a text block may hold: words alone, or words with references to footnotes among them. */
type Words = 'text*' | '(text | footnoteReference)*'
const referring: Words = '(text | footnoteReference)*'

const textBlock = (
  tag: string,
  className?: string,
  content: Words = 'text*',
): Pick<NodeSpec, 'content' | 'toDOM' | 'parseDOM'> => ({
  content,
  parseDOM: [{ tag: className ? `${tag}.${className}` : tag, priority: className ? 60 : 50 }],
  toDOM: () => [tag, className ? { class: className, dir: 'auto' } : { dir: 'auto' }, 0],
})

/** A part of the story that always stands exactly once; empty means that the story has none. */
const field = (tag: string, className: string): NodeSpec => ({
  ...textBlock(tag, className),
  defining: true,
  isolating: true,
})

/** A line of its own within a figure, a table or the notes: it never joins its neighbours. */
const part = (tag: string, className?: string, content: Words = 'text*'): NodeSpec => ({
  ...textBlock(tag, className, content),
  isolating: true,
})

/** A number of an element's attribute, 0 where there is none. */
function numberIn(element: Attributes, name: string): number {
  const value = Number(element.getAttribute(name))
  return Number.isFinite(value) && value > 0 ? Math.round(value) : 0
}

const nodes = {
  doc: {
    content: 'headline dek byline dateline block+ footnotes? searchTitle searchDescription socialLine',
  },
  headline: field('h1', 'headline'),
  dek: field('p', 'dek'),
  byline: field('p', 'byline'),
  dateline: field('p', 'dateline'),
  paragraph: { ...textBlock('p', undefined, referring), group: 'block' },
  crosshead: {
    content: referring,
    group: 'block',
    defining: true,
    attrs: { level: { default: 1, validate: 'number' } },
    parseDOM: [
      { tag: 'h1', attrs: { level: 1 } },
      { tag: 'h2', attrs: { level: 1 } },
      { tag: 'h3', attrs: { level: 2 } },
      { tag: 'h4', attrs: { level: 2 } },
      { tag: 'h5', attrs: { level: 2 } },
      { tag: 'h6', attrs: { level: 2 } },
    ],
    toDOM: (node) => [node.attrs.level === 1 ? 'h2' : 'h3', { dir: 'auto' }, 0],
  },
  blockquote: {
    content: '(paragraph | bulletList | orderedList)+',
    group: 'block',
    defining: true,
    parseDOM: [{ tag: 'blockquote' }],
    toDOM: () => ['blockquote', { dir: 'auto' }, 0],
  },
  pullQuote: { ...textBlock('aside', 'pull-quote', referring), group: 'block', defining: true },
  bulletList: {
    content: 'listItem+',
    group: 'block',
    parseDOM: [{ tag: 'ul' }],
    toDOM: () => ['ul', { dir: 'auto' }, 0],
  },
  orderedList: {
    content: 'listItem+',
    group: 'block',
    attrs: { start: { default: 1, validate: 'number' } },
    parseDOM: [
      {
        tag: 'ol',
        getAttrs: (element: Attributes) => ({ start: Number(element.getAttribute('start') ?? 1) || 1 }),
      },
    ],
    toDOM: (node) => [
      'ol',
      node.attrs.start === 1 ? { dir: 'auto' } : { dir: 'auto', start: node.attrs.start },
      0,
    ],
  },
  listItem: {
    content: 'paragraph (paragraph | bulletList | orderedList)*',
    defining: true,
    parseDOM: [{ tag: 'li' }],
    toDOM: () => ['li', { dir: 'auto' }, 0],
  },
  figure: {
    content: 'caption credit altText',
    group: 'block',
    isolating: true,
    attrs: {
      hash: { validate: 'string' },
      // As the picture is shown, turned as it says it should be; 0 where they are not known.
      widthPx: { default: 0, validate: 'number' },
      heightPx: { default: 0, validate: 'number' },
    },
    parseDOM: [
      {
        tag: 'figure[data-hash]',
        getAttrs: (element: Attributes) => ({
          hash: element.getAttribute('data-hash'),
          widthPx: numberIn(element, 'data-width'),
          heightPx: numberIn(element, 'data-height'),
        }),
      },
    ],
    toDOM: (node) => [
      'figure',
      {
        'data-hash': node.attrs.hash,
        ...(node.attrs.widthPx > 0 && node.attrs.heightPx > 0
          ? { 'data-width': node.attrs.widthPx, 'data-height': node.attrs.heightPx }
          : {}),
      },
      0,
    ],
  },
  caption: part('p', 'caption', referring),
  credit: part('p', 'credit'),
  altText: part('p', 'alt-text'),
  table: {
    content: 'tableRow+',
    group: 'block',
    isolating: true,
    parseDOM: [{ tag: 'table' }],
    toDOM: () => ['table', ['tbody', 0]],
  },
  tableRow: {
    content: '(tableHeader | tableCell)+',
    parseDOM: [{ tag: 'tr' }],
    toDOM: () => ['tr', 0],
  },
  tableHeader: part('th', undefined, referring),
  tableCell: part('td', undefined, referring),
  rule: { group: 'block', parseDOM: [{ tag: 'hr' }], toDOM: () => ['hr'] },
  editorsNote: { ...textBlock('aside', 'editors-note', referring), group: 'block', defining: true },
  footnotes: {
    content: 'footnote+',
    isolating: true,
    parseDOM: [{ tag: 'ol.footnotes', priority: 60 }],
    toDOM: () => ['ol', { class: 'footnotes' }, 0],
  },
  footnote: {
    content: 'text*',
    isolating: true,
    // ProseMirror wants a default wherever it may have to fill in a note; no reference ever names it.
    attrs: { id: { default: '', validate: 'string' } },
    parseDOM: [
      {
        tag: 'li[data-footnote]',
        priority: 60,
        getAttrs: (element: Attributes) => ({ id: element.getAttribute('data-footnote') }),
      },
    ],
    toDOM: (node) => ['li', { 'data-footnote': node.attrs.id, dir: 'auto' }, 0],
  },
  footnoteReference: {
    inline: true,
    atom: true,
    selectable: false,
    attrs: { id: { validate: 'string' } },
    parseDOM: [
      {
        tag: 'sup[data-footnote]',
        priority: 60,
        getAttrs: (element: Attributes) => ({ id: element.getAttribute('data-footnote') }),
      },
    ],
    toDOM: (node) => ['sup', { 'data-footnote': node.attrs.id }],
  },
  searchTitle: field('p', 'search-title'),
  searchDescription: field('p', 'search-description'),
  socialLine: field('p', 'social-line'),
  text: {},
} satisfies Record<string, NodeSpec>

const marks = {
  link: {
    attrs: { href: { validate: 'string' } },
    inclusive: false,
    parseDOM: [
      {
        tag: 'a[href]',
        getAttrs: (element: Attributes) => {
          const href = element.getAttribute('href') ?? ''
          return isSafeHref(href) ? { href } : false
        },
      },
    ],
    toDOM: (mark) => ['a', { href: mark.attrs.href, rel: 'noopener noreferrer' }, 0],
  },
  bold: {
    parseDOM: [{ tag: 'strong' }, { tag: 'b' }, { style: 'font-weight=bold' }, { style: 'font-weight=700' }],
    toDOM: () => ['strong', 0],
  },
  italic: {
    parseDOM: [{ tag: 'em' }, { tag: 'i' }, { style: 'font-style=italic' }],
    toDOM: () => ['em', 0],
  },
  underline: {
    parseDOM: [{ tag: 'u' }, { style: 'text-decoration=underline' }],
    toDOM: () => ['u', 0],
  },
  strike: { parseDOM: [{ tag: 's' }, { tag: 'del' }, { tag: 'strike' }], toDOM: () => ['s', 0] },
  superscript: { excludes: 'subscript superscript', parseDOM: [{ tag: 'sup' }], toDOM: () => ['sup', 0] },
  subscript: { excludes: 'superscript subscript', parseDOM: [{ tag: 'sub' }], toDOM: () => ['sub', 0] },
  claim: {
    attrs: { id: { validate: 'string' } },
    inclusive: false,
    excludes: '',
    anchored: true,
    parseDOM: [
      {
        tag: 'span[data-claim]',
        getAttrs: (element: Attributes) => ({ id: element.getAttribute('data-claim') }),
      },
    ],
    toDOM: (mark) => ['span', { 'data-claim': mark.attrs.id }, 0],
  },
} satisfies Record<string, MarkSpec>

/** A mark whose spec says `anchored: true` ties words to a record by its attribute `id`. */
export type NodeName = keyof typeof nodes
export type MarkName = keyof typeof marks

/** The one document schema: editor, desk, import and export all use this instance. */
export const schema: Schema<NodeName, MarkName> = new Schema({ nodes, marks })

/** Parts that stand before the body, in their order. */
export const headFields = ['headline', 'dek', 'byline', 'dateline'] as const satisfies NodeName[]
/** Parts that stand after the body, in their order. */
export const tailFields = ['searchTitle', 'searchDescription', 'socialLine'] as const satisfies NodeName[]

export type StoryField = (typeof headFields)[number] | (typeof tailFields)[number]
