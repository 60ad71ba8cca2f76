import type { Mention } from './mention.ts'
import { type Gender, type NameUse, namesIn } from './names.ts'
import { withoutArticle } from './office.ts'
import type { Passage } from './passage.ts'
import { lexiconFor, wordClass } from './speech/lexicon.ts'

/** Who said something, as the story gives it. */
export interface Speaker {
  /** As full as the story has it: "Dr. Lina Khatib" where the passage says "Dr. Khatib"; an institution or group as it is called. */
  readonly name: string
  /** Title or function, without its article; "" where the story gives none. */
  readonly role: string
}

interface Person extends Speaker {
  readonly gender: Gender
}

interface PlacedUse {
  readonly passage: number
  readonly use: NameUse
}

/** How many passages back a pronoun's person is looked for. */
const reach = 6

/** "the 46-year-old": whom the story named before. */
const aged = /^(?:the|der|die)\s+\p{N}+-(?:year-old|jährige[rn]?)$/iu

/** Others, such as "many", name whom they mean. */
const personal =
  /^(?:he|she|they|it|i|we|you|who|whom|which|that|this|him|her|them|er|sie|es|wir|ich|man|der|die|das|welche[rs]?|ihm|ihn|ihr|ihnen)$/iu

const speakerPlaces = { headline: true, dek: true, crosshead: true } as Record<string, boolean | undefined>

/** The people of a story, to find whose name a surname, a pronoun or an office stands for. */
export class People {
  readonly #passages: readonly Passage[]
  readonly #language: string
  /** Uses of names with more than one word, by each of their words, in the order of the story. */
  readonly #byWord = new Map<string, PlacedUse[]>()
  readonly #persons = new Map<string, Person>()
  /** Who spoke, in order: nearer than a name that was only mentioned. */
  readonly #spoke: { passage: number; at: number; person: Person }[] = []

  constructor(passages: readonly Passage[], language: string) {
    this.#passages = passages
    this.#language = language
    for (const [passage, one] of passages.entries()) {
      for (const use of namesIn(one, language)) {
        if (use.words.length < 2 && use.role === '') continue
        const placed = { passage, use }
        const last = use.words.at(-1) ?? ''
        const first = use.words[0] ?? ''
        this.#put(last, placed)
        if (first !== last) this.#put(first, placed)
      }
    }
  }

