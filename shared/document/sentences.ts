import type { Node } from 'prosemirror-model'

/** A stretch of a text or a document, end exclusive. */
export interface Stretch {
  readonly from: number
  readonly to: number
}

/** Stand before a name or a figure; a full stop after one never ends a sentence. */
const leading =
  /(?:^|[\s("'“‘«[/-])(?:Mr|Mrs|Ms|Mx|Dr|Prof|Sen|Rep|Reps|Sens|Gov|Gen|Lt|Col|Capt|Sgt|Maj|Cmdr|Cdr|Adm|Cpl|Pvt|Rev|Hon|Rt|St|Ste|Pres|Supt|Det|Insp|Cllrs?|Ald|Asst|Brig|Const|Ofc|Pfc|Msgr|Fr|Sir|Amb|Atty|Messrs|Mt|Ft|No|Nos|Nr|Art|Sec|Fig|Figs|Vol|Ch|p|pp|vs|v|e\.g|i\.e|cf|viz|approx|ca|c|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sep|Sept|Oct|Nov|Dec)\.\s*$/u
/** The same in German, where one small letter with a full stop is half of "z. B.", "d. h.", "u. a." */
const germanLeading =
  /(?:^|[\s("'„‚»[/-])(?:\p{Ll}|z\.\s?B|i\.\s?d\.\s?R|Abs|Ziff|Kap|Abb|Anm|Bd|Hr|Frl|Dipl|Ing|Mag|med|phil|jur|rer|nat|pol|sog|bzw|bspw|vgl|ggf|evtl|inkl|exkl|zzgl|abzgl|ehem|insb|geb|lt|Jän|Okt|Dez)\.\s*$/u
/** "gem. § 12"; in English a gem may end a sentence. */
const underLaw = /(?:^|\s)gem\.\s*$/u
const law = /^(?:§|Art|Abs|Paragra|Satz|Ziff|Nr)/u
/** German ordinals: "im 19. Jahrhundert". */
const ordinal = /(?:^|\s)(?:der|die|das|dem|den|des|vom|zum|zur|im|beim|ab|jeden) \p{N}{1,2}\.\s*$/u
/** "am 3. Mai" */
const day = /(?:^|\s)\p{N}{1,2}\.\s*$/u
const month =
  /^(?:Januar|Jänner|Februar|Feber|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember)(?!\p{L})/u
/** A single capital letter: the initial of a name. */
const initial = /(?:^|[\s(“"'‘.-])\p{Lu}\.\s*$/u
/** Abbreviations that may end a sentence or stand in one: what follows decides. */
const ambiguous =
  /(?:^|[\s("'“‘«[/-])(?:(?:\p{L}\.){2,}|(?:Mrd|Mio|Tsd|Std|Min|Mill|usw|usf|ff|Inc|Corp|Ltd|Co|Cos|Bros|Jr|Sr|Ph\.D|etc|Ave|Blvd|Rd|Dept|Univ|Assn)\.)["'”’)]*\s*$/u
/** Words that begin sentences far more often than they follow an abbreviation. */
const starter =
  /^["'“‘«([]*(?:The|A|An|He|She|It|They|We|I|You|His|Her|Its|Their|Our|My|In|On|At|But|And|However|This|That|These|Those|There|When|While|After|Before|As|For|If|Since|Although|Though|Still|Yet|So|Then|Now|Both|Some|Many|Most|Others|Officials|According|With|By|To|Not|No|What|Who|Why|How|Where|Der|Die|Das|Ein|Eine|Er|Sie|Es|Wir|Ich|Ihre|Seine|Im|Am|Auf|Bei|Für|Mit|Nach|Seit|Zum|Zur|Aber|Und|Doch|Auch|Dann|Damit|Dabei|Dies|Diese|Dieser|Nun|Nur|Als|Wenn|Während|Laut|Zudem|Außerdem|Dagegen|Dort|Hier|Heute|Kein|Keine)\b/u
const lowerStart = /^["'“‘«([]*\p{Ll}/u
/** "Really?" she asked: the question ends, the sentence does not. */
const endsInsideQuote = /[?!…](?:["”’»“]|['"])\s*$/u

/** What is put together again may be as long as its block; how it ends is read in so many characters. */
const ending = 96

/** The end of the text from `from` to `to`, without the white space behind it; where more stands before it, it begins with a letter. */
function endOf(text: string, from: number, to: number): string {
  let end = to
  while (end > from && /\s/u.test(text[end - 1] ?? '')) end--
  return end - from > ending ? `x${text.slice(end - ending, end)}` : text.slice(from, end)
}

const segmenter = new Intl.Segmenter('en', { granularity: 'sentence' })

function isBreak(before: string, after: string): boolean {
  if (lowerStart.test(after) && endsInsideQuote.test(before)) return false
  if (leading.test(before) || germanLeading.test(before)) return false
  if (underLaw.test(before) && law.test(after)) return false
  if (ordinal.test(before) || (day.test(before) && month.test(after))) return false
  const isSeveralInitials = ambiguous.test(before)
  if (isSeveralInitials) return starter.test(after)
  // "Plan B. The mayor …" ends with a letter too, but the word after it begins sentences.
  if (initial.test(before)) return starter.test(after)
  return true
}

/**
 * The sentences of one block's text, without the white space around them, in order. What abbreviations and
 * initials cut apart is put together again; a question within quotation marks does not end its sentence.
 */
export function sentenceRanges(text: string): Stretch[] {
  const sentences: Stretch[] = []
  let from = 0
  let to = 0
  const close = (): void => {
    const words = text.slice(from, to)
    // A footnote's reference behind a full stop belongs to the sentence that it ends.
    const start = from + words.length - words.replace(/^[\s\ufffc]+/u, '').length
    const end = from + words.trimEnd().length
    if (end > start) sentences.push({ from: start, to: end })
    from = to
  }
  for (const { segment } of segmenter.segment(text)) {
    if (to > from && isBreak(endOf(text, from, to), segment)) close()
    to += segment.length
  }
  close()
  return sentences
}

/** A text block of a document and where its text begins. */
export interface BlockText {
  readonly text: string
  /** Position of the first character. */
  readonly start: number
}

/** The text block around a position, or null between blocks. Inline nodes that are no text count as one character. */
export function blockTextAt(document: Node, position: number): BlockText | null {
  const $position = document.resolve(position)
  if (!$position.parent.isTextblock) return null
  const { parent } = $position
  return {
    text: parent.textBetween(0, parent.content.size, undefined, '\ufffc'),
    start: $position.start(),
  }
}

/**
 * The sentence around a position, in document positions; at the seam of two sentences the one that begins
 * there. Null where the block has no words.
 */
export function sentenceAt(document: Node, position: number): Stretch | null {
  const block = blockTextAt(document, position)
  if (!block) return null
  const offset = position - block.start
  const sentences = sentenceRanges(block.text)
  const found =
    sentences.find((one) => offset >= one.from && offset < one.to) ??
    sentences.findLast((one) => one.to <= offset) ??
    sentences[0]
  return found ? { from: block.start + found.from, to: block.start + found.to } : null
}
