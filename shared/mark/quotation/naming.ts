import { Interned, keptWords } from '../interned.ts'
import type { Passage } from '../passage.ts'
import type { Mention } from './mention.ts'
import { type NameForm, type NameUse, namesIn } from './names.ts'
import { withoutArticle } from './office.ts'
import { type Lexicon, lexiconFor, wordClass } from './speech/lexicon.ts'
import type { SpeechTable } from './speech/table.ts'

/** What a mention says of who is meant, as its passage alone has it. */
export interface Naming {
  /** The words without their article; "" where a pronoun or a name says who it is. */
  readonly words: string
  /** "he", "their": whom it stands for is said elsewhere. */
  readonly pronoun: 'masculine' | 'feminine' | 'person' | 'other' | null
  /** The name in it or set behind it. */
  readonly form: NameForm | null
  /** The office that stands before such a name: "the mill’s manager, Anna Berg". */
  readonly office: string
  /** Finds, in the roles of others, the office that it only names: "the governor". */
  readonly byOffice: RegExp | null
}

function pronounOf(mention: Mention, whole: string, { signs }: SpeechTable): Naming['pronoun'] {
  const words = whole.toLowerCase()
  if (signs.aged.test(words)) return 'person'
  if (!mention.isPronoun) return null
  if (signs.masculine.test(words)) return 'masculine'
  if (signs.feminine.test(words)) return 'feminine'
  return signs.standing.test(words) ? 'other' : null
}

const wordsIn = (text: string): string[] => text.trim().toLowerCase().split(/\s+/u)

/** Whether two names are joined: "Norway and Chile". */
function isPairedWith(
  text: string,
  use: NameUse,
  next: NameUse | undefined,
  { signs }: SpeechTable,
): boolean {
  if (next === undefined) return false
  const between = text.slice(use.to, next.from)
  const [first = '', ...others] = wordsIn(between)
  const rest = others.join(' ')
  return (
    /^\s/u.test(between) && signs.joint.test(first) && `${rest} `.replace(signs.article, '').trim() === ''
  )
}

/** Whether a name is what a noun names, and not what follows "of" in it: "the head of Chatham House". */
function isHead(text: string, mention: Mention, use: NameUse, { classOf }: Lexicon): boolean {
  const lead = text.slice(mention.from, Math.max(mention.from, use.from))
  const links = wordsIn(lead).slice(1)
  const joins = wordClass.preposition | wordClass.link
  const isBehind = links.some((word, i) => {
    const classes = classOf(word)
    const isGenitive = (classes & wordClass.genitive) !== 0 && i === links.length - 1
    return (classes & joins) !== 0 || isGenitive
  })
  return !isBehind && !lead.includes('(') && !/^['’]/u.test(text.slice(use.to, use.to + 1))
}

/** The name that a mention is of; what follows "of" and stands before 's only belongs to it. */
function headUse(
  text: string,
  mention: Mention,
  within: readonly NameUse[],
  lexicon: Lexicon,
): NameUse | null {
  const head = within.findLast((use) => isHead(text, mention, use, lexicon))
  if (!head) return null
  const rest = text.slice(head.to, Math.max(head.to, mention.to))
  if (rest === '' || /^\s*[(,]/u.test(rest)) return head
  const isPerson = head.form.isPerson || (head.from === mention.from && head.form.words.length === 2)
  return isPerson && lexicon.table.signs.origin.test(wordsIn(rest)[0] ?? '') ? head : null
}

const offices = new Interned<RegExp>()

function officePattern(words: string, { table, classOf }: Lexicon): RegExp | null {
  const found = /^(?:[\p{L}.-]+\s+){1,4}?(?<head>[\p{L}-]+)$/u.exec(words)
  const office = found?.groups?.head?.toLowerCase()
  const isDefinite = table.signs.article.test(words) && !table.signs.indefinite.test(words)
  if (
    !office ||
    !isDefinite ||
    !(table.titleEnding.test(office) || (classOf(office) & wordClass.title) !== 0)
  )
    return null
  const forms = [office, ...(table.shortTitles[office] ?? [])]
  const pattern = `(?:^|[\\s-])(?:${forms.join('|')})(?![\\p{L}])`
  return offices.get(pattern, () => new RegExp(pattern, 'iu'))
}

const namings = new Interned<Naming>()

/** What is said of many is kept once. */
function kept(naming: Omit<Naming, 'words'>, words: string): Naming {
  const { pronoun, form, office, byOffice } = naming
  if (form) return { words: '', pronoun, form, office: keptWords(office), byOffice }
  const own = pronoun === null ? words : ''
  const key = [pronoun ?? '', byOffice?.source ?? '', own].join('\0')
  return namings.get(key, () => ({ ...naming, words: keptWords(own) }))
}

/** What a mention says of who is meant. */
export function namingOf(mention: Mention, passage: Passage, language: string): Naming {
  const { text } = passage
  const whole = text.slice(mention.from, mention.to)
  const lexicon = lexiconFor(language)
  const { table } = lexicon
  const words = withoutArticle(whole, lexicon) || whole
  const plain = { pronoun: pronounOf(mention, whole, table), form: null, office: '', byOffice: null }
  if (plain.pronoun) return kept(plain, words)
  const uses = namesIn(passage, language)
  const within = uses.filter((use) => use.from < mention.to && use.to > mention.from)
  if (within.some((use, i) => isPairedWith(text, use, within[i + 1], table))) return kept(plain, words)
  const use = headUse(text, mention, within, lexicon)
  if (use) return kept({ ...plain, form: use.form }, words)
  const behind = uses.find((one) => one.from > mention.to && one.form.words.length > 1)
  if (behind && /^,\s+(?:\p{Ll}+\s+){0,2}$/u.test(text.slice(mention.to, behind.from))) {
    return kept({ ...plain, form: behind.form, office: words }, words)
  }
  return kept({ ...plain, byOffice: officePattern(whole, lexicon) }, words)
}
