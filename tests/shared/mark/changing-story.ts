import fc from 'fast-check'
import { MarkedBlocks, type SentFinding } from '../../../shared/mark/marked-blocks.ts'
import type { Passage } from '../../../shared/mark/passage.ts'
import type { SentMark } from '../../../shared/mark/sent-mark.ts'
import { defaultFirstPass } from '../../../shared/mark/settings.ts'

/** Paragraphs in which who speaks follows from others: by pronoun, surname, office, and from one paragraph to the next. */
const paragraphs = {
  en: [
    'Mayor Anna Berg opened the mill in 1911, and 23 people were hurt.',
    '“We heard it crack,” she said. “And then we ran.”',
    'The governor said: “Nobody was warned, and 24 people were hurt.”',
    'Berg said it was “a very loud and very late alarm.”',
    'Governor Jonas Veer came on Tuesday, March 3, 2026.',
    '“It was late.”',
    'Anna Berg, the miller, said:',
    '“We will rebuild it by spring.',
    '“It will cost more than we hoped.',
    'And nobody will pay for it,” he said.',
    '“They never asked us,” said Veer, “and they never will ask us.”',
    'Odile Brandt, head of the port, called it a “gang of four” vote.',
    '“They never asked us, and they never will ask us,” Odile Brandt said.',
    'They said that “the ferry was late again, as ever.”',
    'Ms. Brandt was arrested on Monday. The U.S.–Syria talks and the US-led talks ended.',
    '',
    'A note that quotes nobody.',
    'And that is all of it.” Nobody believed him.',
    'Dr. Anna Berg, 36, was convicted of fraud; Anna Berg (37) denied it.',
    'President Anna Berg spoke. Prime Minister Anna Berg left - late.',
    'According to Lina Khatib, “this is the end of the line.” Lina Khatieb agreed.',
  ],
  de: [
    'Bürgermeisterin Anna Berg eröffnete 1911 die Mühle; 23 Menschen wurden verletzt.',
    '„Wir haben es gehört“, sagte sie. „Dann liefen wir.“',
    'Der Minister sagte: „Niemand wurde gewarnt, und 24 Menschen wurden verletzt.“',
    'Minister Jonas Veer kam am Dienstag, dem 3. März 2026.',
    '„Es war spät.“',
    'Veer nannte es „eine sehr späte und sehr laute Warnung“.',
    '„Wir bauen sie wieder auf.',
    '„Sie wird mehr kosten, als wir hofften.',
    'Und keiner wird sie bezahlen“, sagte er.',
    'Odile Brandt, Leiterin des Hafens, lehnte ab:',
    'Nach Angaben von Frau Brandt war es „ein Zufall, sonst nichts“.',
    '',
    'Das ist alles.“ Niemand glaubte ihm.',
  ],
} as const

const wheres = [
  'paragraph',
  'paragraph',
  'paragraph',
  'blockquote',
  'crosshead',
  'headline',
  'dateline',
] as const

export type Edit =
  | {
      readonly kind: 'insert' | 'replace'
      readonly at: number
      readonly text: number
      readonly where: number
    }
  | { readonly kind: 'delete' | 'join' | 'gather'; readonly at: number }
  | { readonly kind: 'split'; readonly at: number; readonly share: number }
  /** Words put into a paragraph or taken out of it. */
  | { readonly kind: 'type'; readonly at: number; readonly share: number; readonly words: number }
  | { readonly kind: 'cut'; readonly at: number; readonly share: number; readonly length: number }

const typed = [
  '“',
  '”',
  '„',
  ':',
  ' she said',
  ' Veer',
  ' Governor Anna Veer',
  ' 1911',
  ' – ',
  ' said Odile Berg',
  '\u00a0',
]

const at = fc.nat(200)
const share = fc.nat(100)
export const edit: fc.Arbitrary<Edit> = fc.oneof(
  fc.record({ kind: fc.constantFrom('insert', 'replace'), at, text: fc.nat(40), where: fc.nat(20) }),
  fc.record({ kind: fc.constantFrom('delete', 'join', 'gather'), at }),
  fc.record({ kind: fc.constant('split'), at, share }),
  fc.record({ kind: fc.constant('type'), at, share, words: fc.nat(20) }),
  fc.record({ kind: fc.constant('cut'), at, share, length: fc.integer({ min: 1, max: 12 }) }),
)

