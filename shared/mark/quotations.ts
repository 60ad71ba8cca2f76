import type { Passage, PassageStretch } from './passage.ts'
import { closingSubject } from './quotation/closing.ts'
import type { QuotationKind, QuotationReason } from './quotation/kind.ts'
import type { Mention } from './quotation/mention.ts'
import { People } from './quotation/people.ts'
import { Register, type Speaker } from './quotation/register.ts'
import { type Said, type SaidSpan, saidIn } from './quotation/said.ts'

/** Words between quotation marks, or in a block quote, and whose they are. */
export interface Quotation {
  /** In the order of the story, marks included; several where an attribution or the end of a paragraph stands between. */
  readonly parts: readonly PassageStretch[]
  readonly kind: QuotationKind
  readonly reason: QuotationReason
  /** Null where the story does not say, and for what nobody said. */
  readonly speaker: Speaker | null
  /** The words by which the story says whose it is, a pronoun among them; null where it does not. */
  readonly mention: PassageStretch | null
}

interface Placed {
  readonly passage: number
  readonly mention: Mention
}

interface Open {
  readonly parts: PassageStretch[]
  readonly kind: QuotationKind
  readonly reason: QuotationReason
  placed: Placed | null
}

const blockQuotes = new Set(['blockquote', 'pullQuote'])
/** A quotation that is left open goes on past so many paragraphs without a mark, at most. */
const openFor = 4
/** What was said further back than this says nothing of a quotation that names nobody. In passages. */
const carriesFor = 3

function beginsWith(passage: Passage | undefined, span: SaidSpan | undefined): boolean {
  return span !== undefined && (passage?.text.slice(0, span.from).trim() ?? '') === ''
}

/** Whether a block quote needs no marks: it has none, or they hold not most of it. */
function isUnmarked(passage: Passage, said: Said): boolean {
  const marked = said.spans.reduce((sum, span) => sum + span.to - span.from, 0)
  return marked < passage.text.trim().length / 2
}

/**
 * Every quotation of a story, in order, with its speaker. Scare quotes, titles and words mentioned are among them,
 * told apart by their kind.
 */
export function quotationsOf(passages: readonly Passage[], language: string): readonly Quotation[] {
  const found: Open[] = []
  let last: Placed | null = null
  let running: Open | null = null
  let isRunning = false
  for (const [index, passage] of passages.entries()) {
    const said = saidIn(passage, language)
    if (blockQuotes.has(passage.where) && passage.text.trim() !== '' && isUnmarked(passage, said)) {
      const from = passage.text.length - passage.text.trimStart().length
      const part = { passage: index, from, to: passage.text.trimEnd().length }
      const before = found.at(-1)
      if (before?.reason === 'block' && before.parts.at(-1)?.passage === index - 1) before.parts.push(part)
      else
        found.push({
          parts: [part],
          kind: 'speech',
          reason: 'block',
          placed: carried(passages, index, language, last),
        })
      last = found.at(-1)?.placed ?? last
      isRunning = false
      continue
    }
    const first = said.spans[0]
    if (isRunning && running) {
      const since = index - (running.parts.at(-1)?.passage ?? index)
      if (!beginsWith(passage, first) && said.closes > 0 && since <= openFor) {
        const start = running.parts.at(-1)?.passage ?? index
        for (let between = start + 1; between < index; between++) {
          const length = passages[between]?.text.length ?? 0
          if (passages[between]?.text.trim()) running.parts.push({ passage: between, from: 0, to: length })
        }
        running.parts.push({ passage: index, from: 0, to: said.closes })
        last = running.placed ?? last
        isRunning = false
      } else if (since > openFor || (first !== undefined && !beginsWith(passage, first))) isRunning = false
    }
    for (const [order, span] of said.spans.entries()) {
      const part = { passage: index, from: span.from, to: span.to }
      const own: Placed | null = span.mention ? { passage: index, mention: span.mention } : null
      const before = found.at(-1)
      const continuesParagraph: boolean =
        isRunning &&
        order === 0 &&
        beginsWith(passage, span) &&
        running !== null &&
        running.parts.at(-1)?.passage === index - 1
      if (continuesParagraph && running) {
        running.parts.push(part)
        running.placed ??= own
      } else if (
        span.goesOn &&
        before?.kind === 'speech' &&
        span.kind === 'speech' &&
        before.parts.at(-1)?.passage === index
      ) {
        before.parts.push(part)
        before.placed ??= own
      } else {
        const placed: Placed | null =
          own ?? (span.kind === 'speech' && span.isLoose ? carried(passages, index, language, last) : null)
        found.push({ parts: [part], kind: span.kind, reason: span.reason, placed })
      }
      const now = found.at(-1)
      if (now?.kind === 'speech') last = now.placed ?? last
      if (!span.isClosed && now && order === said.spans.length - 1) {
        running = now
        isRunning = true
      } else isRunning = false
    }
  }
  const people = new People(passages, language, registerOf(passages, language))
  return found.map(({ parts, kind, reason, placed }) => {
    const isSaid = kind === 'speech' && placed !== null
    return {
      parts,
      kind,
      reason,
      speaker: isSaid ? people.speakerOf(placed.mention, placed.passage) : null,
      mention: isSaid ? { passage: placed.passage, from: placed.mention.from, to: placed.mention.to } : null,
    }
  })
}

/** The names of the story that was read last: while one story is written, it is the same with little changed. */
let lastRegister: { readonly language: string; readonly register: Register } | null = null

function registerOf(passages: readonly Passage[], language: string): Register {
  if (lastRegister?.language !== language) lastRegister = { language, register: new Register(language) }
  lastRegister.register.follow(passages)
  return lastRegister.register
}

/** Whose a quotation is that stands for itself: the paragraph before leads to it, or its speaker goes on. */
function carried(
  passages: readonly Passage[],
  index: number,
  language: string,
  last: Placed | null,
): Placed | null {
  const before = index - 1
  const passage = passages[before]
  if (!passage) return null
  const leads = /:\s*$/u.test(passage.text)
  const isNear = last !== null && index - last.passage <= carriesFor
  if (!leads && isNear && last.passage === before) return last
  const mention = closingSubject(passage, language)
  if (mention && (leads || mention.isSaid || !isNear)) return { passage: before, mention }
  return isNear ? last : null
}
