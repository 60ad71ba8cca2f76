import type { Node } from 'prosemirror-model'
import { quoteSpans } from './quotes.ts'
import { blockTextAt, type Stretch, sentenceRanges } from './sentences.ts'
import { speechVerbs } from './speech.ts'

/** Who may have said a quote, as the text itself names the person. Only ever a proposal. */
export interface ProposedSpeaker {
  readonly name: string
  /** Title or function as the text gives it, without its article; "" where it gives none. */
  readonly role: string
}

const saying = speechVerbs.filter((verb) => verb.endsWith('ing'))
const finite = speechVerbs.filter((verb) => !verb.endsWith('ing'))
const honorific = '(?:Dr|Mr|Mrs|Ms|Mx|Prof|Sir|Dame|Lord|Lady|Rev|Fr|Sheikh|Sister)\\.?'
const part = "(?:\\p{Ll}{1,3}[-’'])?\\p{Lu}[\\p{L}\\p{M}\\p{N}]*(?:[-’'.–]\\p{L}[\\p{L}\\p{M}]*)*\\.?"
const particle =
  '(?:de|da|di|du|del|della|van|von|der|den|la|le|bin|ibn|bint|al|el|of|the|y|e|dos|das|ter|ten|zu)'
const name = `(?:${honorific} )?${part}(?:(?: ${particle}){0,2} ${part})*`
const titles =
  'secretary|president|minister|senator|sen|representative|rep|governor|gov|general|gen|director|chief|spokesman|spokeswoman|spokesperson|ambassador|mayor|judge|justice|professor|chairman|chairwoman|chairperson|chair|ceo|cfo|officer|commissioner|detective|sheriff|sergeant|sgt|envoy|analyst|attorney|lawyer|prince|princess|king|queen|pope|bishop|archbishop|chancellor|premier|speaker|leader|coach|manager|captain|capt|colonel|col|lieutenant|lt|major|maj|admiral|adm|commander|editor|author|researcher|scientist|economist|historian|engineer|founder|co-founder|head|deputy|aide|adviser|advisor|activist|resident|physician|doctor|nurse|teacher|principal|superintendent|owner|student|reporter|journalist|columnist|councillor|councilman|councilwoman|councilmember|lawmaker|deputy|counsel|prosecutor|inspector|constable|critic|artist|singer|actor|actress|filmmaker|pilot|farmer|expert|consultant|strategist|executive|ministers|officials?|candidate|nominee|congressman|congresswoman|mp|mep|md'
const endsWithTitle = new RegExp(`(?:^|[\\s-])(?:${titles})\\.?$`, 'iu')
/** After "Name," these begin no role. */
const noRole =
  /^(?:in|on|during|at|after|before|while|when|adding|citing|referring|speaking|as|and|but|or|who|whom|whose|which|that|according|said|says|if|because|since|though|although|with|by|to|for|meanwhile|however|too|also|then|later|where|noting|calling|pointing|not|so|yet|he|she|they|it|we|i|was|is|has|had|\d)\b/iu
const adverbs =
  /(?:\s|^)(?:also|later|then|previously|recently|reportedly|repeatedly|publicly|once|has|have|had|is|was|were|would|will|did|does|simply|quickly|immediately|never|even|still|further|meanwhile|only|just|\p{L}+ly)$/iu
/** Begin sentences with a capital letter and are nobody's name. */
const noName =
  /^(?:as|and|but|or|in|on|at|for|with|while|when|if|later|then|now|so|yet|after|before|since|because|although|though|by|to|from|of|not|no|this|that|these|those|there|here|what|who|how|why|where|both|some|many|most|all|one|another|other|others|still|once|even|also|however|meanwhile|instead|earlier|today|yesterday|our|my|his|her|their|its|your)$/iu
const pronoun = /^(?:he|she|they|it|i|we|you|who|which|that|this|the \p{L}+)$/iu

const afterVerb = new RegExp(
  `^[\\s,—–-]*(?:${finite.join('|')})\\s+(?<lead>(?:the\\s+|an?\\s+)?(?:[\\p{L}.’'&-]+\\s+){0,7}?)(?<name>${name})(?<rest>[^\ufffc]*)`,
  'u',
)
const beforeVerb = new RegExp(
  `^[\\s,—–-]*(?<subject>[^\ufffc.;:!?]{1,120}?(?:(?<=\\b(?:Dr|Mr|Mrs|Ms|Prof|Sen|Rep|Gov|Gen|Lt|Col|U\\.S|U\\.N|U\\.K|\\p{Lu}))\\.[^\ufffc.;:!?]{1,100}?)*?)\\s+(?:${finite.join('|')})\\b`,
  'u',
)
const lastVerb = new RegExp(`^(?<subject>.*)\\b(?<verb>${speechVerbs.join('|')})\\b`, 'su')
const accordingTo = new RegExp(
  `according to (?<lead>(?:the\\s+|an?\\s+)?(?:[\\p{L}.’'&-]+\\s+){0,6}?)(?<name>${name})(?<rest>[^\ufffc]*)`,
  'iu',
)

