import { Fragment, type Mark, type Node } from 'prosemirror-model'
import { schema } from '../../shared/document/schema.ts'
import { must } from '../../shared/lib/assert.ts'
import type { Beside } from './beside.ts'
import type { Changes } from './changes.ts'
import { collapseSpace } from './characters.ts'
import { figureWords, imagesIn, isCredit, isFigure, isLoneCaption } from './figures.ts'
import { Flow, isApart } from './flow.ts'
import { type BlockItem, blockItem, type Item, type Part } from './items.ts'
import { lineRule } from './judge.ts'
import { resolveLink } from './links.ts'
import { buildList, buildQuote } from './lists.ts'
import { ancestors, type PageMeasure } from './main-content.ts'
import { marksOf } from './marks.ts'
import { findNotes } from './page-notes.ts'
import { pageRules } from './rules.ts'
import { isDataTable, layTable, type TablePlace, tableRows } from './tables.ts'
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
export function readBlocks(body: Element, plan: Plan, changes: Changes, beside: Beside): Item[] {
  const above = new Set<Element>()
  for (const kept of [...plan.main, ...plan.parts.keys()])
    for (const element of ancestors(kept)) above.add(element)
  const flow = new Flow(changes)
  const pageNotes = findNotes(body)
  /** Notes that were come by; those that no reference read are listed at the end. */
  const unread = new Set<Element>()
  const isNote = (element: Element): boolean =>
    pageNotes.isNote(element) && !above.has(element) && !isKept(element)
  const noteOf = (link: Element): Element | undefined => {
    const note = pageNotes.noteOf(link)
    return note && isNote(note) ? note : undefined
  }

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
      if (noteDepth === 0 && isNote(inner)) {
        unread.add(inner)
        return true
      }
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
    else if (name === 'hr') {
      if (!hasPart(nameParts(element), 'footnotes-sep')) into.add(blockItem(schema.node('rule')))
    } else if (isNote(element) && noteDepth === 0) unread.add(element)
    else if (noteDepth > 0 && pageNotes.isWayBack(element)) return
    else if (noteDepth === 0 && noteOf(element)) readReference(must(noteOf(element), 'just found'), into)
    else if (name === 'img' || isFigure(element)) readPicture(element, into)
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
      if (isElement(child) && noteDepth === 0 && isNote(child)) {
        unread.add(child)
        continue
      }
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

  /** Its caption comes before it, what cannot stand in a cell behind it. */
  const readTable = (element: Element, into: Flow): void => {
    into.endParagraph()
    const behind: Item[] = []
    const readCell = (cell: TablePlace): Node => {
      const type = cell?.tagName === 'th' ? 'tableHeader' : 'tableCell'
      const rule = cell && hiddenRule(cell)
      if (!cell || rule) {
        const hidden = new Flow(changes)
        if (cell && rule) leaveOut([cell], rule, hidden)
        behind.push(...hidden.items)
        return schema.node(type)
      }
      const [words, others] = lineOfCell(readInside(cell).takeLine('paragraph'))
      behind.push(...others)
      return schema.node(type, null, words)
    }
    const rows = tableRows(element)
    for (const [caption] of rows)
      if (caption?.tagName === 'caption') into.add(...readInside(caption).takeLine('paragraph'))
    const { grid, mergedCells } = layTable(rows.filter(([first]) => first?.tagName !== 'caption'))
    const made = grid.map((row) => schema.node('tableRow', null, row.map(readCell)))
    // Markdown has no table without a header: where there is none in it, there is none here.
    const [head] = made
    const isEmptyHead = head?.children.every(
      (cell) => cell.type.name === 'tableHeader' && cell.childCount === 0,
    )
    if (isEmptyHead && made.length > 1) made.shift()
    const isBlank = made.every(
      (row) => row.textContent.trim() === '' && row.children.every((cell) => cell.childCount === 0),
    )
    if (!isBlank) into.add(blockItem(schema.node('table', null, made)))
    into.add(...behind)
    changes.add('merged cells of tables set apart', mergedCells)
  }

  /** A picture whose bytes the page carries, with its words; null where it carries none. */
  const readFigure = (element: Element): Item | null => {
    const images = imagesIn(element)
    const [image] = images
    if (!image || images.length > 1) return null
    const picture = beside.addPicture(attribute(image, 'src').trim())
    if (!picture) return null
    const credits: Element[] = []
    const findCredits = (inner: Element): void => {
      for (const child of inner.childNodes.filter(isElement)) {
        if (isCredit(child) && hiddenRule(child) === null) credits.push(child)
        else findCredits(child)
      }
    }
    findCredits(element)
    const part = (name: 'caption' | 'credit' | 'altText', text: string): Node =>
      schema.node(name, null, text === '' ? [] : [schema.text(text)])
    const words = (root: Element | readonly Element[], skip: (inner: Element) => boolean): string =>
      collapseSpace(seenText(root, skip))
    const isImage = (inner: Element): boolean => inner === image
    const caption =
      element === image ? '' : words(element, (inner) => isImage(inner) || credits.includes(inner))
    const { hash, widthPx, heightPx } = picture
    return blockItem(
      schema.node('figure', { hash, widthPx, heightPx }, [
        part('caption', caption),
        part('credit', words(credits, isImage)),
        part('altText', collapseSpace(attribute(image, 'alt'))),
      ]),
    )
  }

  const readPicture = (element: Element, into: Flow): void => {
    const figure = readFigure(element)
    if (figure) into.later(figure)
    else into.drop(figureWords(element, plan.base, changes), pageRules.image)
  }

  let noteDepth = 0
  const notesRead = new Map<Element, Fragment>()
  const readReference = (note: Element, into: Flow): void => {
    const known = notesRead.get(note)
    if (known) {
      changes.add('footnotes that are referred to more than once, given again each time')
      into.reference(beside.addNote(known))
      return
    }
    noteDepth++
    const [words, others] = lineOfCell(readInside(note).takeLine('paragraph'))
    noteDepth--
    const content = Fragment.from(words)
    notesRead.set(note, content)
    into.reference(beside.addNote(content))
    if (others.length > 0) into.later(...others)
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
  for (const note of unread) {
    noteDepth++
    if (!notesRead.has(note)) leaveOut([note], pageRules.note, flow)
    noteDepth--
  }
  return flow.items
}

/** The words of a line that was taken, and the items that are none. */
function lineOfCell(items: readonly Item[]): [Node[], Item[]] {
  const isWords = (item: Item): item is BlockItem => item.kind === 'block' && !isApart(item.node)
  return [
    items.filter(isWords).flatMap((item) => [...item.node.children]),
    items.filter((item) => !isWords(item)),
  ]
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
