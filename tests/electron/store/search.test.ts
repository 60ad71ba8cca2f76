import fc from 'fast-check'
import { beforeEach, describe, expect, it } from 'vitest'
import { excerptOf, tokensOf } from '../../../electron/store/excerpt.ts'
import { queryOf, searchIndex } from '../../../electron/store/search.ts'
import type { Store, Tx } from '../../../electron/store/transaction.ts'
import {
  type ClaimId,
  newClaimId,
  newSourceId,
  type PersonId,
  type StoryId,
} from '../../../shared/model/ids.ts'
import type { SearchHit } from '../../../shared/model/search.ts'
import { newSourceDetails, type Source } from '../../../shared/model/source.ts'
import { addPerson, addStory, temporaryStore } from './temporary.ts'

let store: Store
let personId: PersonId

beforeEach(async () => {
  store = (await temporaryStore()).store
  personId = await store.transaction((tx) => addPerson(tx))
})

const find = (words: string, limit = 50): Promise<SearchHit[]> =>
  store.transaction((tx) => searchIndex.find(tx, words, limit))
const titles = async (words: string, limit?: number) => (await find(words, limit)).map((hit) => hit.title)
const shown = (hit: SearchHit | undefined) =>
  hit?.excerpt.map((part) => (part.hit ? `[${part.text}]` : part.text)).join('')

function story(headline: string, body: string): Promise<StoryId> {
  return store.transaction(async (tx) => {
    const id = await addStory(tx, { headline })
    await searchIndex.refresh(tx, id, headline, body)
    return id
  })
}

async function addClaim(
  tx: Tx,
  storyId: StoryId,
  number: number,
  words: string,
  presence = 'inText',
): Promise<ClaimId> {
  const id = newClaimId()
  await tx
    .insertInto('claim')
    .values({
      id,
      story_id: storyId,
      number,
      kind: 'quote',
      presence,
      words,
      speaker_name: null,
      speaker_role: null,
      speaker_source_id: null,
      assignee_id: null,
      note: '',
      is_legal: 0,
      copied_from: null,
      tagged_by: personId,
      tagged_at_ms: 1,
      revision: number,
    })
    .execute()
  await searchIndex.indexClaims(tx, storyId, [{ id, words }])
  return id
}

function source(title: string, note = ''): Promise<Source> {
  const details = { ...newSourceDetails('document', title), note, publisher: 'Harbour Office' }
  const made: Source = { ...details, id: newSourceId(), files: [], createdAtMs: 1, updatedAtMs: 1 }
  return store.transaction(async (tx) => {
    await tx
      .insertInto('source')
      .values({
        id: made.id,
        kind: made.kind,
        title,
        publisher: made.publisher,
        url: '',
        date: '',
        note,
        usual_rank: made.usualRank,
        is_confidential: 0,
        terms: made.terms,
        code_name: '',
        print_as: '',
        is_sample: 0,
        created_at_ms: 1,
        updated_at_ms: 1,
      })
      .execute()
    await searchIndex.indexSource(tx, made)
    return made
  })
}

describe('finding stories', () => {
  it('wants all the words, whatever their order, case or accents', async () => {
    await story('Ferry stops', 'The ferry to Åland stopped on Monday.')
    await story('Bridge opens', 'The bridge opened on Monday.')
    expect(await titles('monday FERRY')).toEqual(['Ferry stops'])
    expect(await titles('aland')).toEqual(['Ferry stops'])
    expect(await titles('on monday')).toHaveLength(2)
    expect(await titles('ferry bridge')).toEqual([])
  })

  it('keeps a phrase in quotation marks together, straight or curly', async () => {
    await story('One', 'the harbour master left')
    await story('Two', 'the master of the harbour left')
    expect(await titles('harbour master')).toHaveLength(2)
    expect(await titles('"harbour master"')).toEqual(['One'])
    expect(await titles('“harbour master”')).toEqual(['One'])
    expect(await titles('"harbour master" left')).toEqual(['One'])
    expect(await titles('"harbour mast"')).toEqual([])
  })

  it('takes the last word for the beginning of one, and no other', async () => {
    await story('One', 'the harbour master left')
    expect(await titles('harb')).toEqual(['One'])
    expect(await titles('master harb')).toEqual(['One'])
    expect(await titles('harb master')).toEqual([])
  })

  it('puts the headline before the body, and shows where the words stand', async () => {
    const filler = 'Nothing of note was said here. '.repeat(40)
    await story('A day in town', `${filler} Somebody mentioned the lighthouse. ${filler}`)
    await story('The lighthouse', 'It is white.')
    const hits = await find('lighthouse')
    expect(hits.map((hit) => hit.title)).toEqual(['The lighthouse', 'A day in town'])
    expect(shown(hits[0])).toBe('It is white.')
    expect(shown(hits[1])).toMatch(/^….*Somebody mentioned the \[lighthouse\]\..*…$/)
    expect((shown(hits[1]) ?? '').split(' ').length).toBeLessThan(40)
  })

  it('shows the story as it is after its text was brought up to date', async () => {
    const id = await story('Old headline', 'old words')
    await store.transaction((tx) => tx.updateTable('story').set({ headline: 'New headline' }).execute())
    await store.transaction((tx) => searchIndex.refresh(tx, id, 'New headline', 'new words'))
    expect(await titles('old')).toEqual([])
    expect(await titles('new')).toEqual(['New headline'])
  })
})

