import { closeHistory } from '@tiptap/pm/history'
import type { Node } from '@tiptap/pm/model'
import type { EditorState, Transaction } from '@tiptap/pm/state'
import { anchorSpan, anchorsAt } from '../../shared/document/anchors.ts'
import { declareCreated } from '../../shared/document/follow.ts'
import { isQuotation, quoteAt, quoteSpans } from '../../shared/document/quotes.ts'
import { blockTextAt, type Stretch, sentenceAt, sentenceRanges } from '../../shared/document/sentences.ts'
import { wholeWords } from '../../shared/document/words.ts'
import { type TagRefusal, tagRefusal } from '../../shared/document/zones.ts'
import { proposeSpeaker } from '../../shared/mark/proposed-speaker.ts'
import type { ClaimKind } from '../../shared/model/claim.ts'
import type { ClaimId } from '../../shared/model/ids.ts'
import type { NewClaim } from '../../shared/model/write.ts'

/** One of the stretches that tagging at a caret goes through, from small to large. */
export interface Rung extends Stretch {
  readonly name: 'word' | 'clause' | 'sentence' | 'quote' | 'quoteWithAttribution' | 'paragraph'
}

function trimmed(document: Node, { from, to }: Stretch): Stretch | null {
  const text = document.textBetween(from, to, '\n', '\ufffc')
  if (text.trim() === '') return null
  let start = from
  let end = to
  const isBlank = (at: number): boolean => document.textBetween(at, at + 1, '\n', '\ufffc').trim() === ''
  while (start < end && isBlank(start)) start++
  while (end > start && isBlank(end - 1)) end--
  return { from: start, to: end }
}

const clauseBorder = /[,;:—–()]\s|\s[—–-]\s|[()]/gu

/** The part between commas, dashes or brackets around an offset. */
function clauseAround(text: string, within: Stretch, offset: number): Stretch {
  let { from, to } = within
  for (const border of text.slice(within.from, within.to).matchAll(clauseBorder)) {
    const start = within.from + border.index
    const end = start + border[0].length
    if (end <= offset) from = end
    else if (start >= offset) {
      to = start
      break
    }
  }
  return { from, to }
}

/** A quotation with the words that say whose it is, as far as its sentence goes and no other quotation begins. */
function withAttribution(document: Node, quote: Stretch): Stretch | null {
  const block = blockTextAt(document, quote.from)
  if (!block) return null
  const [from, to] = [quote.from - block.start, quote.to - block.start]
  const sentences = sentenceRanges(block.text).filter((one) => one.from < to && one.to > from)
  const first = sentences[0]
  const last = sentences.at(-1)
  if (!first || !last) return null
  const others = quoteSpans(block.text).filter((one) => one.to <= from || one.from >= to)
  const start = Math.max(first.from, ...others.filter((one) => one.to <= from).map((one) => one.to))
  const end = Math.min(last.to, ...others.filter((one) => one.from >= to).map((one) => one.from))
  return { from: block.start + Math.min(start, from), to: block.start + Math.max(end, to) }
}

/** What a tag at `position` can cover, each within the next. */
export function tagLadder(document: Node, position: number): Rung[] {
  const block = blockTextAt(document, position)
  if (!block) return []
  const rungs: Rung[] = []
  const add = (name: Rung['name'], stretch: Stretch | null): void => {
    const words = stretch && trimmed(document, stretch)
    const last = rungs.at(-1)
    if (!words || (last && (words.from > last.from || words.to < last.to))) return
    if (last && words.from === last.from && words.to === last.to) rungs.pop()
    rungs.push({ ...words, name })
  }
  const quote = quoteAt(document, position)
  const sentence = sentenceAt(document, position)
  const word = wholeWords(document, { from: position, to: position })
  if (word.to > word.from) add('word', word)
  const around = sentence && {
    from: Math.max(sentence.from, quote?.from ?? 0) - block.start,
    to: Math.min(sentence.to, quote?.to ?? sentence.to) - block.start,
  }
  if (around && around.to > around.from) {
    const clause = clauseAround(block.text, around, position - block.start)
    add('clause', { from: block.start + clause.from, to: block.start + clause.to })
  }
  if (quote) {
    add('quote', quote)
    add('quoteWithAttribution', withAttribution(document, quote))
  }
  const sentenceEnd = quote && sentenceAt(document, Math.max(quote.to - 1, position))
  add(
    'sentence',
    sentence && {
      from: Math.min(
        sentence.from,
        quote ? (sentenceAt(document, quote.from)?.from ?? quote.from) : sentence.from,
      ),
      to: Math.max(sentence.to, sentenceEnd?.to ?? 0, quote?.to ?? 0),
    },
  )
  add('paragraph', { from: block.start, to: Math.max(block.start + block.text.length, quote?.to ?? 0) })
  return rungs
}

