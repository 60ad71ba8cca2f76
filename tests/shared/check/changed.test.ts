import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Comparison, compareWords, readsSame } from '../../../shared/check/changed.ts'
import { wordChanges } from '../../../shared/check/word-changes.ts'

const compared = (before: string, after: string, startsSentence = true): Comparison =>
  compareWords({ words: before, startsSentence }, { words: after, startsSentence })

describe('differences of typography never count', () => {
  it.each([
    ['straight for curly marks', '“Forty is enough,” he said', '"Forty is enough," he said'],
    ['single for double marks', '“Forty is enough”', '‘Forty is enough’'],
    ['German for English marks', '„Vierzig reichen“', '“Vierzig reichen”'],
    ['French marks with their spaces', '« Quarante suffisent », dit-il', '“Quarante suffisent”, dit-il'],
    ['French marks without spaces', '«Quarante suffisent»', '“Quarante suffisent”'],
    ['a mark behind a figure', 'It is “Catch-22”, he said', 'It is ‘Catch-22’, he said'],
    ['an apostrophe', 'the mayor’s 1990’s car', "the mayor's 1990's car"],
    ['an en dash for a hyphen', '1939-1945', '1939–1945'],
    ['a minus', '−5 degrees', '-5 degrees'],
    [
      'a long dash for a spaced short one',
      'the port—closed in May—reopened',
      'the port – closed in May – reopened',
    ],
    ['hyphens typed for a dash', 'the port -- closed', 'the port — closed'],
    ['a hard hyphen', 'twenty‑three', 'twenty-three'],
    ['a space that does not break', '40 000 tonnes', '40\u00a0000 tonnes'],
    ['two spaces for one', 'It closed.  It reopened.', 'It closed. It reopened.'],
    ['a paragraph split at a space', 'It closed. It reopened.', 'It closed.\nIt reopened.'],
    ['a soft hyphen', 'Bundes\u00adtag', 'Bundestag'],
    ['three dots', 'he paused...', 'he paused…'],
    ['the first letter of the words', 'the port closed', 'The port closed'],
    [
      'the first letter of a further sentence',
      'It closed. The port is empty.',
      'It closed. the port is empty.',
    ],
    ['the first letter behind a mark', '“forty is enough”', '“Forty is enough”'],
    ['an accent set apart', 'Ame\u0301lie', 'Am\u00e9lie'],
  ])('%s', (_, before, after) => {
    expect(compared(before, after)).toBe('typography')
    expect(compared(after, before)).toBe('typography')
  })

  it('calls words the same only where each letter is', () => {
    expect(compared('It closed.', 'It closed.')).toBe('same')
  })
})

describe('everything else counts', () => {
  it.each([
    ['a figure', '30 people died', '40 people died'],
    ['a word more', 'It closed', 'It never closed'],
    ['a word less', 'It never closed', 'It closed'],
    ['a quotation mark more', 'Forty is enough', '“Forty is enough'],
    ['quotation marks round a part', 'a grave error', 'a “grave” error'],
    ['a quotation mark less', '“Forty is enough”', 'Forty is enough'],
    ['a hyphen within a word', 're-sign', 'resign'],
    ['a hyphen for a space', 'twenty three', 'twenty-three'],
    ['spaces round a hyphen', 'well-known', 'well - known'],
    ['a space within a word', 'some one', 'someone'],
    ['a space within a figure', '1 000', '1000'],
    ['a space behind a decimal point', '3.5', '3. 5'],
    ['a comma within a figure', '1,000', '1000'],
    ['feet for inches', "6' long", '6" long'],
    ['feet for inches within a quotation', "“It is 6' long”", '“It is 6" long”'],
    ['feet for inches in a single quotation', "‘It is 6' long’", '‘It is 6" long’'],
    ['an apostrophe elsewhere', "the dogs' owner", "the dog's owner"],
    ['a full stop for a question mark', 'It closed.', 'It closed?'],
    ['a comma', 'Let us eat, children', 'Let us eat children'],
    ['a paragraph split within a word', 'reopened', 're\nopened'],
    ['case within a sentence', 'the Bank said', 'the bank said'],
    ['all of a word in capitals', 'The us said', 'The US said'],
    ['an accent', 'resume', 'résumé'],
    ['a superscript', '5 m', '5 m²'],
    ['letters that only look alike', 'paypal', 'pаypal'],
    ['a mark that turns the text round', 'abc 123', 'abc \u202e123'],
    ['nothing left', 'It closed', ''],
  ])('%s', (_, before, after) => {
    expect(compared(before, after)).toBe('different')
    expect(compared(after, before)).toBe('different')
  })

  it('counts the case of a first letter that begins no sentence', () => {
    expect(compared('Apple pays', 'apple pays', false)).toBe('different')
    expect(
      compareWords(
        { words: 'the port closed', startsSentence: false },
        { words: 'The port closed', startsSentence: true },
      ),
    ).toBe('typography')
  })
})

/** Prose with marks, dashes, figures and several sentences. */
const prose = fc
  .array(
    fc.constantFrom(
      'The port',
      'closed in May',
      '“forty is enough,” he said',
      'well-known',
      '1939-1945',
      '1,000 tonnes',
      'the mayor’s car',
      'It rained.',
      "Was it 6' long?",
      'a – b',
      'U.S.-led',
      'naïve',
    ),
    { minLength: 1, maxLength: 8 },
  )
  .map((parts) => parts.join(' '))

