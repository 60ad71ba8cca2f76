import type { Mark } from 'prosemirror-model'
import { schema } from '../../shared/document/schema.ts'
import type { Changes } from './changes.ts'
import { figureWords, isFigure, isLoneCaption } from './figures.ts'
import { Flow } from './flow.ts'
import { blockItem, type Item, type Part } from './items.ts'
import { lineRule } from './judge.ts'
import { resolveLink } from './links.ts'
import { buildList, buildQuote } from './lists.ts'
import { ancestors, type PageMeasure } from './mainContent.ts'
import { marksOf } from './marks.ts'
import { pageRules } from './rules.ts'
import { isDataTable, tableRows } from './tables.ts'
import {
  attribute,
  type ChildNode,
  type Element,
  hasPart,
  hiddenRule,
  isBlock,
  isElement,
  isPullQuote,
  isText,
  isWordless,
  nameParts,
  type Rule,
  seenText,
  spokenWords,
} from './tree.ts'

/** What is known of a page before its blocks are read. */
export interface Plan {
  /** Elements that are the story's headline, byline and so on. */
  readonly parts: ReadonlyMap<Element, Part>
  /** The elements that hold the story. */
  readonly main: ReadonlySet<Element>
  readonly page: PageMeasure
  /** What relative links are resolved against; "" when nothing is known. */
  readonly base: string
}

const embeds = new Set([
  'iframe',
  'video',
  'audio',
  'object',
  'embed',
  'canvas',
  'applet',
  'marquee',
  'portal',
])

/**
 * The one door for HTML: reads the elements and attributes that it knows, and nothing else of the page gets
 * through. The tree's depth is bounded before, so going down it by recursion is safe.
 */
