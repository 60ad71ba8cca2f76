import type { DefaultTreeAdapterMap } from 'parse5'
import { collapseSpace } from './characters.ts'
import { type ContainerRule, containerRules, pageRules } from './rules.ts'

export type Element = DefaultTreeAdapterMap['element']
export type ChildNode = DefaultTreeAdapterMap['childNode']
type ParentNode = DefaultTreeAdapterMap['parentNode']
type TextNode = DefaultTreeAdapterMap['textNode']

export function isElement(node: ChildNode | ParentNode | null): node is Element {
  return node !== null && 'tagName' in node
}

export function isText(node: ChildNode): node is TextNode {
  return node.nodeName === '#text'
}

/** An attribute's value; "" where the element has none of that name. */
export function attribute(element: Element, name: string): string {
  return element.attrs.find((attr) => attr.name === name)?.value ?? ''
}

/** Elements whose content is never words: nothing of them is read. */
const wordless = new Set(
  'script style template head meta link title base param source track wbr noframes noembed area basefont bgsound frame frameset col colgroup'.split(
    ' ',
  ),
)
export function isWordless(element: Element): boolean {
  return wordless.has(element.tagName)
}

const blocks = new Set(
  'address article aside blockquote body center dd details dialog dir div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu nav ol p pre search section summary table tbody td tfoot th thead tr ul caption'.split(
    ' ',
  ),
)
/** Whether an element stands on lines of its own. */
export function isBlock(element: Element): boolean {
  return blocks.has(element.tagName)
}

/** Elements that hold other blocks; only these are left out for their class or id, never a paragraph or a word. */
const containers = new Set(
  'address article aside center details dialog dir div dl fieldset figure footer form header ins iframe main menu nav ol section table ul'.split(
    ' ',
  ),
)

/** Class names and id in one spelling, each between hyphens: `adSlot top_ad` is " -ad-slot- -top-ad-". */
export function nameParts(element: Element): string {
  const raw = `${attribute(element, 'class')} ${attribute(element, 'id')}`
  if (raw === ' ') return ''
  return raw
    .slice(0, 2000)
    .replace(/([a-z\d])([A-Z])/gu, '$1-$2')
    .toLowerCase()
    .split(/\s+/u)
    .map((name) => `-${name.replace(/[^\p{L}\p{N}]+/gu, '-')}-`)
    .join(' ')
}

export function hasPart(parts: string, name: string): boolean {
  return parts.includes(`-${name}-`)
}

/** A rule as it is applied: what was left out is listed with both. */
export interface Rule {
  readonly name: string
  readonly reason: string
}

/** The rule by which a page's element is left out whatever the page says elsewhere; null where none does. */
export function hiddenRule(element: Element): Rule | null {
  if (element.tagName === 'noscript') return pageRules.withoutScript
  const isHidden =
    element.attrs.some((attr) => attr.name === 'hidden' && attr.value !== 'until-found') ||
    /(^|;)\s*(display\s*:\s*none|visibility\s*:\s*hidden)/iu.test(attribute(element, 'style').slice(0, 2000))
  if (isHidden) return pageRules.hidden
  const parts = nameParts(element)
  return parts !== '' && screenReaders.some((name) => hasPart(parts, name)) ? screenReaderRule : null
}

const screenReaderRule = containerRules.find((rule) => rule.name === 'for screen readers') ?? pageRules.hidden
const screenReaders = 'parts' in screenReaderRule ? (screenReaderRule.parts ?? []) : []

/** The listed rule that names this element, by its kind, role, class or id. */
export function containerRule(element: Element): ContainerRule | null {
  const role = attribute(element, 'role').toLowerCase()
  const isContainer = containers.has(element.tagName) || element.tagName.includes('-')
  const parts = isContainer ? nameParts(element) : ''
  for (const rule of containerRules) {
    if (rule.elements?.includes(element.tagName)) return rule
    if (role !== '' && rule.roles?.includes(role)) return rule
    if (parts !== '' && rule.parts?.some((name) => hasPart(parts, name))) return rule
  }
  return null
}

/** Whether an element is a pull quote: words of the story shown large, which are not left out with asides. */
export function isPullQuote(element: Element): boolean {
  const parts = nameParts(element)
  return (
    parts !== '' &&
    ['pullquote', 'pull-quote', 'pullquotes', 'pull-quotes', 'zitatbox'].some((name) => hasPart(parts, name))
  )
}

/**
 * The words of an element, or of nodes side by side, as a reader sees them, each block on a line of its own. Words of pictures (`alt`) are
 * among them, in lines of their own.
 *
 * @param skip elements that are not read
 */
export function seenText(
  root: ChildNode | readonly ChildNode[],
  skip: (element: Element) => boolean = () => false,
): string {
  const lines: string[] = []
  let line = ''
  const endLine = (): void => {
    const text = collapseSpace(line)
    if (text !== '') lines.push(text)
    line = ''
  }
  const read = (node: ChildNode): void => {
    if (isText(node)) line += node.value
    if (!isElement(node) || isWordless(node) || node.tagName === 'iframe') return
    if (skip(node)) {
      endLine()
      return
    }
    const ownLine =
      isBlock(node) || node.tagName === 'br' || node.tagName === 'button' || node.tagName === 'option'
    if (ownLine) endLine()
    const words = spokenWords(node)
    if (words !== '') line += ` ${words} `
    for (const child of node.childNodes) read(child)
    if (ownLine) endLine()
  }
  for (const node of 'nodeName' in root ? [root] : root) read(node)
  endLine()
  return lines.join('\n')
}

/** Words that an element shows from its attributes: a picture's `alt`, a field's hint, a button's label. */
export function spokenWords(element: Element): string {
  if (element.tagName === 'img' || element.tagName === 'area') return attribute(element, 'alt')
  if (element.tagName !== 'input') return ''
  const type = attribute(element, 'type').toLowerCase()
  if (type === 'hidden' || type === 'password') return ''
  const isButton = type === 'submit' || type === 'button' || type === 'reset'
  return isButton ? attribute(element, 'value') : attribute(element, 'placeholder')
}
