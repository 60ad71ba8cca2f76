import { strFromU8, unzipSync } from 'fflate'
import { type DefaultTreeAdapterTypes, parse } from 'parse5'
import { describe, expect, test } from 'vitest'
import { makeExport } from '../../../electron/export/make.ts'
import { schema } from '../../../shared/document/schema.ts'
import type { StoryBundle } from '../../../shared/model/bundle.ts'
import { block, bundleOf, claimOf, settlingOf, storyOf, tag, text } from './fixture.ts'
import { harbourStory } from './harbour.ts'
import { xmlTokens } from './read-docx.ts'

async function report(bundle: StoryBundle, withConfidential = true): Promise<string> {
  const trail = { seq: 12, hash: 'ab'.repeat(32) }
  const { bytes } = await makeExport(bundle, 'report', { withConfidential, trail })
  return Buffer.from(bytes).toString('utf8')
}

function partText(docx: Uint8Array, path: string): string {
  const tokens = xmlTokens(strFromU8(unzipSync(docx)[path] ?? new Uint8Array()))
  return tokens.map(({ kind, value }) => (kind === 'text' ? value : '')).join('')
}

interface Read {
  errors: string[]
  elements: DefaultTreeAdapterTypes.Element[]
  /** The text of each claim, its lines as the page sets them apart, by number. */
  claims: Map<string, string[]>
}

function read(html: string): Read {
  const errors: string[] = []
  const elements: DefaultTreeAdapterTypes.Element[] = []
  const claims = new Map<string, string[]>()
  const attribute = (element: DefaultTreeAdapterTypes.Element, name: string): string =>
    element.attrs.find((one) => one.name === name)?.value ?? ''
  const walk = (node: DefaultTreeAdapterTypes.Node, lines: string[] | null): void => {
    let into = lines
    if ('value' in node && into && node.value.trim() !== '') into.push(node.value.trim())
    if ('tagName' in node) {
      elements.push(node)
      if (attribute(node, 'class') === 'claim') {
        into = []
        claims.set(attribute(node, 'id').replace('claim-', ''), into)
      }
    }
    if ('childNodes' in node) for (const child of node.childNodes) walk(child, into)
  }
  walk(parse(html, { onParseError: (error) => errors.push(error.code) }), null)
  return { errors, elements, claims }
}