describe('finding all kinds', () => {
  it('finds stories, claims and sources together, the best of each kind first', async () => {
    const storyId = await story('Salt prices', 'Salt salt salt.')
    await story('Weather', 'Some salt in the air of a long and windy day by the sea.')
    const claimId = await store.transaction((tx) => addClaim(tx, storyId, 12, '“Salt is dear,” she said.'))
    const made = await source('Salt register', 'all salt sold')
    const hits = await find('salt')
    expect(hits.map(({ kind, id, storyId: at, title }) => ({ kind, id, at, title })).slice(0, 3)).toEqual([
      { kind: 'story', id: storyId, at: storyId, title: 'Salt prices' },
      { kind: 'claim', id: claimId, at: storyId, title: '12 · quote' },
      { kind: 'source', id: made.id, at: null, title: 'Salt register' },
    ])
    expect(hits[3]?.title).toBe('Weather')
    expect(shown(hits[1])).toBe('“[Salt] is dear,” she said.')
    expect(shown(hits[2])).toBe('Harbour Office all [salt] sold')
  })

  it('never gives more than asked for', async () => {
    for (let i = 0; i < 5; i++) await story(`Story ${i}`, 'salt')
    await source('Salt')
    expect(await titles('salt', 3)).toHaveLength(3)
    expect(await titles('salt', 1)).toHaveLength(1)
  })

  it('finds claims that are in the text or removed, never the withdrawn', async () => {
    const storyId = await story('A story', 'text')
    await store.transaction(async (tx) => {
      await addClaim(tx, storyId, 1, 'pepper one', 'inText')
      await addClaim(tx, storyId, 2, 'pepper two', 'removed')
      await addClaim(tx, storyId, 3, 'pepper three', 'withdrawn')
    })
    expect((await titles('pepper')).sort()).toEqual(['1 · quote', '2 · quote'])
  })

  it('finds a claim by the words it has now', async () => {
    const storyId = await story('A story', 'text')
    const id = await store.transaction((tx) => addClaim(tx, storyId, 1, 'thirty boats'))
    await store.transaction((tx) => addClaim(tx, storyId, 2, 'a bell'))
    await store.transaction((tx) => searchIndex.indexClaims(tx, storyId, [{ id, words: 'forty boats' }]))
    expect(await titles('thirty')).toEqual([])
    expect(await titles('forty')).toEqual(['1 · quote'])
    expect(await titles('bell')).toEqual(['2 · quote'])
  })

  it('finds no more what was taken out', async () => {
    const storyId = await story('Pepper', 'pepper')
    const made = await source('Pepper')
    const claims = await store.transaction(async (tx) => [
      await addClaim(tx, storyId, 1, 'pepper'),
      await addClaim(tx, storyId, 2, 'pepper'),
    ])
    await store.transaction((tx) => searchIndex.removeClaims(tx, claims.slice(0, 1)))
    expect((await titles('pepper')).sort()).toEqual(['2 · quote', 'Pepper', 'Pepper'])
    await store.transaction((tx) => searchIndex.removeSource(tx, made.id))
    expect((await titles('pepper')).sort()).toEqual(['2 · quote', 'Pepper'])
    await store.transaction((tx) => searchIndex.removeStory(tx, storyId))
    expect(await titles('pepper')).toEqual([])
  })
})

describe('being behind', () => {
  it('a story marked stale is named until it is brought up to date', async () => {
    const one = await story('One', '')
    const two = await story('Two', '')
    const stale = () => store.transaction((tx) => searchIndex.staleStories(tx))
    expect(await stale()).toEqual([])
    await store.transaction((tx) => searchIndex.markStale(tx, two))
    await store.transaction((tx) => searchIndex.markStale(tx, two))
    expect(await stale()).toEqual([two])
    await store.transaction((tx) => searchIndex.refresh(tx, two, 'Two', 'words'))
    await store.transaction((tx) => searchIndex.markStale(tx, one))
    expect(await stale()).toEqual([one])
  })
})

