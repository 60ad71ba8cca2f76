import {
  attribute,
  containerRule,
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
} from './tree.ts'

/** How much an element says, counted in characters without white space at the edges of its texts. */
export interface Measure {
  /** Everything a reader sees. */
  textLength: number
  /** The part of it that is links. */
  linkLength: number
  /** The part of it that stands in paragraphs that read like prose. */
  proseLength: number
}

const nothing: Measure = { textLength: 0, linkLength: 0, proseLength: 0 }

/** What a page says and where: made once, before anything is left out. */
export class PageMeasure {
  readonly #measures = new Map<Element, Measure>()
  readonly #rules = new Map<Element, Rule | null>()
  readonly #body: Element
  /** Paragraphs that read like prose and that no listed rule leaves out, in order, with their weight. */
  readonly prose: { element: Element; weight: number }[] = []

  constructor(body: Element) {
    this.#body = body
    const found: { element: Element; weight: number }[] = []
    this.#read(body, found, false)
    const apart = new Map<Element, boolean>([[body, false]])
    const isApart = (element: Element): boolean => {
      const known = apart.get(element)
      if (known !== undefined) return known
      const { parentNode } = element
      const answer = this.rule(element) !== null || (isElement(parentNode) && isApart(parentNode))
      apart.set(element, answer)
      return answer
    }
    this.prose = found.filter(({ element }) => !isApart(element))
  }

  of(element: Element): Measure {
    return this.#measures.get(element) ?? nothing
  }

  linkShare(element: Element): number {
    const { textLength, linkLength } = this.of(element)
    return textLength === 0 ? 0 : linkLength / textLength
  }