describe('the check report', () => {
  test('is one valid page that runs nothing and loads nothing', async () => {
    const html = await report(harbourStory())
    const { errors, elements } = read(html)
    expect(errors).toEqual([])
    expect(elements.map((element) => element.tagName)).not.toContain('script')
    const loading = elements.flatMap(({ attrs }) =>
      attrs.filter(({ name }) => /^(src|srcset|style|on.*)$/u.test(name)),
    )
    expect(loading).toEqual([])
    expect(html).not.toMatch(/url\(|@import/u)
  })

  test('has every claim, in the order of the text, those that are not in it last', async () => {
    const bundle = harbourStory()
    const numbers = [...read(await report(bundle)).claims.keys()].map(Number)
    expect([...numbers].sort((one, other) => one - other)).toEqual(bundle.claims.map((claim) => claim.number))
    const removed = bundle.claims.filter((claim) => claim.presence !== 'inText').map((claim) => claim.number)
    expect(numbers.slice(-removed.length)).toEqual(removed)
  })

  test('tells of a claim its words where they stand, who settled it when, and each piece of backup', async () => {
    expect(read(await report(harbourStory())).claims.get('1')).toEqual([
      '1',
      'Statement',
      '✓ confirmed',
      'Between May and September the port of Easthaven took',
      '41,000 tonnes of silt from its northern basin',
      ', more than twice what its permit allows, according to the committee’s own minutes.',
      ...['Settled', 'confirmed by Ines Okafor, 2026-03-04 11:30 UTC'],
      ...['Remark', 'Marguerite Oyelaran agrees with the minutes'],
      ...[
        'Note',
        'Ask Oyelaran for the second page; Lamplighter has it at https://vault.example/m-oyelaran/call?id=7',
      ],
      ...['Tagged', 'Tomas Lind, 2026-03-04 09:31 UTC'],
      '1. supports, primary: Minutes of the port committee (Port of Easthaven, October 2025)',
      ...['Address', 'https://port.example/minutes'],
      ...['Where', 'p. 12, item 4'],
      ...['Excerpt', 'Total spoil removed: 41,000 t.'],
      ...['Note', 'Signed by the chair.'],
      ...['Added', 'Ines Okafor, 2026-03-04 10:30 UTC'],
      '2. supports, primary: Marguerite Oyelaran, deputy harbour master (Tidewater Pilots Guild, 2026-02-11)',
      ...['Address', 'https://vault.example/m-oyelaran/call?id=7'],
      ...['Where', 'from minute 14:32 of the second call'],
      ...['Excerpt', 'They told us to log the spoil as clean sand and move on.'],
      ...['Note', 'She read this aloud from her own logbook.'],
      ...['Added', 'Ines Okafor, 2026-03-04 10:30 UTC'],
    ])
  })

  test('names the story at the head of each sheet, and no slug gets out of the style sheet', async () => {
    const bundle = harbourStory()
    expect(await report(bundle)).toContain('@top-left { content: "Check report\\3a  harbour\\2d dredging')
    bundle.story.slug = 'a"; } </style><script>1</script>'
    const { elements } = read(await report(bundle))
    expect(elements.map((element) => element.tagName)).not.toContain('script')
    expect(elements.filter((element) => element.tagName === 'style')).toHaveLength(1)
  })

  test('sets every piece of backup alike, whatever its stance', async () => {
    const { elements } = read(await report(harbourStory()))
    const classesOf = (element: DefaultTreeAdapterTypes.Element): string[] =>
      (element.attrs.find(({ name }) => name === 'class')?.value ?? '').split(' ')
    // What stands around a claim is `context` too, and set as the story is.
    const mixed = elements.map(classesOf).filter((all) => all.includes('backup') && all.includes('context'))
    expect(mixed).toEqual([])
  })

  test('shows the words as settled where they changed since, a legal flag, and where there is no backup', async () => {
    const { claims } = read(await report(harbourStory()))
    expect(claims.get('2')).toContain('Words as settled')
    expect(claims.get('3')).toContain('Legal')
    expect(claims.get('3')).toContain('No backup.')
  })

  test('names story, stage, version, counts and the head of the trail', async () => {
    const html = await report(harbourStory())
    for (const said of [
      'The harbour dug deeper than its permit',
      'checking',
      'Version',
      'ab'.repeat(32),
      '12 in the text, 1 not in it',
    ])
      expect(html).toContain(said)
  })

  test('cuts a long paragraph around the words where a word ends', async () => {
    const filler = 'word '.repeat(200)
    const story = tag(
      storyOf([block('paragraph', `${filler}Forty is enough. ${filler}`)]),
      'claim-000001',
      'Forty is enough',
    )
    const lines = read(await report(bundleOf(story, { claims: [claimOf(1)] }))).claims.get('1') ?? []
    expect(lines[3]).toMatch(/^… (word ){20,45}word$/u)
    expect(lines[4]).toBe('Forty is enough')
    expect(lines[5]).toMatch(/^\. (word ){20,45}word …$/u)
  })

  test('marks a claim in a footnote within its note, and without the number of a reference', async () => {
    const base = storyOf([
      block('paragraph', 'It stands', schema.node('footnoteReference', { id: 'a' }), ' there.'),
    ])
    const children = [...base.children]
    children.splice(
      -3,
      0,
      schema.node('footnotes', null, [
        schema.node('footnote', { id: 'a' }, [text('By the minutes of May.')]),
      ]),
    )
    const story = tag(
      tag(schema.node('doc', null, children), 'claim-000001', 'minutes of May'),
      'claim-000002',
      'there',
    )
    const { claims } = read(await report(bundleOf(story, { claims: [claimOf(1), claimOf(2)] })))
    expect(claims.get('1')?.slice(3, 6)).toEqual(['By the', 'minutes of May', '.'])
    expect(claims.get('2')?.slice(3, 6)).toEqual(['It stands', 'there', '.'])
  })

  test('writes what is typed as words, never as markup, and no link to an unsafe address', async () => {
    const hostile = '</style><script>alert(1)</script><img src=x onerror=alert(1)>"\'&'
    const story = tag(
      storyOf([block('paragraph', `It is ${hostile} all.`)], { headline: hostile }),
      'claim-000001',
      'all',
    )
    const settling = settlingOf('confirmed', hostile, { note: hostile })
    const { errors, elements } = read(
      await report(
        bundleOf(story, { claims: [claimOf(1, { note: hostile, settling, status: settling.status })] }),
      ),
    )
    expect(errors).toEqual([])
    expect(elements.map((element) => element.tagName)).not.toContain('script')
    expect(elements.map((element) => element.tagName)).not.toContain('img')
  })

  test('is the same bytes whatever the clock says, and another only for another story', async () => {
    expect(await report(harbourStory())).toBe(await report(harbourStory()))
    const changed = harbourStory()
    changed.story.version++
    expect(await report(changed)).not.toBe(await report(harbourStory()))
  })

  test('says whom a claim was asked about, what came back, and what was suggested for its words', async () => {
    const claim = claimOf(1, {
      queries: [
        {
          id: 'query-000001',
          claimId: 'claim-000001',
          asked: 'The harbour office',
          sourceId: null,
          question: 'How many boats were there?',
          way: 'phone',
          askedAtMs: Date.UTC(2026, 2, 1, 9),
          dueAtMs: null,
          isRightOfReply: false,
          answer: { words: 'Forty, on Monday.', atMs: Date.UTC(2026, 2, 2, 9), notedBy: 'person-checker' },
          backupId: null,
          addedBy: 'person-checker',
          addedAtMs: Date.UTC(2026, 2, 1, 9),
        },
        {
          id: 'query-000002',
          claimId: 'claim-000001',
          asked: 'Mayor Holm',
          sourceId: null,
          question: 'What do you say to it?',
          way: 'mail',
          askedAtMs: Date.UTC(2026, 2, 1, 10),
          dueAtMs: Date.UTC(2026, 2, 3, 10),
          isRightOfReply: true,
          answer: null,
          backupId: null,
          addedBy: 'person-checker',
          addedAtMs: Date.UTC(2026, 2, 1, 10),
        },
      ],
      fixes: [
        {
          id: 'fixfix-000001',
          claimId: 'claim-000001',
          remedy: 'words',
          words: 'Four boats',
          newWords: 'Forty boats',
          why: 'The register says so',
          backupIds: [],
          answer: null,
          decision: {
            kind: 'rejected',
            reason: 'The register is of Tuesday',
            personId: 'person-checker',
            atMs: Date.UTC(2026, 2, 4, 9),
          },
          suggestedBy: 'person-checker',
          suggestedAtMs: Date.UTC(2026, 2, 3, 9),
        },
      ],
    })
    const story = storyOf([block('paragraph', 'Four boats lay there.')])
    const bundle = bundleOf(tag(story, 'claim-000001', 'Four boats'), { claims: [claim] })
    const page = (read(await report(bundle)).claims.get('1') ?? []).join(' ')
    const { bytes } = await makeExport(bundle, 'docx-backup', { withConfidential: true })
    const comment = partText(bytes, 'word/comments.xml')
    for (const text of [page, comment]) {
      expect(text).toContain('The harbour office, by phone, 2026-03-01 09:00 UTC: How many boats were there?')
      expect(text).toContain('“Forty, on Monday.” 2026-03-02 09:00 UTC')
      expect(text).toContain('Mayor Holm, right of reply, by mail')
      expect(text).toContain('none yet, wanted by 2026-03-03 10:00 UTC')
      expect(text).toContain('rejected: “Four boats” → “Forty boats”')
      expect(text).toContain('The register is of Tuesday')
    }
  })
})
