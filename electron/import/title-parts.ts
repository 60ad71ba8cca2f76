import { countWords } from '../../shared/document/text.ts'
import type { Part } from './items.ts'
import { ancestors, type PageMeasure } from './main-content.ts'
import type { PageHead } from './page-head.ts'
import {
  attribute,
  type Element,
  hasPart,
  hiddenRule,
  isElement,
  isWordless,
  nameParts,
  seenText,
} from './tree.ts'

const bylineNames = [
  'byline',
  'by-line',
  'author',
  'authors',
  'article-author',
  'post-author',
  'entry-author',
  'autor',
  'autoren',
]
/** Only names that mean nothing else; "summary", "intro" and "lead" often name the story's first paragraph. */
const dekNames = [
  'dek',
  'deck',
  'standfirst',
  'subtitle',
  'sub-title',
  'subheadline',
  'sub-headline',
  'kicker-text',
  'article-dek',
]

/** Elements in the order of the page that a reader sees and no listed rule leaves out. */
function seenElements(body: Element): Element[] {
  const result: Element[] = []
  const read = (element: Element): void => {
    for (const child of element.childNodes) {
      if (!isElement(child) || isWordless(child) || hiddenRule(child)) continue
      result.push(child)
      read(child)
    }
  }
  read(body)
  return result
}

function spell(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}

function inBoilerplate(element: Element, main: ReadonlySet<Element>, page: PageMeasure): boolean {
  for (const above of ancestors(element)) {
    if (main.has(above)) return false
    if (page.rule(above) && above.tagName !== 'header') return true
  }
  return false
}

/** The heading that is the page's headline: the one that its title repeats, else the first of the story. */
function findTitle(
  elements: readonly Element[],
  head: PageHead,
  main: ReadonlySet<Element>,
  page: PageMeasure,
): Element | null {
  const titles = [head.socialTitle, head.title].map(spell).filter((title) => title.length > 3)
  const headings = elements.filter((element) => /^h[1-3]$/u.test(element.tagName) && seenText(element) !== '')
  const repeats = (heading: Element): boolean => {
    const own = spell(seenText(heading))
    return (
      own.length >= 8 &&
      titles.some(
        (title) =>
          title === own ||
          (title.includes(own) && own.length > title.length * 0.4) ||
          (own.includes(title) && title.length > own.length * 0.4),
      )
    )
  }
  const level = (name: string): Element[] => headings.filter((heading) => heading.tagName === name)
  const inMain = (heading: Element): boolean =>
    [heading, ...ancestors(heading)].some((above) => main.has(above))
  const firsts = level('h1')
  return (
    firsts.find(repeats) ??
    level('h2').find(repeats) ??
    firsts.find((heading) => attribute(heading, 'itemprop') === 'headline') ??
    firsts.find((heading) => inMain(heading) && !inBoilerplate(heading, main, page)) ??
    firsts.find((heading) => !inBoilerplate(heading, main, page)) ??
    level('h3').find(repeats) ??
    null
  )
}

/**
 * The elements that are the headline, dek, byline and date of a page. All but the headline must stand between
 * it and the story's first prose: names of authors and dates stand everywhere else on a page too.
 */
export function findTitleParts(
  body: Element,
  head: PageHead,
  main: ReadonlySet<Element>,
  page: PageMeasure,
): Map<Element, Part> {
  const parts = new Map<Element, Part>()
  const elements = seenElements(body)
  const title = findTitle(elements, head, main, page)
  if (!title) return parts
  parts.set(title, 'headline')
  const mainProse = page.prose.filter(({ element }) =>
    [element, ...ancestors(element)].some((above) => main.has(above)),
  )
  const [first] = mainProse.filter(
    ({ element }) => !isDek(element) && elements.indexOf(element) > elements.indexOf(title),
  )
  const start = elements.indexOf(title) + 1
  const end = first ? elements.indexOf(first.element) : elements.length
  const taken = new Set<Part>()
  const take = (element: Element, part: Part): void => {
    parts.set(element, part)
    taken.add(part)
  }
  for (const element of elements.slice(start, Math.max(start, end))) {
    const isTaken = ancestors(element).some((above) => parts.has(above))
    if (
      isTaken ||
      (first && ancestors(first.element).includes(element)) ||
      inBoilerplate(element, main, page) ||
      page.rule(element)
    )
      continue
    if (ancestors(title).includes(element)) continue
    const words = countWords(seenText(element))
    if (words === 0) continue
    if (!taken.has('byline') && words <= 25 && isBylineElement(element)) take(element, 'byline')
    else if (!taken.has('dek') && words <= 70 && isDek(element)) take(element, 'dek')
    else if (!taken.has('dateline') && words <= 20 && isDateElement(element)) take(element, 'dateline')
  }
  return parts
}

function isBylineElement(element: Element): boolean {
  const parts = nameParts(element)
  return (
    /(^|\s)author(\s|$)/u.test(attribute(element, 'rel')) ||
    attribute(element, 'itemprop') === 'author' ||
    (parts !== '' &&
      bylineNames.some((name) => hasPart(parts, name)) &&
      !hasPart(parts, 'image') &&
      !hasPart(parts, 'avatar'))
  )
}

function isDek(element: Element): boolean {
  const parts = nameParts(element)
  return (
    attribute(element, 'itemprop') === 'alternativeHeadline' ||
    (parts !== '' &&
      dekNames.some(
        (name) =>
          parts.split(' ').includes(`-${name}-`) || (hasPart(parts, name) && hasPart(parts, 'article')),
      ))
  )
}

function isDateElement(element: Element): boolean {
  if (nameParts(element).split(' ').includes('-dateline-')) return true
  const isDated = element.tagName === 'time' || attribute(element, 'itemprop') === 'datePublished'
  return isDated && /\d/u.test(seenText(element))
}