  /**
   * The listed rule that leaves an element out, or null. Pull quotes are spared, and so is what holds so much of
   * the page's prose that it must be the story, whatever its name.
   */
  rule(element: Element): Rule | null {
    const known = this.#rules.get(element)
    if (known !== undefined) return known
    const named = isPullQuote(element) ? null : containerRule(element)
    const spareShare = named?.isVague ? 0.35 : 0.8
    const share = this.of(element).proseLength / Math.max(1, this.of(this.#body).proseLength)
    const rule = named && share < spareShare ? named : null
    this.#rules.set(element, rule)
    return rule
  }

  /** @returns the text that stands in the element itself and in the words inside it, without its blocks */
  #read(element: Element, found: { element: Element; weight: number }[], inLink: boolean): string {
    const measure: Measure = { ...nothing }
    let ownText = ''
    let hasBlocks = false
    for (const child of element.childNodes) {
      if (isText(child)) {
        measure.textLength += child.value.trim().length
        ownText += child.value
      }
      if (!isElement(child) || isWordless(child) || child.tagName === 'iframe' || hiddenRule(child)) continue
      const inside = this.#read(child, found, inLink || child.tagName === 'a')
      const inner = this.of(child)
      measure.textLength += inner.textLength
      measure.linkLength += child.tagName === 'a' ? inner.textLength : inner.linkLength
      measure.proseLength += inner.proseLength
      if (isBlock(child)) hasBlocks = true
      else ownText += inside
    }
    this.#measures.set(element, measure)
    if (!inLink && isProse(element, ownText, hasBlocks, this.linkShare(element))) {
      measure.proseLength += ownText.trim().length
      found.push({ element, weight: weightOf(ownText) })
    }
    return ownText
  }
}

/** Readability's measure of a paragraph: one, one for each comma, one for each 100 characters up to three. */
function weightOf(text: string): number {
  const commas = text.match(/[,，、،。]/gu)?.length ?? 0
  return 1 + Math.min(commas, 15) + Math.min(Math.floor(text.trim().length / 100), 3)
}

function isProse(element: Element, ownText: string, hasBlocks: boolean, linkShare: number): boolean {
  if (/^(a|button|label|h[1-6]|figcaption|time|span|small)$/u.test(element.tagName) || !isBlock(element))
    return false
  const least = element.tagName === 'p' || element.tagName === 'pre' ? 25 : hasBlocks ? 140 : 80
  return ownText.trim().length >= least && linkShare < 0.5
}

const storyParts = [
  'article-body',
  'articlebody',
  'story-body',
  'storybody',
  'entry-content',
  'post-content',
  'article-content',
  'post-body',
  'article-text',
  'story-content',
  'article',
  'story',
  'content',
  'body',
  'entry',
  'post',
  'hentry',
  'text',
  'blog',
  'main',
] as const
const otherParts = [
  'comment',
  'comments',
  'sidebar',
  'footer',
  'related',
  'widget',
  'promo',
  'meta',
  'caption',
  'teaser',
  'list',
  'card',
  'archive',
  'banner',
  'combx',
  'contact',
  'masthead',
  'media',
  'scroll',
  'shopping',
  'tags',
  'tool',
  'hidden',
  'sponsor',
  'outbrain',
] as const

function bonusOf(element: Element): number {
  let bonus = 0
  const parts = nameParts(element)
  if (storyParts.some((name) => hasPart(parts, name))) bonus += 25
  if (otherParts.some((name) => hasPart(parts, name))) bonus -= 25
  if (attribute(element, 'itemprop').toLowerCase() === 'articlebody') bonus += 60
  if (element.tagName === 'article') bonus += 15
  if (element.tagName === 'div') bonus += 5
  if (/^(ol|ul|dl|dd|dt|li|form|address)$/u.test(element.tagName)) bonus -= 3
  if (/^(th|h[1-6])$/u.test(element.tagName)) bonus -= 5
  return bonus
}

/** The elements above one, nearest first, up to the body. */
export function ancestors(element: Element): Element[] {
  const result: Element[] = []
  for (
    let parent = element.parentNode;
    isElement(parent) && parent.tagName !== 'html';
    parent = parent.parentNode
  )
    result.push(parent)
  return result
}

/**
 * The parts of a page that hold its story: by the weight of the prose that each part holds, as Arc90's
 * Readability does. A page of little prose, or with prose all over, is read whole: the body alone.
 */
export function findMain(body: Element, page: PageMeasure): Element[] {
  const scores = new Map<Element, number>()
  for (const { element, weight } of page.prose) {
    ancestors(element)
      .slice(0, 5)
      .forEach((above, level) => {
        const share = level === 0 ? 1 : level === 1 ? 2 : level * 3
        scores.set(above, (scores.get(above) ?? bonusOf(above)) + weight / share)
      })
  }
  for (const [element, score] of scores) scores.set(element, score * (1 - page.linkShare(element)))
  let top = [...scores].reduce<[Element, number] | null>(
    (best, one) => (best && best[1] >= one[1] ? best : one),
    null,
  )
  if (!top || page.of(body).proseLength < 250) return [body]
  top = climb(top, scores, page)
  const [main, score] = top
  if (main === body) return [body]
  return [...joinSiblings(main, score, scores, page)]
}

/** Up to an element that says more of the same kind, or that holds nothing else. */
function climb(from: [Element, number], scores: Map<Element, number>, page: PageMeasure): [Element, number] {
  let [main, score] = from
  let last = score
  for (const above of ancestors(main)) {
    if (above.tagName === 'body') break
    const own = scores.get(above)
    if (own === undefined || own < score / 3) break
    if (own > last) {
      main = above
      score = own
      break
    }
    last = own
  }
  // A story set in several parts one below the other: up to what holds them, where that adds hardly but prose.
  for (const above of ancestors(main)) {
    if (above.tagName === 'body') break
    const inner = page.of(main)
    const outer = page.of(above)
    const moreProse = outer.proseLength - inner.proseLength
    const moreText = outer.textLength - inner.textLength
    const moreLinks = outer.linkLength - inner.linkLength
    if (moreProse > inner.proseLength * 0.15 && moreProse > moreText * 0.85 && moreLinks < moreText * 0.15)
      main = above
  }
  return [main, score]
}

/** Neighbours that read like parts of the same story: its lead, or its second half behind an advertisement. */
function joinSiblings(
  main: Element,
  score: number,
  scores: Map<Element, number>,
  page: PageMeasure,
): Set<Element> {
  const kept = new Set([main])
  const parent = main.parentNode
  if (!isElement(parent)) return kept
  const least = Math.max(10, score * 0.2)
  const className = attribute(main, 'class')
  for (const sibling of parent.childNodes) {
    if (!isElement(sibling) || sibling === main || page.rule(sibling) || hiddenRule(sibling)) continue
    const bonus = className !== '' && attribute(sibling, 'class') === className ? score * 0.2 : 0
    const { textLength, proseLength } = page.of(sibling)
    const share = page.linkShare(sibling)
    const reads = (scores.get(sibling) ?? 0) + bonus >= least
    const isParagraph = sibling.tagName === 'p' && textLength > 80 && share < 0.25
    const isLead = proseLength > 0 && proseLength > textLength * 0.7 && share < 0.1
    if (reads || isParagraph || isLead || sibling.tagName === 'blockquote') kept.add(sibling)
  }
  return kept
}
