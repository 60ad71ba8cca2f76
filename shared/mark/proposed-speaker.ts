import type { Node } from 'prosemirror-model'
import type { Stretch } from '../document/sentences.ts'
import { digestOf } from './digest.ts'
import type { Passage } from './passage.ts'
import { passagesIn } from './passages.ts'
import type { Speaker } from './quotation/register.ts'
import { type Quotation, quotationsOf } from './quotations.ts'

/** So many passages before and behind are read for who speaks: one press must not cost the whole story. */
const before = 24
const behind = 6
/** So many passages elsewhere are read for a name in full. */
const elsewhere = 12

interface Placed {
  readonly passage: Passage
  /** Document position of its first character. */
  readonly start: number
}

function passagesOf(document: Node): Placed[] {
  const placed: Placed[] = []
  let at = 0
  document.forEach((child) => {
    for (const { passage, from } of passagesIn(child)) placed.push({ passage, start: at + from })
    at += child.nodeSize
  })
  return placed
}

/** The speaker of the quotation of these passages that one stretch of a passage lies in, holds or touches. */
function speakerAt(
  passages: readonly Passage[],
  index: number,
  words: Stretch,
  language: string,
): Speaker | null {
  const isMeant = ({ speaker, parts }: Quotation): boolean =>
    speaker !== null &&
    parts.some(({ passage, from, to }) => passage === index && from < words.to && to > words.from)
  return quotationsOf(passages, language).find(isMeant)?.speaker ?? null
}

/** Passages that have a surname in full, first come first. */
function naming(placed: readonly Placed[], surname: string, language: string): Passage[] {
  const found: Passage[] = []
  for (const { passage } of placed) {
    if (found.length === elsewhere) break
    if (!passage.text.includes(surname)) continue
    const key = surname.toLowerCase()
    if (
      digestOf(passage, language).names.some(
        ({ form: { words } }) => words.length > 1 && words.at(-1) === key,
      )
    )
      found.push(passage)
  }
  return found
}

/**
 * Proposes who says the words at a stretch of a document, as the story gives them; words without marks are taken as
 * a quotation. Null where the story does not say.
 */
export function proposeSpeaker(document: Node, quote: Stretch, language: string): Speaker | null {
  const placed = passagesOf(document)
  const at = placed.findLastIndex(({ start }) => start <= quote.from)
  const own = placed[at]
  if (!own) return null
  const first = Math.max(0, at - before)
  const near = placed.slice(first, at + behind + 1).map(({ passage }) => passage)
  const { text } = own.passage
  const words = { from: quote.from - own.start, to: Math.min(quote.to - own.start, text.length) }
  if (words.from >= words.to) return null
  const index = at - first
  const isMarked = quotationsOf(near, language).some(({ parts }) =>
    parts.some(({ passage, from, to }) => passage === index && from < words.to && to > words.from),
  )
  if (!isMarked) {
    const marked = `${text.slice(0, words.from)}“${text.slice(words.from, words.to)}”${text.slice(words.to)}`
    near[index] = { ...own.passage, text: marked }
  }
  const speaker = speakerAt(near, index, words, language)
  const surname = /\S+$/u.exec(speaker?.name ?? '')?.[0] ?? ''
  if (!speaker || surname === '' || speaker.name.replace(/^\S+\.\s/u, '').includes(' ')) return speaker
  const others = naming([...placed.slice(0, first), ...placed.slice(at + behind + 1)], surname, language)
  if (others.length === 0) return speaker
  return speakerAt([...others, ...near], others.length + index, words, language) ?? speaker
}