export function readBlocks(body: Element, plan: Plan, changes: Changes): Item[] {
  const above = new Set<Element>()
  for (const kept of [...plan.main, ...plan.parts.keys()])
    for (const element of ancestors(kept)) above.add(element)
  const flow = new Flow(changes)

  /** Outside of what holds the story: only what leads to a kept part is entered. */
  const readOutside = (element: Element): void => {
    let stray: ChildNode[] = []
    const endStray = (): void => {
      leaveOut(stray, lineRule(seenText(stray)) ?? pageRules.outside, flow)
      stray = []
    }
    for (const child of element.childNodes) {
      const rule = isElement(child) ? (hiddenRule(child) ?? plan.page.rule(child)) : null
      if (!isElement(child) || !(rule || isBlock(child) || above.has(child) || isKept(child))) {
        stray.push(child)
        continue
      }
      endStray()
      if (isKept(child)) readElement(child, flow, [])
      else if (above.has(child)) readOutside(child)
      else leaveOut([child], rule ?? lineRule(seenText(child)) ?? pageRules.outside, flow)
    }
    endStray()
  }

  const isKept = (element: Element): boolean => plan.main.has(element) || plan.parts.has(element)

  /** Lists words as left out; quotations set apart inside it come into the story all the same. */
  const leaveOut = (nodes: readonly ChildNode[], rule: Rule, into: Flow): void => {
    const isSeen = rule !== pageRules.hidden && rule !== pageRules.withoutScript
    const isSacred = (inner: Element): boolean =>
      isSeen &&
      inner.tagName === 'blockquote' &&
      [inner, ...ancestors(inner)].every((element) => hiddenRule(element) === null)
    const quotes: Element[] = []
    const words = seenText(nodes, (inner) => {
      if (!isSacred(inner)) return false
      quotes.push(inner)
      return true
    })
    into.drop(words, rule)
    for (const quote of quotes) into.add(...readQuote(quote))
  }

  const ruleFor = (element: Element): Rule | null => {
    const hidden = hiddenRule(element)
    if (hidden) return hidden
    if (above.has(element) || isKept(element)) return null
    const rule = plan.page.rule(element)
    // A quotation's own footer names its author; only what is no words at all is left out of it.
    return quoteDepth > 0 && rule?.name !== 'form' ? null : rule
  }

  const readChildren = (element: Element, into: Flow, marks: readonly Mark[]): void => {
    for (const child of element.childNodes) readNode(child, into, marks)
  }

  let typedDepth = 0
  const readNode = (node: ChildNode, into: Flow, marks: readonly Mark[]): void => {
    if (isElement(node)) readElement(node, into, marks)
    if (!isText(node)) return
    const lines = typedDepth > 0 ? node.value.split('\n') : [node.value]
    lines.forEach((line, index) => {
      if (index > 0) into.endParagraph()
      into.text(line, marks)
    })
  }

  const readInside = (element: Element, marks: readonly Mark[] = []): Flow => {
    const inner = new Flow(changes)
    readChildren(element, inner, marks)
    inner.endParagraph()
    return inner
  }

  let quoteDepth = 0
  const readQuote = (element: Element): Item[] => {
    quoteDepth++
    const inside = readInside(element)
    quoteDepth--
    return isPullQuote(element) ? inside.takeLine('pullQuote') : buildQuote(inside.items, changes)
  }

  const readElement = (element: Element, into: Flow, marks: readonly Mark[]): void => {
    if (isWordless(element)) return
    const name = element.tagName
    const part = plan.parts.get(element)
    const rule = name === 'blockquote' ? hiddenRule(element) : ruleFor(element)
    if (part) into.add(...readInside(element).takeLine('paragraph', 0, part))
    else if (rule) leaveOut([element], rule, into)
    else if (name === 'br') into.lineBreak()
    else if (name === 'hr') into.add(blockItem(schema.node('rule')))
    else if (name === 'img' || isFigure(element)) into.drop(figureWords(element, changes), pageRules.image)
    else if (isLoneCaption(element)) into.drop(seenText(element), pageRules.image)
    else if (embeds.has(name)) into.drop(embedWords(element, plan.base), pageRules.embed)
    else if (name === 'svg' || name === 'math') into.drop(seenText(element), pageRules.drawing)
    else if (name === 'blockquote' || (isPullQuote(element) && isBlock(element)))
      into.add(...readQuote(element))
    else if (isEditorsNote(element)) into.add(...readInside(element).takeLine('editorsNote'))
    else if (/^h[1-6]$/u.test(name)) into.add(...readInside(element).takeLine('crosshead', Number(name[1])))
    else if (name === 'ul' || name === 'ol' || name === 'dir') readList(element, into)
    else if (name === 'table' && isDataTable(element)) readTable(element, into)
    else if (name === 'pre') readTyped(element, into, marks)
    else if (name === 'q') readShownQuote(element, into, marks)
    else readTransparent(element, into, marks)
  }

  /** An element that is nothing by itself: its content counts. */
  const readTransparent = (element: Element, into: Flow, marks: readonly Mark[]): void => {
    into.text(spokenWords(element), marks)
    const inner =
      element.tagName === 'a' ? resolveLink(element, plan.base, marks, changes) : marksOf(element, marks)
    if (isBlock(element)) into.endParagraph()
    readChildren(element, into, inner)
    if (isBlock(element)) into.endParagraph()
  }

  const readList = (element: Element, into: Flow): void => {
    const entries: Item[][] = []
    let stray: Flow | null = null
    for (const child of element.childNodes) {
      if (isElement(child) && child.tagName === 'li' && ruleFor(child) === null) {
        if (stray) entries.push(stray.items)
        stray = null
        entries.push(readInside(child).items)
        continue
      }
      stray ??= new Flow(changes)
      readNode(child, stray, [])
      stray.endParagraph()
    }
    if (stray) entries.push(stray.items)
    const start = element.tagName === 'ol' ? Number.parseInt(attribute(element, 'start'), 10) || 1 : null
    into.add(...buildList(entries, start, changes))
  }

  const readTable = (element: Element, into: Flow): void => {
    into.endParagraph()
    const rows = tableRows(element)
    for (const row of rows) {
      const line = new Flow(changes)
      row.forEach((cell, index) => {
        const rule = hiddenRule(cell)
        if (rule) {
          leaveOut([cell], rule, into)
          return
        }
        if (index > 0) line.text(' | ', [])
        for (const item of readInside(cell).takeLine('paragraph')) {
          if (item.kind === 'dropped') into.add(item)
          else
            item.node.forEach((text) => {
              line.text(text.text ?? '', text.marks)
            })
        }
      })
      into.add(...line.takeLine('paragraph'))
    }
    changes.add('table rows made paragraphs, their cells set apart by |', rows.length)
  }

  /** Text whose lines stand as they are typed: each is a paragraph. */
  const readTyped = (element: Element, into: Flow, marks: readonly Mark[]): void => {
    typedDepth++
    readTransparent(element, into, marks)
    typedDepth--
  }

  const readShownQuote = (element: Element, into: Flow, marks: readonly Mark[]): void => {
    changes.add('quotation marks that the page showed without having them, written out')
    into.text('“', marks)
    readChildren(element, into, marks)
    into.text('”', marks)
  }

  if (plan.main.has(body)) readChildren(body, flow, [])
  else readOutside(body)
  flow.endParagraph()
  return flow.items
}

function isEditorsNote(element: Element): boolean {
  if (!isBlock(element)) return false
  const parts = nameParts(element)
  return hasPart(parts, 'editors-note') || hasPart(parts, 'editor-note')
}

/** What a reader is told of something embedded: its title, what it says where it cannot be shown, its address. */
function embedWords(element: Element, base: string): string {
  const address = attribute(element, 'src') || attribute(element, 'data')
  const isWeb =
    URL.canParse(address, base || undefined) && /^https?:/u.test(new URL(address, base || undefined).protocol)
  const said = element.tagName === 'iframe' ? '' : seenText(element)
  const title = attribute(element, 'title') || attribute(element, 'aria-label')
  return [title, said, isWeb ? address : ''].filter((line) => line.trim() !== '').join('\n')
}