const pick = (options: readonly string[], seed: number) => options[seed % options.length] ?? ''

/** The same words in other type. */
function noised(text: string, seed: number): string {
  let turn = seed
  const next = () => {
    turn = (turn * 1103515245 + 12345) & 0x7fffffff
    return turn >> 4
  }
  return text
    .replace(/“([^”]*)”/gu, (_, inner: string) => {
      const [open, close] = pick(['""', '‘’', '„“', '“”', '«»'], next()).split('') as [string, string]
      return `${open}${inner}${close}`
    })
    .replace(/(?<=\p{L})’(?=\p{L})/gu, () => pick(["'", '’', 'ʼ'], next()))
    .replace(/(?<=\p{L})-(?=\p{L})/gu, () => pick(['-', '‐', '‑'], next()))
    .replace(/(?<=\p{N})-(?=\p{N})/gu, () => pick(['-', '–', '‑'], next()))
    .replace(/ – /gu, () => pick([' – ', '—', ' — ', ' - ', ' -- '], next()))
    .replace(/ /gu, () => pick([' ', '\u00a0', '  ', '\u202f', '\n'], next()))
    .replace(/(?<=\p{L}{3})(?=\p{L}{3})/gu, () => pick(['', '', '\u00ad'], next()))
}

/** One real change somewhere. */
function edited(text: string, at: number, how: number): string {
  const places = [...text.matchAll(/[\p{L}\p{N}]/gu)].map((found) => found.index)
  const place = places[at % places.length] ?? 0
  const before = text.slice(0, place)
  const one = text[place] ?? ''
  const rest = text.slice(place + 1)
  return pick(
    [
      `${before}${rest}`,
      `${before}${one}${one}${rest}`,
      `${before}${one === 'x' ? 'y' : 'x'}${rest}`,
      `${before}7${one}${rest}`,
      `${before}${one}“${rest}`,
      `${before}not ${one}${rest}`,
    ],
    how,
  )
}

describe('for all words', () => {
  it('other type alone never counts', () => {
    fc.assert(
      fc.property(prose, fc.nat(), fc.nat(), (text, one, other) => {
        expect(compared(noised(text, one), noised(text, other))).not.toBe('different')
      }),
      { numRuns: 500 },
    )
  })

  it('a real change counts through any noise of type, and taking it back clears it', () => {
    fc.assert(
      fc.property(prose, fc.nat(), fc.nat(), fc.nat(), (text, seed, at, how) => {
        const after = noised(edited(text, at, how), seed)
        expect(compared(text, after)).toBe('different')
        expect(compared(after, text)).toBe('different')
        expect(compared(text, noised(text, seed + 1))).not.toBe('different')
      }),
      { numRuns: 500 },
    )
  })

  it('neither order nor itself matters', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 30 }), fc.string({ maxLength: 30 }), (a, b) => {
        expect(compared(a, a)).toBe('same')
        expect(compared(a, b)).toBe(compared(b, a))
      }),
    )
  })
})

describe('a sentence', () => {
  it('reads the same in other type', () => {
    expect(readsSame('He said “no”.', 'he said "no".')).toBe(true)
    expect(readsSame('He said no.', 'He said so.')).toBe(false)
  })
})

describe('before and after, word by word', () => {
  const read = (before: string, after: string) =>
    wordChanges(before, after)
      .map(({ kind, text }) => (kind === 'same' ? text : kind === 'removed' ? `[-${text}-]` : `{+${text}+}`))
      .join('')

  it.each([
    ['30 people died', '40 people died', '[-30-]{+40+} people died'],
    ['It closed in May.', 'It never closed in May.', 'It {+never +}closed in May.'],
    ['the old port', 'the port', 'the [-old -]port'],
    ['It cost 1,000 euros', 'It cost 1,500 euros', 'It cost [-1,000-]{+1,500+} euros'],
    ['a well known man', 'a well-known man', 'a [-well known-]{+well-known+} man'],
    ['He said “no” twice', 'He said "yes" twice', 'He said "[-no-]{+yes+}" twice'],
    ['one two three', 'four five three', '[-one two-]{+four five+} three'],
    ['Forty is enough', '“Forty is enough”', '{+“+}Forty is enough{+”+}'],
  ])('%s → %s', (before, after, shown) => {
    expect(read(before, after)).toBe(shown)
  })

  it('gives both wordings back', () => {
    fc.assert(
      fc.property(prose, prose, (before, after) => {
        const changes = wordChanges(before, after)
        const now = changes.filter((one) => one.kind !== 'removed').map((one) => one.text)
        const then = changes.filter((one) => one.kind !== 'added').map((one) => one.text)
        expect(now.join('')).toBe(after)
        expect(compared(then.join(''), before, false)).not.toBe('different')
      }),
    )
  })

  it('shows two texts that have nothing in common one after the other', () => {
    const long = (word: string) => Array.from({ length: 600 }, (_, i) => `${word}${i}`).join(' ')
    expect(wordChanges(long('a'), long('b')).map((one) => one.kind)).toEqual(['removed', 'added'])
  })
})
