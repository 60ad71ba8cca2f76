import { describe, expect, it } from 'vitest'
import { makeExport } from '../../../electron/export/make.ts'
import { readImport, Unreadable } from '../../../electron/import/read.ts'
import { readDocument } from '../../../shared/document/build.ts'
import { sameDocument } from '../../../shared/document/equal.ts'
import { headFields, tailFields } from '../../../shared/document/schema.ts'
import type { StoryBundle } from '../../../shared/model/bundle.ts'
import { harbourBundle } from './bundle.ts'
import { changedParts, field, importText, outline } from './reading.ts'

function importBundle(bundle: unknown) {
  return importText(JSON.stringify(bundle), 'story.json')
}

function reasonOf(work: () => unknown): string {
  try {
    work()
  } catch (error) {
    if (error instanceof Unreadable) return error.reason
    throw error
  }
  return 'not refused'
}

describe('a story that Stet exported as JSON', () => {
  it('comes in whole, with claims, sources and ids', () => {
    const bundle = harbourBundle()
    const story = importBundle(bundle)
    expect(story.bundle).toEqual(bundle)
    expect(sameDocument(story.document, readDocument(bundle.document))).toBe(true)
    expect(story.receipt).toMatchObject({ format: 'json', dropped: [], missing: [], changed: [] })
    expect(story.receipt.kept).toMatchObject({ headlines: 1, claims: 3, sources: 1, quotedSpans: 1 })
  })

  it('is found by its bytes when its name says nothing', () => {
    expect(importText(JSON.stringify(harbourBundle()), '').bundle).not.toBeNull()
  })

  it('with words of a claim that are not those of the text takes those of the text and says so', () => {
    const bundle = harbourBundle()
    bundle.claims = bundle.claims.map((claim) => (claim.number === 1 ? { ...claim, words: 'ten' } : claim))
    const story = importBundle(bundle)
    expect(story.bundle?.claims[0]?.words).toBe('nine')
    expect(changedParts(story)).toEqual(['1 claims whose words were read anew from the text'])
  })

  type Change = (bundle: StoryBundle) => unknown
  const withClaim =
    (number: number, change: object): Change =>
    (bundle) => ({
      ...bundle,
      claims: bundle.claims.map((claim) => (claim.number === number ? { ...claim, ...change } : claim)),
    })
  it.each<[string, Change, RegExp]>([
    [
      'a mark without its claim',
      (b) => ({ ...b, claims: b.claims.slice(1) }),
      /text has a claim claim-0001/u,
    ],
    ['a claim without its mark', withClaim(3, { presence: 'inText' }), /claim #3 is not in the text/u],
    ['a removed claim in the text', withClaim(1, { presence: 'removed' }), /claim #1 is in the text/u],
    ['two claims of one number', withClaim(2, { number: 1 }), /two claim numbers are the same/u],
    [
      'a number beyond the next',
      (b) => ({ ...b, story: { ...b.story, nextNumber: 2 } }),
      /claim #2 is beyond/u,
    ],
    ['a source that is not there', (b) => ({ ...b, sources: [] }), /claim #1 names a source/u],
    ['a person who is not there', (b) => ({ ...b, people: [] }), /claim #1 names a person/u],
    [
      'a claim of another story',
      withClaim(1, { storyId: 'story-0002' }),
      /claim #1 belongs to another story/u,
    ],
    [
      'a status that nobody set',
      withClaim(2, { status: 'confirmed' }),
      /claim #2 has a status that nobody set/u,
    ],
    [
      'a file that is not its hash',
      (b) => ({ ...b, files: [{ hash: 'a'.repeat(64), base64: 'AAAA' }] }),
      /bytes of file aaaaaaaaaaaa/u,
    ],
    ['an unknown status', withClaim(1, { status: 'true' }), /damaged at claims\.0\.status/u],
    [
      'a document of another shape',
      (b) => ({ ...b, document: { type: 'doc', content: [] } }),
      /does not fit a story/u,
    ],
    ['a newer format', (b) => ({ ...b, formatVersion: 2 }), /newer Stet\. Update/u],
    ['a newer document', (b) => ({ ...b, schemaVersion: 99 }), /newer Stet\. Update/u],
    ['other JSON', () => ({ hello: 'world' }), /no story that Stet exported/u],
    ['half a character', withClaim(1, { note: '\ud83d' }), /broken characters/u],
  ])('is refused with what to do: %s', (_what, change, reason) => {
    expect(reasonOf(() => importBundle(change(harbourBundle())))).toMatch(reason)
  })

  it('cut off is refused with what to do', () => {
    const text = JSON.stringify(harbourBundle()).slice(0, 500)
    expect(reasonOf(() => importText(text, 'story.json'))).toMatch(
      /only a part of it arrived.*Export the story/u,
    )
  })
})

describe('what Stet exports comes in again', () => {
  const again = async (as: 'json' | 'html' | 'md' | 'txt') => {
    const { bytes, name } = await makeExport(harbourBundle(), as, { withConfidential: true })
    return readImport(bytes, name)
  }

  it('as JSON equal', async () => {
    expect((await again('json')).bundle).toEqual(harbourBundle())
  })

  it('as HTML with its parts in their places', async () => {
    const story = await again('html')
    expect(outline(story)).toEqual(outline(importBundle(harbourBundle())))
    for (const name of [...headFields, ...tailFields])
      expect([name, field(story, name)]).toEqual([name, field(importBundle(harbourBundle()), name)])
    expect(story.receipt.dropped).toEqual([])
  })

  it('as Markdown with its parts in their places', async () => {
    const story = await again('md')
    expect(outline(story)).toEqual(outline(importBundle(harbourBundle())))
    for (const name of [...headFields, ...tailFields])
      expect([name, field(story, name)]).toEqual([name, field(importBundle(harbourBundle()), name)])
    expect(story.receipt.dropped).toEqual([])
  })

  it('as plain text with its headline, dek, byline, dateline and what search engines read', async () => {
    const story = await again('txt')
    for (const name of [...headFields, ...tailFields])
      expect([name, field(story, name)]).toEqual([name, field(importBundle(harbourBundle()), name)])
    expect(outline(story).join('\n')).not.toContain('Search title')
    expect(story.receipt.dropped).toEqual([])
  })

  it('lines that only look like its end stay in the story', () => {
    const kept = importText(
      'Head\n\nBy Ada Roe\n\nSearch title: a field of a form.\n\nIt is wanted.\n',
      'a.txt',
    )
    expect(outline(kept)).toEqual(['paragraph: Search title: a field of a form.', 'paragraph: It is wanted.'])
    expect(field(kept, 'searchTitle')).toBe('')
    const twice = importText('Head\n\nBody.\n\n* * *\n\nSocial line: a\nSocial line: b\n', 'a.txt')
    expect(outline(twice)).toContain('paragraph: Social line: a')
  })
})