describe('a query', () => {
  it.each<[string, string | null]>([
    ['', null],
    ['  ', null],
    ['— … !', null],
    ['"', null],
    ['""', null],
    ['salt', '"salt"*'],
    ['salt pepper', '"salt" AND "pepper"*'],
    ['salt "sea air"', '"salt" AND "sea air"'],
    ['"sea air" salt', '"sea air" AND "salt"*'],
    ['salt - pepper', '"salt" AND "pepper"*'],
    ['salt AND NOT pepper*', '"salt" AND "AND" AND "NOT" AND "pepper*"*'],
    ['headline:salt ^x (y)', '"headline:salt" AND "^x" AND "(y)"*'],
    ['"never closed', '"never closed"'],
    ["don't", '"don\'t"*'],
    ['a"b', '"a" AND "b"'],
    ['„gut gesagt“', '"gut gesagt"'],
  ])('%j becomes %j', (words, query) => {
    expect(queryOf(words)).toBe(query)
  })

  const odd = fc.constantFrom(
    ...[
      '"',
      "'",
      '*',
      '(',
      ')',
      ':',
      '^',
      '+',
      '-',
      'AND',
      'NEAR(',
      '{',
      '}',
      '\0',
      '\ue000',
      '😀',
      '\ud83d',
    ],
    ...['salt', 'ﬁn', 'Ünder', '一二', 'a.b', '“', '”', '\\', ';', '--', '?', '%', '$1'],
  )
  const typed = (unit: 'grapheme' | 'grapheme-ascii') =>
    fc
      .array(fc.oneof(odd, fc.string({ unit, maxLength: 4 })), { maxLength: 8 })
      .map((pieces) => pieces.join(' '))

  it('of whatever characters is understood by the database', async () => {
    const id = await story('x', 'x')
    await fc.assert(
      fc.asyncProperty(typed('grapheme'), async (words) => {
        await store.transaction((tx) => searchIndex.refresh(tx, id, 'x', `before ${words} after`))
        await find(words)
      }),
      { numRuns: 200 },
    )
  })

  it('finds the text that it was taken from, and shows why', async () => {
    const id = await story('x', 'x')
    await fc.assert(
      fc.asyncProperty(typed('grapheme-ascii'), async (words) => {
        await store.transaction((tx) => searchIndex.refresh(tx, id, 'x', `before ${words} after`))
        const hits = await find(words.replaceAll(/["“”„«»]/gu, ' '))
        if (!/[a-z]/.test(words)) return
        expect(hits.map((hit) => hit.id)).toEqual([id])
        expect(hits[0]?.excerpt.some((part) => part.hit)).toBe(true)
      }),
      { numRuns: 200 },
    )
  })
})

describe('an excerpt', () => {
  const terms = (...words: string[]) => words.map((word) => ({ tokens: tokensOf(word), isPrefix: false }))
  const seen = (text: string, ...words: string[]) =>
    excerptOf(text, terms(...words))
      .map((part) => (part.hit ? `[${part.text}]` : part.text))
      .join('')
  const filler = (count: number) => Array.from({ length: count }, (_, i) => `w${i}`).join(' ')

  it('is made of hits and what stands between them, white space made one', () => {
    expect(excerptOf('the salt of\n the Earth', terms('salt', 'earth'))).toEqual([
      { text: 'the ', hit: false },
      { text: 'salt', hit: true },
      { text: ' of the ', hit: false },
      { text: 'Earth', hit: true },
    ])
    expect(excerptOf('', terms('salt'))).toEqual([])
  })

  it.each<[string, string, string[], string]>([
    ['whole where it is short', 'Salt, “dear” salt!', ['salt'], '[Salt], “dear” [salt]!'],
    ['with phrases as one hit', 'the sea air and sea', ['sea air'], 'the [sea air] and sea'],
    ['with accents and case put aside', 'AÅland åland', ['aland'], 'AÅland [åland]'],
    ['with hits that overlap', 'sea air pump', ['sea air', 'air pump'], '[sea air pump]'],
    ['from the start where nothing is found in it', 'a b c', ['x'], 'a b c'],
  ])('is %s', (_, text, words, expected) => {
    expect(seen(text, ...words)).toBe(expected)
  })

  it('is cut out where most of the words stand together, with some words before them', () => {
    const text = `${filler(50)} salt ${filler(50)} here salt and pepper stand ${filler(50)}`
    const shownText = seen(text, 'pepper', 'salt')
    expect(shownText).toContain('w49 here [salt] and [pepper] stand w0')
    expect(shownText).toMatch(/^…w45 .* w\d+…$/)
    expect(shownText.split(' ')).toHaveLength(24)
  })

  it('marks the beginning of a word where it may be one', () => {
    const parts = excerptOf('salted and unsalted', [{ tokens: ['salt'], isPrefix: true }])
    expect(parts[0]).toEqual({ text: 'salted', hit: true })
    expect(parts).toHaveLength(2)
  })

  it('shows the end of a text without leaving anything out', () => {
    expect(seen(`${filler(60)} the end salt.`, 'salt')).toBe('…w56 w57 w58 w59 the end [salt].')
  })
})