function withoutArticle(role: string): string {
  return role.replace(/^(?:a|an|the)\s+/iu, '').trim()
}

/** "U.S. Defense Secretary Mike Waltz" → role and name; the last title word is where they part. */
function partTitle(words: string): ProposedSpeaker {
  const tokens = words.trim().split(/\s+/u)
  for (let i = tokens.length - 1; i > 0; i--) {
    const before = tokens.slice(0, i).join(' ')
    if (!endsWithTitle.test(before)) continue
    return { name: tokens.slice(i).join(' '), role: withoutArticle(before) }
  }
  return { name: words.trim(), role: '' }
}

/** The role in what follows a name: ", a Middle East analyst at Chatham House." */
function roleAfter(rest: string): string {
  const found = /^,\s+(?<role>[^,;:—–]+)/u.exec(rest)?.groups?.role
  if (!found || noRole.test(found)) return ''
  const sentence = sentenceRanges(found)[0]
  const role = (sentence ? found.slice(sentence.from, sentence.to) : found).replace(/[.\s]+$/u, '')
  const ended = role.replace(/\s+(?:who|which|and who|told|said|in an?|during)\b.*$/su, '')
  return withoutArticle(ended)
}

function speakerFrom(lead: string, found: string, rest: string): ProposedSpeaker | null {
  const whole = `${lead}${found}`.trim()
  if (isNobody(found)) return null
  const parted = partTitle(whole)
  // Lower-case words before a name are a title, or this is no name at all.
  if (parted.role === '' && /^(?:the |an? )?\p{Ll}/u.test(whole) && !/^\p{Ll}{1,3}[-’']/u.test(whole))
    return null
  return { name: trimName(parted.name), role: roleAfter(rest) || parted.role }
}

function trimName(words: string): string {
  return /\b(?:Jr|Sr|\p{Lu})\.$/u.test(words) ? words : words.replace(/[.,;:]+$/u, '')
}

function withoutAdverbs(words: string): string {
  let rest = words.trim()
  while (adverbs.test(rest)) rest = rest.replace(adverbs, '').trim()
  return rest
}

/** The subject of a verb, out of the clause before it. */
function subjectOf(clause: string): ProposedSpeaker | null {
  const words = withoutAdverbs(clause.replace(/\s+$/u, ''))
  const apposition = new RegExp(`(?<name>${name}),\\s+(?<role>[^\ufffc]{3,160}?),?$`, 'u').exec(words)?.groups
  if (words.endsWith(',') && apposition?.name && apposition.role && !noRole.test(apposition.role)) {
    return { ...partTitle(apposition.name), role: withoutArticle(apposition.role.split(', ')[0] ?? '') }
  }
  const last = words
    .replace(/,$/u, '')
    .split(
      /[,;:()—–\ufffc]|\b(?:while|but|that|when|because|after|before|where|whereas|although|though|if)\b/u,
    )
    .at(-1)
    ?.replace(/^\s*(?:and|meanwhile|in response|as)\s+/iu, '')
    .trim()
  if (!last || last.split(/\s+/u).length > 9) return null
  const subject = withoutAdverbs(last)
  if (!/^(?:the |an? )?(?:\p{Ll}{1,3}[-’'])?\p{Lu}/iu.test(subject) || !/\p{Lu}/u.test(subject)) return null
  return isNobody(subject) ? null : speakerFromSubject(subject)
}

function isNobody(words: string): boolean {
  return pronoun.test(words) || noName.test(words.split(/[\s,]/u)[0] ?? '')
}

function speakerFromSubject(subject: string): ProposedSpeaker {
  const parted = partTitle(subject.replace(/^the\s+/iu, ''))
  return /^\p{Lu}|^\p{Ll}{1,3}[-’']/u.test(parted.name)
    ? { ...parted, name: trimName(parted.name) }
    : { name: trimName(subject), role: '' }
}

/** The names at a sentence's very start: "Saudi Arabia and Egypt also issued …". */
function subjectOfSentence(sentence: string): ProposedSpeaker | null {
  const found = new RegExp(`^(?<name>(?:The |the )?${name}(?:(?:,| and) ${name})*)(?<rest>.*)`, 'su').exec(
    sentence.trim(),
  )?.groups
  if (!found?.name || isNobody(found.name)) return null
  return {
    ...partTitle(found.name),
    ...(roleAfter(found.rest ?? '') ? { role: roleAfter(found.rest ?? '') } : {}),
  }
}

/** What goes on like this speaks of somebody else. */
const otherClause = /^[\s,—–-]*(?:while|whereas|but|when|because|after|before|though|although|if)\b/iu

function afterQuote(rest: string): ProposedSpeaker | null {
  if (otherClause.test(rest)) return null
  const inverted = afterVerb.exec(rest)?.groups
  if (inverted?.name) {
    const found = speakerFrom(inverted.lead ?? '', inverted.name, inverted.rest ?? '')
    if (found) return found
  }
  const subject = beforeVerb.exec(rest)?.groups?.subject
  if (subject) {
    const found = subjectOf(subject)
    if (found) return found
  }
  const source = accordingTo.exec(rest)?.groups
  return source?.name ? speakerFrom(source.lead ?? '', source.name, source.rest ?? '') : null
}

function beforeQuote(lead: string): ProposedSpeaker | null {
  const source = accordingTo.exec(lead)?.groups
  if (source?.name) return speakerFrom(source.lead ?? '', source.name, source.rest ?? '')
  const found = lastVerb.exec(lead)?.groups
  if (found?.subject === undefined) return null
  if (saying.includes(found.verb ?? '')) return subjectOfSentence(lead)
  return subjectOf(found.subject) ?? subjectOfSentence(lead)
}

/** The text with what stands in quotation marks made unreadable, so that only attributions are read. */
function masked(text: string): string {
  let result = text
  for (const span of quoteSpans(text)) {
    result = result.slice(0, span.from) + '\ufffc'.repeat(span.to - span.from) + result.slice(span.to)
  }
  return result
}

/** Proposes who said the quotation at `quote`, offsets into the text of one block. */
export function speakerInText(text: string, quote: Stretch): ProposedSpeaker | null {
  const outside = masked(text)
  const sentences = sentenceRanges(outside)
  // A sentence goes on behind a quotation: its attribution stands before or after.
  const isAround = (one: Stretch): boolean => one.from < quote.to && one.to > quote.from
  const around = sentences.filter(isAround)
  const from = Math.min(quote.from, around[0]?.from ?? quote.from)
  const to = Math.max(quote.to, around.at(-1)?.to ?? quote.to)
  const after = outside.slice(quote.to, to)
  const before = outside.slice(from, quote.from)
  const close = /^\s*[^\s\ufffc]/u.test(after) ? afterQuote(after.split('\ufffc')[0] ?? '') : null
  const found = close ?? beforeQuote(before.split('\ufffc').at(-1) ?? '')
  if (found) return found
  // The next sentence may say who spoke, and so may the attribution of the quotation before.
  const next = sentences.find((one) => one.from >= quote.to)
  const following = next && next.from - quote.to <= 2 ? afterQuote(outside.slice(next.from, next.to)) : null
  if (following) return following
  const earlier = quoteSpans(text).findLast((span) => span.to <= quote.from)
  return earlier ? speakerInText(text, earlier) : null
}

/** Blocks looked back for a name where the text says only "he" or "she". */
const blocksBack = 4

/**
 * Proposes who said a quotation of a document, from its own paragraph, else from the attributions of the few
 * paragraphs before.
 */
export function proposeSpeaker(document: Node, quote: Stretch): ProposedSpeaker | null {
  const found = blockTextAt(document, quote.from)
  if (!found) return null
  // References to footnotes say nothing of who spoke.
  const block = { ...found, text: found.text.replaceAll('\ufffc', ' ') }
  const stretch = {
    from: quote.from - block.start,
    to: Math.min(quote.to - block.start, block.text.length),
  }
  // A claim may be part of a quotation, or several parts with the attribution between them.
  const parts = quoteSpans(block.text).filter((one) => one.from < stretch.to && one.to > stretch.from)
  for (const part of parts.length > 0 ? parts : [stretch]) {
    const found = speakerInText(block.text, part)
    if (found) return found
  }
  const outside = masked(block.text)
  if (!/\b(?:he|she|they)\b/iu.test(outside)) return null
  const $start = document.resolve(block.start)
  const container = $start.node(Math.max(0, $start.depth - 1))
  const index = $start.index(Math.max(0, $start.depth - 1))
  for (let i = index - 1; i >= Math.max(0, index - blocksBack); i--) {
    const sibling = container.child(i)
    if (!sibling.isTextblock) return null
    const text = sibling.textContent
    for (const span of quoteSpans(text).reverse()) {
      const found = speakerInText(text, span)
      if (found) return found
    }
  }
  return null
}