export type Language = keyof typeof paragraphs
type Blocks = readonly (readonly Passage[])[]

export function paragraphAt(language: Language, text: number, where = 0): Passage {
  const known = paragraphs[language]
  return { text: known[text % known.length] ?? '', where: wheres[where % wheres.length] ?? 'paragraph' }
}

/** Where a list is replaced, how much of it, and by what. */
interface Replaced {
  readonly from: number
  readonly removed: number
  readonly put: Blocks
}

function replacedBy(blocks: Blocks, given: Edit, language: Language): Replaced {
  const from = blocks.length === 0 ? 0 : given.at % blocks.length
  const block = blocks[from] ?? [{ text: '', where: 'paragraph' }]
  const nth = block.length === 0 ? 0 : given.at % block.length
  const own = block[nth] ?? { text: '', where: 'paragraph' }
  const withText = (text: string): Blocks => [block.with(nth, { ...own, text })]
  const place = 'share' in given ? Math.floor((own.text.length * given.share) / 100) : 0
  switch (given.kind) {
    case 'insert':
      return { from, removed: 0, put: [[paragraphAt(language, given.text, given.where)]] }
    case 'replace':
      return { from, removed: 1, put: [[paragraphAt(language, given.text, given.where)]] }
    case 'delete':
      return { from, removed: 1, put: [] }
    case 'join': {
      const next = blocks[from + 1]?.[0]
      const last = block.at(-1)
      if (!next || !last) return { from, removed: 0, put: [] }
      return { from, removed: 2, put: [block.with(-1, { ...last, text: `${last.text} ${next.text}` })] }
    }
    case 'gather':
      // A list, a table: several passages of one block.
      return { from, removed: 2, put: [[...block, ...(blocks[from + 1] ?? [])]] }
    case 'split': {
      const [one, other] = [own.text.slice(0, place), own.text.slice(place)]
      return { from, removed: 1, put: [block.with(nth, { ...own, text: one }), [{ ...own, text: other }]] }
    }
    case 'type': {
      const words = typed[given.words % typed.length] ?? ''
      return { from, removed: 1, put: withText(own.text.slice(0, place) + words + own.text.slice(place)) }
    }
    case 'cut':
      return {
        from,
        removed: 1,
        put: withText(own.text.slice(0, place) + own.text.slice(place + given.length)),
      }
  }
}

export interface Told {
  readonly marks: readonly (readonly (readonly SentMark[])[])[]
  readonly findings: readonly SentFinding[]
}

/** A story that is edited, and what a window knows of it from what it was told. */
export class ChangingStory {
  readonly #language: Language
  readonly story = new MarkedBlocks()
  #blocks: Blocks
  #marks: (readonly (readonly SentMark[])[])[] = []

  constructor(language: Language, texts: readonly number[]) {
    this.#language = language
    this.#blocks = texts.map((text) => [paragraphAt(language, text)])
    this.story.begin(language, defaultFirstPass, this.#blocks)
    this.#marks = this.#blocks.map(() => [])
    this.#hear()
  }

  #hear(): void {
    for (const { block, marks } of this.story.read()) this.#marks[block] = marks
  }

  edit(given: Edit): void {
    const { from, removed, put } = replacedBy(this.#blocks, given, this.#language)
    const before = this.#blocks.slice(from, from + removed)
    this.#blocks = this.#blocks.toSpliced(from, removed, ...put)
    this.#marks.splice(from, removed, ...put.map(() => []))
    // As a window sends it: what reads as the passage in its place is not said again.
    const sent = put.map((block, index) =>
      block.map((passage, nth) => {
        const one = before[index]?.[nth]
        return one?.text === passage.text && one.where === passage.where ? null : passage
      }),
    )
    this.story.change(from, removed, sent)
    this.#hear()
  }

  told(): Told {
    return { marks: this.#marks, findings: this.story.findings() }
  }

  /** What a story is told that is read from nothing. */
  afresh(): Told {
    const story = new MarkedBlocks()
    story.begin(
      this.#language,
      defaultFirstPass,
      this.#blocks.map((block) => block.map((passage) => ({ ...passage }))),
    )
    const marks = story.read().map((one) => one.marks)
    return { marks, findings: story.findings() }
  }
}