  #put(word: string, placed: PlacedUse): void {
    const list = this.#byWord.get(word)
    if (list) list.push(placed)
    else this.#byWord.set(word, [placed])
  }

  /** The fullest form of a name as the story has it, with the role that stands by one of its uses. */
  personOf(use: NameUse, passage: number): Person {
    const key = `${use.words.join(' ')}/${use.role}/${use.gender}`
    const known = this.#persons.get(key)
    if (known) return known
    const person = this.#findPerson(use, passage)
    this.#persons.set(key, person)
    return person
  }

  #findPerson(use: NameUse, passage: number): Person {
    const last = use.words.at(-1) ?? ''
    const uses = this.#byWord.get(last) ?? []
    const isSame = ({ use: other }: PlacedUse): boolean => {
      if (use.gender !== 'unknown' && other.gender !== 'unknown' && use.gender !== other.gender) return false
      if (use.words.length === 1)
        return other.words.at(-1) === last || (other.words[0] === last && other.isPerson)
      return other.words.at(-1) === last && other.words[0] === use.words[0]
    }
    const same = uses.filter(isSame)
    const full = same.filter(({ use: other }) => other.words.length > 1)
    const inText = full.filter(({ passage: index }) => !speakerPlaces[this.#passages[index]?.where ?? ''])
    const before = inText.filter(({ passage: index }) => index <= passage)
    const named = before.at(-1) ?? inText[0] ?? full[0]
    const chosen = named?.use ?? use
    const theirs =
      chosen.words.length > 1
        ? same.filter(({ use: one }) => one.words.length === 1 || one.words[0] === chosen.words[0])
        : same
    const titled =
      theirs.find(({ use: one }) => one.words.length > 1 && one.role !== '') ??
      theirs.find(({ use: one }) => one.role !== '')
    const best =
      theirs.find(({ use: one }) => /^(?:Dr|Prof)\b/u.test(one.name) && one.words.length > 1)?.use ?? chosen
    const gender =
      [use, chosen, ...theirs.map(({ use: one }) => one)].find((one) => one.gender !== 'unknown')?.gender ??
      'unknown'
    return {
      name: best.name,
      role: use.role && use.words.length > 1 ? use.role : (titled?.use.role ?? use.role),
      gender,
    }
  }

  /** Who a mention in a passage means; null where it is a pronoun that the story does not fill. */
  speakerOf(mention: Mention, passage: number): Speaker | null {
    const words = this.#passages[passage]?.text.slice(mention.from, mention.to) ?? ''
    const person =
      mention.isPronoun && personal.test(words)
        ? this.#byPronoun(mention, passage)
        : this.#byNoun(mention, passage)
    if (!person) return null
    this.#spoke.push({ passage, at: mention.from, person })
    return { name: person.name, role: person.role }
  }

  #byNoun(mention: Mention, passage: number): Person {
    const one = this.#passages[passage]
    const text = one?.text ?? ''
    const words = text.slice(mention.from, mention.to)
    const uses = one ? namesIn(one, this.#language) : []
    const within = uses.filter((use) => use.from < mention.to && use.to > mention.from)
    if (within.some((use, i) => isPairedWith(text, use, within[i + 1]))) {
      return { name: withoutArticle(words), role: '', gender: 'unknown' }
    }
    // What follows "of", or stands before 's, only belongs to whom the noun names.
    const head = within.findLast(
      (use) => !/^['’]/u.test(text.slice(use.to, use.to + 1)) && isHead(text, mention, use),
    )
    const isWhole = head && (head.to === mention.to || /^\s*[(,]/u.test(text.slice(head.to, mention.to)))
    const isJoined = head && /^\s+(?:of|from|at|in|for|vom|von|aus)\s/u.test(text.slice(head.to, head.to + 6))
    const isPerson = head && (head.isPerson || (head.from === mention.from && head.words.length === 2))
    if (head && (isWhole || (isJoined && isPerson))) return this.personOf(head, passage)
    // "Sanders's campaign manager, Jeff Weaver, said": the name stands behind the office.
    const behind = uses.find(
      (use) =>
        use.from > mention.to &&
        /^,\s+(?:\p{Ll}+\s+){0,2}$/u.test(text.slice(mention.to, use.from)) &&
        use.words.length > 1,
    )
    if (behind && !isWhole) {
      const person = this.personOf(behind, passage)
      return { ...person, role: person.role || withoutArticle(words) }
    }
    return this.#byOffice(words, passage) ?? { name: withoutArticle(words), role: '', gender: 'unknown' }
  }

  /** "the governor": the one of whom the story said so before. */
  #byOffice(words: string, passage: number): Person | null {
    const office = /^(?:the|der|die)\s+(?:[\p{L}.-]+\s+){0,3}?(?<head>[\p{L}-]+)$/iu
      .exec(words)
      ?.groups?.head?.toLowerCase()
    if (!office) return null
    const { table, classOf } = lexiconFor(this.#language)
    if (!table.titleEnding.test(office) && (classOf(office) & wordClass.title) === 0) return null
    const forms = [office, ...(table.shortTitles[office] ?? [])].map((form) =>
      form.replace(/[^\p{L}-]/gu, ''),
    )
    const matching = new RegExp(`(?:^|[\\s-])(?:${forms.join('|')})(?![\\p{L}])`, 'iu')
    for (let index = passage; index >= Math.max(0, passage - 2 * reach); index--) {
      const one = this.#passages[index]
      if (!one) continue
      const found = namesIn(one, this.#language).findLast(
        (use) => use.words.length > 0 && matching.test(use.role),
      )
      if (found) return this.personOf(found, index)
    }
    return null
  }

  /** "they", "it": what the sentence before speaks of, or the last that was no person and spoke. */
  #byAntecedent(mention: Mention, passage: number): Person | null {
    if (mention.antecedent) return this.#byNoun(mention.antecedent, passage)
    const word = (this.#passages[passage]?.text.slice(mention.from, mention.to) ?? '').toLowerCase()
    if (!/^(?:they|their|it|its|es)$/u.test(word)) return null
    const spoke = this.#spoke.at(-1)
    return spoke &&
      passage - spoke.passage <= 1 &&
      spoke.person.gender === 'unknown' &&
      spoke.person.role === ''
      ? spoke.person
      : null
  }

  #byPronoun(mention: Mention, passage: number): Person | null {
    const { table } = lexiconFor(this.#language)
    const word = (this.#passages[passage]?.text.slice(mention.from, mention.to) ?? '').toLowerCase()
    const isMan = /^(?:he|his|him|er|ihm|ihn|sein\p{L}*)$/u.test(word)
    const isWoman = /^(?:she|her|sie|ihr\p{L}*)$/u.test(word)
    if (!isMan && !isWoman && !aged.test(word)) return this.#byAntecedent(mention, passage)
    const fits = (gender: Gender): boolean =>
      gender === 'unknown' || isMan === isWoman || gender === (isMan ? 'masculine' : 'feminine')
    for (let index = passage; index >= Math.max(0, passage - reach); index--) {
      const one = this.#passages[index]
      if (!one) continue
      const isBefore = (at: number): boolean => index < passage || at < mention.from
      const spoke = this.#spoke.findLast(
        (event) => event.passage === index && isBefore(event.at) && fits(event.person.gender),
      )
      const uses = namesIn(one, this.#language).filter((use) => isBefore(use.from))
      const persons = uses
        .map((use) => ({ use, person: this.personOf(use, index) }))
        .filter(
          ({ use, person }) =>
            fits(person.gender) && (use.isPerson || person.gender !== 'unknown' || person.role !== ''),
        )
      const subject = persons.findLast(({ use }) => use.isSubject)
      if (spoke && (!subject || spoke.at >= subject.use.from || !table.isVerbSecond)) return spoke.person
      const found = subject ?? persons.at(-1)
      if (found) return found.person
    }
    return null
  }
}

/** Whether two names are joined: "Norway and Chile". */
function isPairedWith(text: string, use: NameUse, next: NameUse | undefined): boolean {
  return (
    next !== undefined &&
    /^\s+(?:and|und|sowie)\s+(?:the\s+|der\s+|die\s+|das\s+)?$/u.test(text.slice(use.to, next.from))
  )
}

/** Whether a name is what a noun names, and not what follows "of" in it: "the head of Chatham House". */
function isHead(text: string, mention: Mention, use: NameUse): boolean {
  const lead = text.slice(mention.from, Math.max(mention.from, use.from))
  const isBehind = /\(|\s(?:of|for|at|from|in|with|to|on|von|vom|für|bei|beim|aus|im|des)\s/iu.test(lead)
  return !isBehind && !/\S\s+der\s+$/iu.test(lead)
}
