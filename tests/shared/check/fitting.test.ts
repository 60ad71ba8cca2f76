import type { Node } from 'prosemirror-model'
import { describe, expect, it } from 'vitest'
import { behindQuotation, objectionTo, rewrittenRange } from '../../../shared/check/fitting.ts'
import { buildDocument } from '../../../shared/document/build.ts'
import { schema } from '../../../shared/document/schema.ts'
import { mappedText } from '../../../shared/document/text.ts'
import { must } from '../../../shared/lib/assert.ts'
import type { ClaimKind } from '../../../shared/model/claim.ts'
import type { FixObjection, Remedy } from '../../../shared/model/fix.ts'

const paragraph = (words: string) => schema.node('paragraph', null, [schema.text(words)])

function find(document: Node, words: string): { from: number; to: number } {
  const mapped = mappedText(document, 'both', { from: 0, to: document.content.size })
  const at = mapped.text.indexOf(words)
  const from = must(mapped.positions[at], 'the words stand there')
  return { from, to: must(mapped.positions[at + words.length - 1], 'the words stand there') + 1 }
}

interface Case {
  /** The claim's words stand between ⟦ and ⟧. */
  readonly text: string
  readonly kind?: ClaimKind
  readonly excerpts?: readonly string[]
  readonly block?: (words: string) => Node
}

function judge(given: Case, remedy: Remedy, newWords: string): FixObjection | null {
  const words = given.text.slice(given.text.indexOf('⟦') + 1, given.text.indexOf('⟧'))
  const lines = given.text.replace(/[⟦⟧]/gu, '').split('\n')
  const document = buildDocument({}, lines.map(given.block ?? paragraph))
  return objectionTo({
    document,
    range: find(document, words),
    kind: given.kind ?? 'statement',
    remedy,
    newWords,
    excerpts: given.excerpts ?? [],
  })
}

const plainFact: Case = { text: 'It has ⟦forty boats⟧ in the harbour.' }
const quote: Case = { text: 'He said: ⟦“There are forty boats here.”⟧ That was all.', kind: 'quote' }
const transcript = { excerpts: ['Well, there are four boats here, and that is that.'] }
const factInQuote: Case = { text: 'He said: “There are ⟦forty boats⟧ here.”' }

describe('other words', () => {
  it.each<[string, Case, string, FixObjection | null]>([
    ['of a statement are anybody’s to suggest', plainFact, 'four boats', null],
    ['that are the same are no fix', plainFact, 'forty boats', 'same'],
    ['that are none are no fix', plainFact, ' ', 'same'],
    ['of more paragraphs are not taken', plainFact, 'four\nboats', 'paragraphs'],
    ['in a quote are refused', quote, '“There are four boats here.”', 'notInTranscript'],
    [
      'in a quote are taken from its transcript',
      { ...quote, ...transcript },
      '“There are four boats here.”',
      null,
    ],
    [
      'in a quote that the transcript has not are refused',
      { ...quote, ...transcript },
      '“There are five boats here.”',
      'notInTranscript',
    ],
    [
      'with an omission are taken where each part stands in the transcript',
      { ...quote, ...transcript },
      '“There are four boats here … that is that.”',
      null,
    ],
    [
      'that are part of a longer word of the transcript are refused',
      { ...quote, excerpts: ['therefore there are fours'] },
      '“There are four.”',
      'notInTranscript',
    ],
    ['of a fact within a quote are refused', factInQuote, 'four boats', 'notInTranscript'],
    [
      'of a fact within a quote are taken from the transcript',
      { ...factInQuote, excerpts: ['There are four boats here'] },
      'four boats',
      null,
    ],
    [
      'beside a quote are taken while the quote stays',
      { text: '⟦“Forty,” said the mayer⟧.', kind: 'quote' },
      '“Forty,” said the mayor',
      null,
    ],
    [
      'that only set other marks are taken',
      { text: 'He said: ⟦"Forty boats."⟧', kind: 'quote' },
      '“Forty boats.”',
      null,
    ],
    [
      'of a quote without marks are refused',
      { text: '⟦Forty boats⟧', kind: 'quote' },
      'Four boats',
      'notInTranscript',
    ],
    [
      'of a block quote are refused',
      {
        text: 'There are ⟦forty boats⟧ here.',
        block: (words) => schema.node('blockquote', null, [paragraph(words)]),
      },
      'four boats',
      'notInTranscript',
    ],
  ])('%s', (_, given, newWords, objection) => {
    expect(judge(given, 'words', newWords)).toBe(objection)
  })
})

describe('what is done with a wrong fact in an exact quote', () => {
  it.each<[string, Case, Remedy, string, FixObjection | null]>([
    ['it is cut', quote, 'cut', '“There are … boats here.”', null],
    ['all of it is cut', quote, 'cut', '', null],
    ['a cut brings no words in', quote, 'cut', '“There are four here.”', 'notCut'],
    ['a cut leaves words in their order', quote, 'cut', '“Here are boats.”', 'notCut'],
    ['a cut takes something away', quote, 'cut', '“There are forty boats, here.”', 'notCut'],
    ['it is paraphrased', quote, 'paraphrase', 'He counted some boats.', null],
    ['a paraphrase has no quotation marks', quote, 'paraphrase', 'He counted “boats”.', 'stillQuoted'],
    [
      'a part of a quote is not paraphrased within it',
      factInQuote,
      'paraphrase',
      'some boats',
      'stillQuoted',
    ],
    [
      'all between the marks is paraphrased without them',
      { text: 'He said “⟦There are forty⟧”' },
      'paraphrase',
      'there were some',
      null,
    ],
    ['it is answered in the text', quote, 'answer', 'The harbour counts four.', null],
    ['an answer says something', quote, 'answer', '  ', 'same'],
    ['it stands as said', factInQuote, 'stands', '', null],
    ['a statement is not paraphrased', plainFact, 'paraphrase', 'some', 'notQuoted'],
    ['a statement is not answered', plainFact, 'answer', 'No.', 'notQuoted'],
    ['a statement does not stand as said', plainFact, 'stands', '', 'notQuoted'],
  ])('%s', (_, given, remedy, newWords, objection) => {
    expect(judge(given, remedy, newWords)).toBe(objection)
  })

  it('a paraphrase of all between the marks takes these along', () => {
    const document = buildDocument({}, [paragraph('He said “there are forty”.')])
    const range = find(document, 'there are forty')
    expect(rewrittenRange({ document, range, remedy: 'paraphrase' })).toEqual({
      from: range.from - 1,
      to: range.to + 1,
    })
    expect(rewrittenRange({ document, range, remedy: 'cut' })).toEqual(range)
  })

  it.each([
    ['“There are forty,” he said on Monday. Nobody laughed.', '“There are forty,” he said on Monday.'],
    [
      'He said: “There are forty. I counted them.” Nobody laughed.',
      'He said: “There are forty. I counted them.”',
    ],
    ['“There are forty.”', '“There are forty.”'],
  ])('in %s the answer stands behind %s', (text, before) => {
    const document = buildDocument({}, [paragraph(text)])
    const at = behindQuotation(document, find(document, 'There are forty'))
    expect(document.textBetween(find(document, text).from, at)).toBe(before)
  })
})
