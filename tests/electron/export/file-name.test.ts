import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { exportName } from '../../../electron/export/file-name.ts'
import { exportFormatSchema } from '../../../shared/model/export.ts'

describe('the name of an export', () => {
  test.each([
    ['harbour-dredging', 'harbour-dredging.html'],
    ['größe-der-flotte', 'größe-der-flotte.html'],
    ['../../etc/passwd', 'etc-passwd.html'],
    ['a/b\\c:d*e?f"g<h>i|j', 'a-b-c-d-e-f-g-h-i-j.html'],
    ['con', 'story-con.html'],
    ['LPT1', 'story-LPT1.html'],
    ['nul.txt', 'story-nul.txt.html'],
    ['-rf', 'rf.html'],
    ['.hidden', 'hidden.html'],
    ['trailing. .', 'trailing.html'],
    ['photo\u202egnp', 'photognp.html'],
    ['a\u0000b', 'ab.html'],
    ['***', 'story.html'],
    ['東京の港', '東京の港.html'],
  ])('%j is %j', (slug, expected) => {
    expect(exportName(slug, 'html')).toBe(expected)
  })

  test('tells the two Word documents and the two pages apart', () => {
    expect(exportFormatSchema.options.map((as) => exportName('a', as))).toEqual([
      'a.html',
      'a.md',
      'a.txt',
      'a.json',
      'a.docx',
      'a-backup.docx',
      'a-report.html',
    ])
  })

  test('can be written on any system, whatever the slug', () => {
    const slugs = fc.oneof(
      fc.string({ unit: 'binary', minLength: 1, maxLength: 120 }),
      fc.string({ unit: 'grapheme', minLength: 1, maxLength: 120 }),
    )
    fc.assert(
      fc.property(slugs, fc.constantFrom(...exportFormatSchema.options), (slug, as) => {
        const name = exportName(slug, as)
        expect(Buffer.byteLength(name)).toBeLessThanOrEqual(220)
        expect(name).not.toMatch(/[\p{Cc}\p{Cf}\p{Cs}<>:"/\\|?*\s]|^[-.]|[. ]$/u)
        expect(name).not.toMatch(/^(con|prn|aux|nul|com\d|lpt\d)\./iu)
      }),
      { numRuns: 500 },
    )
  })
})
