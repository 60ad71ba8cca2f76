import { describe, expect, test } from 'vitest'
import { legalText, oneLine } from '../../../electron/export/legal.ts'
import { makeExport } from '../../../electron/export/make.ts'
import { storyBundleSchema } from '../../../shared/model/bundle.ts'
import { exportFormatSchema } from '../../../shared/model/export.ts'
import {
  backupOf,
  block,
  bundleOf,
  claimOf,
  figure,
  settlingOf,
  sourceOf,
  storyOf,
  tag,
  text,
} from './fixture.ts'
import { readDocx } from './read-docx.ts'

const hostile = [
  '<script>alert(1)</script>',
  ']]>',
  '<!-- -->',
  '</title></style></textarea>',
  '"><img src=x onerror=alert(2)>',
  '&lt;b&gt; &#0; &nbsp',
  'nul\u0000 bell\u0007 escape\u001b delete\u007f c1\u0085\u009f',
  'lone \ud83d high, \udc00 low',
  'nonchars \ufffe \uffff \u{1fffe} \ufdd0',
  '👩‍🚀 🇪🇺 e\u0301',
  'שלום \u202egnp.exe\u202c مرحبا',
  '`$(exit)` {{constructor}} %s %n',
  'r:id="rId1" w:id="0" rId1',
].join(' ')

/** The same text in every place that a format can take it from. */
function hostileStory() {
  const story = storyOf(
    [
      block('paragraph', hostile),
      block('crosshead', hostile),
      block('pullQuote', hostile),
      block('editorsNote', hostile),
      figure('f'.repeat(64), hostile, hostile, hostile),
    ],
    {
      headline: hostile,
      dek: hostile,
      byline: hostile,
      dateline: hostile,
      searchTitle: hostile,
      searchDescription: hostile,
      socialLine: hostile,
    },
  )
  const bundle = bundleOf(tag(story, 'claim-000001', hostile, 6), {
    slug: 'hostile',
    claims: [
      claimOf(1, {
        words: hostile,
        kind: 'quote',
        note: hostile,
        speaker: { name: hostile.slice(0, 250), role: hostile.slice(0, 400), sourceId: null },
        settling: settlingOf('wrong', `${hostile}.`, { note: hostile }),
        backup: [
          backupOf(1, 'source-open01', { locator: hostile.slice(0, 400), excerpt: hostile, note: hostile }),
        ],
      }),
    ],
    sources: [
      sourceOf('source-open01', 'webPage', hostile, {
        publisher: hostile.slice(0, 400),
        url: hostile,
        date: ']]><b>',
      }),
    ],
  })
  bundle.people = bundle.people.map((person) => ({
    ...person,
    name: hostile.slice(0, 200),
    initials: '<\u0000&"',
  }))
  return bundle
}

const formats = exportFormatSchema.options

describe.each(formats)('%s', (as) => {
  test('is well-formed UTF-8 whatever is in the story', async () => {
    const { bytes } = await makeExport(hostileStory(), as, { withConfidential: false })
    if (as === 'docx' || as === 'docx-backup') {
      // Reading it fails on any part that is not well-formed or holds a character that XML does not allow.
      const docx = readDocx(bytes)
      expect(docx.paragraphs.some((one) => one.text.includes('<script>alert(1)</script> ]]>'))).toBe(true)
      if (as === 'docx-backup') expect(docx.comments[0]?.anchor).toBe(legalText(hostile))
      return
    }
    const decoded = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
    expect(decoded).toContain('👩‍🚀 🇪🇺 e\u0301')
    if (as === 'json') {
      // JSON can hold any text, so it holds it as it is.
      expect(storyBundleSchema.parse(JSON.parse(decoded))).toEqual(hostileStory())
      return
    }
    expect(
      [...decoded].filter((character) => /[\p{Cc}\p{Noncharacter_Code_Point}]/u.test(character)),
    ).toEqual([...decoded].filter((character) => character === '\n'))
  })
})

test('HTML shows what looks like markup and runs none of it', async () => {
  const { bytes } = await makeExport(hostileStory(), 'html', { withConfidential: false })
  const html = Buffer.from(bytes).toString('utf8')
  expect(html).not.toMatch(/<(script|img|textarea)/u)
  expect(html).toContain('&lt;script&gt;alert(1)&lt;/script&gt;')
  expect(html.match(/<\/title>/gu)).toHaveLength(1)
  expect(html.match(/<\/style>/gu)).toHaveLength(1)
})

test('text that looks like a relationship stays text', async () => {
  const story = storyOf([block('paragraph', text('see '), 'r:id="rId1" r:embed="rId2"')])
  const docx = readDocx((await makeExport(bundleOf(story), 'docx', { withConfidential: false })).bytes)
  expect(docx.paragraphs.at(-1)?.text).toBe('see r:id="rId1" r:embed="rId2"')
})

describe('text that every format can hold', () => {
  test.each([
    ['a\u0000b\u0008c', 'abc'],
    ['a\r\nb\rc', 'a\nb\nc'],
    ['a\fb\vc\u0085d', 'a b c d'],
    ['tab\tand\nline', 'tab\tand\nline'],
    ['\ud83dx\udc00', '\ufffdx\ufffd'],
    ['\ufffea\u{10ffff}', 'a'],
    ['\u00a0é\u200d\u202e', '\u00a0é\u200d\u202e'],
  ])('%j becomes %j', (given, expected) => {
    expect(legalText(given)).toBe(expected)
  })

  test('on one line has no other spaces than single ones', () => {
    expect(oneLine('  a\n\tb \u0000 c ')).toBe('a b c')
  })
})