/** What one press tags: the quotation around the caret, else the sentence. */
export function firstRung(ladder: readonly Rung[]): Rung | null {
  return (
    ladder.find((rung) => rung.name === 'quote') ??
    ladder.find((rung) => rung.name === 'quoteWithAttribution') ??
    ladder.find((rung) => rung.name === 'sentence') ??
    ladder.at(-1) ??
    null
  )
}

export function widerRung(ladder: readonly Rung[], now: Stretch): Rung | null {
  return (
    ladder.find(
      (rung) => rung.from <= now.from && rung.to >= now.to && rung.to - rung.from > now.to - now.from,
    ) ?? null
  )
}

export function narrowerRung(ladder: readonly Rung[], now: Stretch): Rung | null {
  return (
    ladder.findLast(
      (rung) => rung.from >= now.from && rung.to <= now.to && rung.to - rung.from < now.to - now.from,
    ) ?? null
  )
}

/** What a tag would cover and be, at the selection or the caret. */
export interface TagPlan extends Stretch {
  readonly kind: ClaimKind
}

export function planTag(state: EditorState, kind?: ClaimKind): TagPlan | { refusal: TagRefusal } {
  const { doc, selection } = state
  const stretch = selection.empty
    ? firstRung(tagLadder(doc, selection.head))
    : trimmed(doc, { from: selection.from, to: selection.to })
  if (!stretch) return { refusal: { kind: 'noWords' } }
  const refusal = tagRefusal(doc, stretch)
  if (refusal) return { refusal }
  const { from, to } = stretch
  return { from, to, kind: kind ?? (isQuotation(doc, stretch) ? 'quote' : 'statement') }
}

/** The claim whose mark covers exactly this stretch, if there is one. */
export function claimOn(document: Node, stretch: Stretch): ClaimId | null {
  const found = anchorsAt(document, stretch.from).find((id) => {
    const span = anchorSpan(document, id)
    return span?.from === stretch.from && span.to === stretch.to
  })
  return found === undefined ? null : (found as ClaimId)
}

/**
 * What the desk is told of a new claim: for a quote with its speaker, as the story gives them.
 *
 * @param language the story's, as BCP 47 names it
 */
export function newClaim(
  document: Node,
  id: ClaimId,
  plan: TagPlan,
  language: string,
  copiedFrom?: ClaimId,
): NewClaim {
  const speaker = plan.kind === 'quote' ? proposeSpeaker(document, plan, language) : null
  return {
    id,
    kind: plan.kind,
    ...(copiedFrom === undefined ? {} : { copiedFrom }),
    ...(speaker && speaker.name.length <= 300
      ? { speaker: { name: speaker.name, role: speaker.role.slice(0, 500) } }
      : {}),
  }
}

/** Puts a new claim's mark on the text; undone on its own. */
export function tag(state: EditorState, claim: NewClaim, stretch: Stretch): Transaction {
  return tagSeveral(state, [claim], [stretch])
}

/** The same for several claims, each on the stretch in its place; undone together. */
export function tagSeveral(
  state: EditorState,
  claims: readonly NewClaim[],
  stretches: readonly Stretch[],
): Transaction {
  const { tr } = state
  stretches.forEach(({ from, to }, index) => {
    const claim = claims[index]
    if (claim) tr.addMark(from, to, state.schema.mark('claim', { id: claim.id }))
  })
  return closeHistory(
    declareCreated(
      tr,
      claims.map(({ id, kind }) => ({ id, kind })),
    ),
  )
}
