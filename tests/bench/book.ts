import type { StoryBundle } from '../../shared/model/bundle.ts'
import { storyBundleSchema } from '../../shared/model/bundle.ts'
import { claimJson } from '../claim.ts'

/** A text of a given size with claims spread evenly over it. */
export interface Size {
  readonly name: string
  readonly words: number
  readonly claims: number
  /** Claims stand in one another, four deep, instead of side by side. */
  readonly isNested: boolean
}

export function saysOf({ words, claims, isNested }: Size): string {
  const count = (one: number) => one.toLocaleString('en')
  return `${count(words)} words, ${count(claims)} claims${isNested ? ' in one another' : ''}`
}

export interface Sizes {
  readonly small: Size
  readonly middle: Size
  readonly nested: Size
  readonly large: Size
}

/** @param isShort small ones throughout, for a bench that only proves itself */
export function sizesOf(isShort: boolean): Sizes {
  const size = (name: string, words: number, claims: number, isNested = false): Size => ({
    name,
    words,
    claims,
    isNested,
  })
  return {
    small: size('1k', 1000, 50),
    middle: size('10k', 10_000, 500),
    nested: isShort ? size('nested', 1000, 150, true) : size('nested', 6000, 900, true),
    large: isShort ? size('3k', 3000, 150) : size('100k', 100_000, 5000),
  }
}

const wordsInParagraph = 100
const wordsInClaim = 6

const vocabulary =
  'the harbour council of Merrow counted forty lorries on Monday and nobody at the weighing house could say where they had all come from while the salt road above the town stayed open for a third week because the pans held longer than the district had expected when the ferry stopped in spring'.split(
    ' ',
  )

/** Words that look like prose; the same for the same `at`. */
function paragraphWords(at: number): string[] {
  let state = at * 2_654_435_761 + 1
  const next = () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 4_294_967_296
  }
  let left = 0
  return Array.from({ length: wordsInParagraph }, (_, index) => {
    const word = vocabulary[Math.floor(next() * vocabulary.length)] ?? 'salt'
    const isFirst = left === 0
    if (isFirst) left = 8 + Math.floor(next() * 14)
    left--
    const shown = isFirst ? word.charAt(0).toUpperCase() + word.slice(1) : word
    return left === 0 || index === wordsInParagraph - 1 ? `${shown}.` : shown
  })
}

export function paragraphsOf(size: Size): string[] {
  const count = Math.ceil(size.words / wordsInParagraph)
  return Array.from({ length: count }, (_, at) => paragraphWords(at).join(' '))
}

interface Span {
  /** Words of the paragraph, half open. */
  readonly from: number
  readonly to: number
}

function spansIn(size: Size, inIt: number): Span[] {
  const step = wordsInParagraph / inIt
  return Array.from({ length: inIt }, (_, index) => {
    if (!size.isNested) {
      const from = Math.floor(index * step)
      return { from, to: Math.min(from + wordsInClaim, wordsInParagraph) }
    }
    const [nest, depth] = [Math.floor(index / 4), index % 4]
    const from = Math.floor(nest * step * 4)
    return { from: from + depth, to: Math.min(from + 16 - depth, wordsInParagraph) }
  })
}

const idOf = (number: number) => `claim-bench-${String(number).padStart(5, '0')}`

/** Text nodes of one paragraph: each stretch between two borders of claims is a node with its claims' marks. */
function contentOf(words: readonly string[], spans: readonly Span[], firstNumber: number) {
  const borders = [...new Set([0, words.length, ...spans.flatMap(({ from, to }) => [from, to])])].sort(
    (one, other) => one - other,
  )
  return borders.slice(0, -1).flatMap((from, index) => {
    const to = borders[index + 1] ?? words.length
    const ids = spans.flatMap((span, at) =>
      span.from <= from && span.to >= to ? [idOf(firstNumber + at)] : [],
    )
    const marks = ids.map((id) => ({ type: 'claim', attrs: { id } }))
    const text = words.slice(from, to).join(' ')
    const gap =
      to < words.length ? [{ type: 'text', text: ' ', marks: gapMarks(spans, to, firstNumber) }] : []
    return [{ type: 'text', text, marks }, ...gap]
  })
}

function gapMarks(spans: readonly Span[], at: number, firstNumber: number) {
  return spans.flatMap((span, index) =>
    span.from < at && span.to > at ? [{ type: 'claim', attrs: { id: idOf(firstNumber + index) } }] : [],
  )
}

/** The text as a story with its claims, as Stet exports it. */
export function bundleOf(size: Size): StoryBundle {
  const personId = 'person-bench-0001'
  const storyId = `story-bench-${size.name}`.padEnd(16, '0')
  const paragraphs = paragraphsOf(size).map((text) => text.split(' '))
  const inIt = size.claims / paragraphs.length
  const claims: object[] = []
  const body = paragraphs.map((words, at) => {
    const firstNumber = claims.length + 1
    const wanted = Math.round((at + 1) * inIt) - claims.length
    const spans = spansIn(size, wanted)
    for (const [index, span] of spans.entries()) {
      claims.push(
        claimJson({
          id: idOf(firstNumber + index),
          storyId,
          number: firstNumber + index,
          words: words.slice(span.from, span.to).join(' '),
          taggedBy: personId,
        }),
      )
    }
    return { type: 'paragraph', content: contentOf(words, spans, firstNumber) }
  })
  const field = (type: string, text = '') => ({
    type,
    ...(text ? { content: [{ type: 'text', text }] } : {}),
  })
  return storyBundleSchema.parse({
    format: 'stet-story',
    formatVersion: 1,
    schemaVersion: 1,
    isPartial: false,
    story: {
      id: storyId,
      slug: `bench-${size.name}`,
      stage: 'checking',
      version: 0,
      createdAtMs: 1_700_000_000_000,
      updatedAtMs: 1_700_000_000_000,
      copiedFrom: null,
      nextNumber: claims.length + 1,
    },
    document: {
      type: 'doc',
      content: [
        field('headline', headlineOf(size)),
        field('dek'),
        field('byline'),
        field('dateline'),
        ...body,
        field('searchTitle'),
        field('searchDescription'),
        field('socialLine'),
      ],
    },
    claims,
    sources: [],
    people: [{ id: personId, name: 'Petra Halvorsen', initials: 'PH', role: 'checker' }],
    files: [],
  })
}

export const headlineOf = (size: Size): string => `A text of ${size.name}`
