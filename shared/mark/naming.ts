import type { Mention } from './mention.ts'
import { type NameUse, namesIn } from './names.ts'
import { withoutArticle } from './office.ts'
import type { Passage } from './passage.ts'
import { type Lexicon, lexiconFor, wordClass } from './speech/lexicon.ts'

/** What a mention says of who is meant, as its passage alone has it. */
export interface Naming {
  /** The words without their article. */
  readonly words: string
  /** "he", "their": whom it stands for is said elsewhere. */
  readonly pronoun: 'masculine' | 'feminine' | 'person' | 'other' | null
  /** The name in it or set behind it. */
  readonly use: NameUse | null
  /** The office that stands before such a name: "the mill’s manager, Anna Berg". */
  readonly office: string
  /** Finds, in the roles of others, the office that it only names: "the governor". */
  readonly byOffice: RegExp | null
}

/** "the 46-year-old": whom the story named before. */
const aged = /^(?:the|der|die)\s+\p{N}+-(?:year-old|jährige[rn]?)$/iu
const masculine = /^(?:he|his|him|er|ihm|ihn|sein\p{L}*)$/iu
const feminine = /^(?:she|her|sie|ihr\p{L}*)$/iu
/** Other pronouns, such as "many", name whom they mean. */
const other =
  /^(?:they|their|it|its|i|we|you|who|whom|which|that|this|them|es|wir|ich|man|der|die|das|welche[rs]?|ihnen)$/iu

function pronounOf(mention: Mention, words: string): Naming['pronoun'] {
  if (aged.test(words)) return 'person'
  if (!mention.isPronoun) return null
  if (masculine.test(words)) return 'masculine'
  if (feminine.test(words)) return 'feminine'
  return other.test(words) ? 'other' : null
}

/** Whether two names are joined: "Norway and Chile". */
function isPairedWith(text: string, use: NameUse, next: NameUse | undefined): boolean {
  if (next === undefined) return false
  return /^\s+(?:and|und|sowie)\s+(?:(?:the|der|die|das)\s+)?$/u.test(text.slice(use.to, next.from))
}

/** Whether a name is what a noun names, and not what follows "of" in it: "the head of Chatham House". */
function isHead(text: string, mention: Mention, use: NameUse): boolean {
  const lead = text.slice(mention.from, Math.max(mention.from, use.from))
  const isBehind = /\(|\s(?:of|for|at|from|in|with|to|on|von|vom|für|bei|beim|aus|im|des)\s/iu.test(lead)
  return !isBehind && !/\S\s+der\s+$/iu.test(lead) && !/^['’]/u.test(text.slice(use.to, use.to + 1))
}

/** The name that a mention is of; what follows "of" and stands before 's only belongs to it. */
function headUse(text: string, mention: Mention, within: readonly NameUse[]): NameUse | null {
  const head = within.findLast((use) => isHead(text, mention, use))
  if (!head) return null
  const rest = text.slice(head.to, Math.max(head.to, mention.to))
  const isWhole = rest === '' || /^\s*[(,]/u.test(rest)
  const isPerson = head.isPerson || (head.from === mention.from && head.words.length === 2)
  return isWhole || (isPerson && /^\s+(?:of|from|at|in|for|vom|von|aus)\s/u.test(rest)) ? head : null
}

function officePattern(words: string, { table, classOf }: Lexicon): RegExp | null {
  const found = /^(?:the|der|die)\s+(?:[\p{L}.-]+\s+){0,3}?(?<head>[\p{L}-]+)$/iu.exec(words)
  const office = found?.groups?.head?.toLowerCase()
  if (!office || !(table.titleEnding.test(office) || (classOf(office) & wordClass.title) !== 0)) return null
  const forms = [office, ...(table.shortTitles[office] ?? [])]
  return new RegExp(`(?:^|[\\s-])(?:${forms.join('|')})(?![\\p{L}])`, 'iu')
}

function readNaming(mention: Mention, passage: Passage, language: string): Naming {
  const { text } = passage
  const whole = text.slice(mention.from, mention.to)
  const words = withoutArticle(whole) || whole
  const plain: Naming = { words, pronoun: pronounOf(mention, whole), use: null, office: '', byOffice: null }
  if (plain.pronoun) return plain
  const uses = namesIn(passage, language)
  const within = uses.filter((use) => use.from < mention.to && use.to > mention.from)
  if (within.some((use, i) => isPairedWith(text, use, within[i + 1]))) return plain
  const use = headUse(text, mention, within)
  if (use) return { ...plain, use }
  const behind = uses.find((one) => one.from > mention.to && one.words.length > 1)
  if (behind && /^,\s+(?:\p{Ll}+\s+){0,2}$/u.test(text.slice(mention.to, behind.from))) {
    return { ...plain, use: behind, office: words }
  }
  return { ...plain, byOffice: officePattern(whole, lexiconFor(language)) }
}

const kept = new WeakMap<Mention, Naming>()

/** What a mention says of who is meant; kept with it. */
export function namingOf(mention: Mention, passage: Passage, language: string): Naming {
  const known = kept.get(mention)
  if (known) return known
  const naming = readNaming(mention, passage, language)
  kept.set(mention, naming)
  return naming
}
