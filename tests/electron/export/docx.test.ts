import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { legalText } from '../../../electron/export/legal.ts'
import { makeExport } from '../../../electron/export/make.ts'
import { anchorWords } from '../../../shared/document/anchors.ts'
import { readDocument } from '../../../shared/document/build.ts'
import { schema } from '../../../shared/document/schema.ts'
import { must } from '../../../shared/lib/assert.ts'
import type { StoryBundle } from '../../../shared/model/bundle.ts'
import { anyTaggedStory } from './arbitrary.ts'
import { block, bundleOf, claimOf, link, settlingOf, startMs, storyOf, tag, text } from './fixture.ts'
import { harbourStory } from './harbour.ts'
import { type ReadDocx, readDocx } from './read-docx.ts'

async function withBackup(bundle: StoryBundle): Promise<ReadDocx> {
  return readDocx((await makeExport(bundle, 'docx-backup', { withConfidential: true })).bytes)
}

/** A claim's words as a paragraph shows them: blocks without words take no room. */
function shown(words: string): string {
  return legalText(words)
    .split('\n')
    .filter((line) => line !== '')
    .join('\n')
}

async function anchorsOf(bundle: StoryBundle): Promise<Record<number, string | null>> {
  const { comments } = await withBackup(bundle)
  return Object.fromEntries(
    comments.map((comment) => [Number.parseInt(comment.text, 10), comment.anchor && shown(comment.anchor)]),
  )
}

describe('comments', () => {
  test('each claim in the text is a comment on its very words, overlapping, nested and across blocks', async () => {
    const bundle = harbourStory()
    const document = readDocument(bundle.document)
    const expected = bundle.claims
      .filter((claim) => claim.presence === 'inText')
      .map((claim) => [claim.number, must(anchorWords(document, claim.id), claim.id)])
    expect(await anchorsOf(bundle)).toEqual(Object.fromEntries(expected))
  })

  test('a mark on part of a word is a comment on the whole word', async () => {
    const document = tag(storyOf([block('paragraph', 'They took 300 crates.')]), 'claim-000001', '30')
    expect(await anchorsOf(bundleOf(document, { claims: [claimOf(1, { words: '300' })] }))).toEqual({
      1: '300',
    })
  })

  test('a comment that begins in a link and ends after it stands on both', async () => {
    const story = storyOf([
      block('paragraph', 'See ', text('the long report', link('https://r.example/')), ' today.'),
    ])
    const document = tag(tag(story, 'claim-000001', 'report today'), 'claim-000002', 'long')
    const bundle = bundleOf(document, { claims: [claimOf(1), claimOf(2)] })
    expect(await anchorsOf(bundle)).toEqual({ 1: 'report today', 2: 'long' })
  })

  test('random overlapping claims each stand on the words that the document gives them', async () => {
    await fc.assert(
      fc.asyncProperty(anyTaggedStory, async ({ document, claimIds }) => {
        const claims = claimIds.map((_, index) => claimOf(index + 1))
        const expected = claims
          .map((claim) => [claim.number, must(anchorWords(document, claim.id), claim.id)] as const)
          .filter(([, words]) => words.trim() !== '')
          .map(([number, words]) => [number, shown(words)])
        expect(await anchorsOf(bundleOf(document, { claims }))).toEqual(Object.fromEntries(expected))
      }),
      { numRuns: 60 },
    )
  }, 120_000)

  test('a comment tells number, kind, status, words, backup, notes and who settled it when', async () => {
    const { comments } = await withBackup(harbourStory())
    const [first] = comments.filter((comment) => comment.text.startsWith('1 ·'))
    expect(first).toMatchObject({ author: 'Ines Okafor', initials: 'IO' })
    expect(Date.parse(first?.date ?? '')).toBe(startMs + 7_200_000)
    expect(first?.text.split('\n')).toEqual([
      '1 · Statement · confirmed',
      '“41,000 tonnes of silt from its northern basin”',
      'Backup 1: supports, primary: Minutes of the port committee (Port of Easthaven, October 2025)',
      'Where: p. 12, item 4',
      'Excerpt: “Total spoil removed: 41,000 t.”',
      'Address: https://port.example/minutes',
      'Backup note: Signed by the chair.',
      'Backup 2: supports, primary: Marguerite Oyelaran, deputy harbour master (Tidewater Pilots Guild, 2026-02-11)',
      'Where: from minute 14:32 of the second call',
      'Excerpt: “They told us to log the spoil as clean sand and move on.”',
      'Address: https://vault.example/m-oyelaran/call?id=7',
      'Backup note: She read this aloud from her own logbook.',
      'Note: Ask Oyelaran for the second page; Lamplighter has it at https://vault.example/m-oyelaran/call?id=7',
      'Settled: confirmed by Ines Okafor, 2026-03-04 11:30 UTC',
      'Remark: Marguerite Oyelaran agrees with the minutes',
    ])
  })

  test('an unsettled claim is the comment of the person who tagged it', async () => {
    const { comments } = await withBackup(harbourStory())
    const [third] = comments.filter((comment) => comment.text.startsWith('3 ·'))
    expect(third).toMatchObject({ author: 'Tomas Lind', initials: 'TL' })
    expect(Date.parse(third?.date ?? '')).toBe(startMs + 180_000)
    expect(third?.text).toContain('Legal: flagged for a lawyer\nNote: Permit 118/B says 20,000 tonnes.')
  })

  test('a comment shows the words as they were settled where they changed since', async () => {
    const { comments } = await withBackup(harbourStory())
    const [second] = comments.filter((comment) => comment.text.startsWith('2 ·'))
    expect(second?.text).toContain('Speaker: Harald Voss, who runs the port\nWith: Ines Okafor')
    expect(second?.text).toContain('As settled: “We dug where the charts told us,” said Harald Voss\n')
  })

  test('claims that are not in the text are listed after it', async () => {
    const { paragraphs } = await withBackup(harbourStory())
    const at = paragraphs.findIndex((one) => one.text === 'Claims not in the text')
    expect(paragraphs.slice(at + 1).map((one) => one.text)).toEqual([
      '9 · Statement · on author · not in the text',
      '“Marguerite Oyelaran of the Tidewater Pilots Guild signed the log”',
      'Note: taken out so that MARGUERITE OYELARAN cannot be found',
      'Settled: on author by Ines Okafor, 2026-03-04 11:30 UTC',
      'As settled: “Marguerite Oyelaran signed the log”',
      'Remark: see oyelaran-call-2026-02-11.m4a and her excerpt: They told us to log the spoil as clean sand and move on.',
    ])
  })

  test('a moment that no calendar can name does not stop the export', async () => {
    const document = tag(storyOf([block('paragraph', 'One claim.')]), 'claim-000001', 'One claim')
    const settling = settlingOf('confirmed', 'One claim', { atMs: Number.MAX_SAFE_INTEGER })
    const { comments } = await withBackup(bundleOf(document, { claims: [claimOf(1, { settling })] }))
    expect(comments[0]?.date).toContain('9999-12-31')
  })
})

describe('the document', () => {
  test('the clean export has neither comments nor anything else of the desk', async () => {
    const { bytes } = await makeExport(harbourStory(), 'docx', { withConfidential: true })
    const docx = readDocx(bytes)
    expect([...docx.parts.keys()].filter((name) => /comment/u.test(name))).toEqual([])
    const all = [...docx.parts.keys()]
      .map((name) => Buffer.from(docx.parts.get(name) ?? []).toString('utf8'))
      .join()
    for (const desk of [
      'claim-0',
      'Ines Okafor',
      'confirmed',
      'Permit 118/B',
      'Minutes of the port committee',
    ]) {
      expect(all).not.toContain(desk)
    }
  })

  test('its blocks wear the styles that Word has for them, in the order of the story', async () => {
    const { bytes } = await makeExport(harbourStory(), 'docx', { withConfidential: false })
    const { paragraphs } = readDocx(bytes)
    expect(paragraphs.map(({ style, text: words }) => `${style}: ${words.slice(0, 24)}`)).toEqual([
      'Title: The harbour dug deeper t',
      'Subtitle: Port logs show 41,000 to',
      'Byline: By Tomas Lind',
      'Dateline: EASTHAVEN, March 4',
      ': Between May and Septembe',
      ': “We dug where the charts',
      'Heading1: What the logs say',
      'Quote: Spoil of barge 7 to be l',
      'ListBullet: Barge 7',
      'ListBullet: Barge 9',
      ': The silt held 38 mg of l',
      'IntenseQuote: Nobody asked for more.',
      'Heading2: Three dates',
      'ListNumber: In May the first barge s',
      'ListNumber: In July the permit ran o',
      'ListBullet: It was renewed in August',
      'ListContinue: Nobody noticed.',
      'ListNumber: In September the digging',
      'ListNumber: A list of its own.',
      'ListNumber: Its second line.',
      'Rule: ',
      'Picture: ',
      'Caption: Barge 7 at its berth in ',
      'Credit: Photo: Rana Aziz',
      'Caption: The northern basin from ',
      'Credit: Port of Easthaven',
      'AltText: Image: A basin seen from',
      ': אמר דובר הנמל: "הכול חוק',
      'EditorsNote: An earlier version gave ',
      'DeskHeading: For search and sharing',
      'SearchField: Search title: Easthaven ',
      'SearchField: Search description: Port',
      'SearchField: Social line: What lies u',
    ])
  })

  test('marks, links, pictures and right-to-left words are what Word calls so', async () => {
    const { bytes } = await makeExport(harbourStory(), 'docx', { withConfidential: false })
    const docx = readDocx(bytes)
    const xml = docx.xml('word/document.xml')
    expect(xml).toContain('<w:vertAlign w:val="subscript"/></w:rPr><w:t xml:space="preserve">2</w:t>')
    expect(xml).toContain('<w:vertAlign w:val="superscript"/></w:rPr><w:t xml:space="preserve">3</w:t>')
    expect(xml).toMatch(/<w:strike\/><\/w:rPr><w:t xml:space="preserve">two</u)
    expect(xml).toMatch(/<w:u w:val="single"\/><\/w:rPr><w:t xml:space="preserve">three</u)
    expect(xml).toMatch(/<w:b\/><w:bCs\/><\/w:rPr><w:t xml:space="preserve">41,000 tonnes</u)
    expect(xml).toMatch(/<w:i\/><w:iCs\/><\/w:rPr><w:t xml:space="preserve">more than twice/u)
    expect(xml).toContain('descr="A grey barge beside a low pier"')
    expect(xml).toContain('<w:bidi/>')
    const linkId = xml.match(/<w:hyperlink [^>]*r:id="([^"]+)"/u)?.[1]
    expect(docx.xml('word/_rels/document.xml.rels')).toContain(
      `Id="${linkId}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink" Target="https://port.example/minutes?year=2025&amp;page=2"`,
    )
    expect([...docx.parts.keys()].filter((name) => name.startsWith('word/media/'))).toEqual([
      'word/media/image1.png',
    ])
  })

  test('an unsafe address leaves its words and no link', async () => {
    const story = storyOf([block('paragraph', text('Press here', link('javascript:alert(1)')))])
    const docx = readDocx((await makeExport(bundleOf(story), 'docx', { withConfidential: false })).bytes)
    expect(docx.xml('word/document.xml')).toContain('Press here')
    expect(docx.xml('word/_rels/document.xml.rels')).not.toContain('javascript')
  })

  test('each ordered list begins where the story says, and counts on its own', async () => {
    const { bytes } = await makeExport(harbourStory(), 'docx', { withConfidential: false })
    const docx = readDocx(bytes)
    const numbering = docx.xml('word/numbering.xml')
    const numIds = [...docx.xml('word/document.xml').matchAll(/ListNumber".*?<w:numId w:val="(\d+)"/gu)].map(
      (one) => one[1],
    )
    expect(numIds[0]).toBe(numIds[1])
    expect(numIds[1]).toBe(numIds[2])
    expect(numIds[3]).toBe(numIds[4])
    expect(numIds[2]).not.toBe(numIds[3])
    const startOf = (numId: string | undefined): string | undefined => {
      const list = numbering.match(new RegExp(`<w:num w:numId="${numId}".*?</w:num>`, 'u'))?.[0] ?? ''
      const abstractId = list.match(/<w:abstractNumId w:val="(\d+)"/u)?.[1]
      const levels = numbering.match(
        new RegExp(`<w:abstractNum w:abstractNumId="${abstractId}".*?</w:abstractNum>`, 'u'),
      )
      return (
        list.match(/startOverride w:val="(\d+)"/u)?.[1] ?? levels?.[0].match(/<w:start w:val="(\d+)"/u)?.[1]
      )
    }
    expect([startOf(numIds[0]), startOf(numIds[3])]).toEqual(['3', '1'])
  })

  test('its properties are the story’s: headline, byline, and its own dates', async () => {
    const { bytes } = await makeExport(harbourStory(), 'docx', { withConfidential: false })
    const core = readDocx(bytes).xml('docProps/core.xml')
    expect(core).toContain('<dc:title>The harbour dug deeper than its permit</dc:title>')
    expect(core).toContain('<dc:creator>By Tomas Lind</dc:creator>')
    expect(core).toContain('>2026-03-04T09:30:15Z</dcterms:created>')
    expect(core).toContain('>2026-03-05T09:30:15Z</dcterms:modified>')
    const nobody = bundleOf(storyOf([block('paragraph', 'Words.')]))
    const plain = readDocx((await makeExport(nobody, 'docx', { withConfidential: false })).bytes)
    expect(plain.xml('docProps/core.xml')).toContain('<dc:creator>Stet</dc:creator>')
  })

  test('a story without a word is a document all the same', async () => {
    const empty = bundleOf(storyOf([block('paragraph')], { headline: '' }))
    const { bytes } = await makeExport(empty, 'docx', { withConfidential: false })
    expect(readDocx(bytes).paragraphs).toEqual([{ style: '', text: '' }])
  })

  test('a list deeper than Word’s nine levels stays a list', async () => {
    let node = schema.node('bulletList', null, [
      schema.node('listItem', null, [block('paragraph', 'level 12')]),
    ])
    for (let level = 11; level > 0; level--) {
      const item = schema.node('listItem', null, [block('paragraph', `level ${level}`), node])
      node = schema.node('bulletList', null, [item])
    }
    const { bytes } = await makeExport(bundleOf(storyOf([node])), 'docx', { withConfidential: false })
    const docx = readDocx(bytes)
    expect(docx.paragraphs.filter((one) => one.style === 'ListBullet')).toHaveLength(12)
    expect(docx.xml('word/document.xml')).not.toMatch(/w:ilvl w:val="(9|\d\d)"/u)
  })
})

const hasOffice = spawnSync('soffice', ['--version']).status === 0

describe.skipIf(!hasOffice)(
  hasOffice ? 'LibreOffice' : 'LibreOffice (not run: there is no soffice on this machine)',
  () => {
    let folder = ''
    beforeAll(() => {
      folder = mkdtempSync(join(tmpdir(), 'stet-office-'))
    })
    afterAll(() => rmSync(folder, { recursive: true, force: true }))

    function convert(name: string, bytes: Uint8Array, to: string): Buffer {
      writeFileSync(join(folder, `${name}.docx`), bytes)
      const profile = `-env:UserInstallation=${pathToFileURL(join(folder, 'profile')).href}`
      const run = [
        '--headless',
        profile,
        '--convert-to',
        to,
        '--outdir',
        folder,
        join(folder, `${name}.docx`),
      ]
      execFileSync('soffice', run, { stdio: 'pipe', timeout: 110_000 })
      return readFileSync(join(folder, `${name}.${to.split(':')[0]}`))
    }

    test.each(['docx', 'docx-backup'] as const)(
      'opens %s and reads every word of the story',
      async (as) => {
        const { bytes } = await makeExport(harbourStory(), as, { withConfidential: false })
        const words = convert(as, bytes, 'txt:Text (encoded):UTF8').toString('utf8')
        for (const part of [
          'The harbour dug deeper than its permit',
          'more than twice what its permit allows, according to the committee’s own minutes.',
          'Spoil of barge 7 to be logged as sand until further notice.',
          'CO2 readings rose by 103 over two three weeks.',
          '4. In July the permit ran out.',
          '2. Its second line.',
          'Photo: Rana Aziz',
          'אמר דובר הנמל: "הכול חוקי", and added nothing in English.',
          'Social line: What lies under Easthaven harbour, and who signed for it.',
        ]) {
          expect(words).toContain(part)
        }
        expect(convert(as, bytes, 'pdf').subarray(0, 5).toString('latin1')).toBe('%PDF-')
      },
      240_000,
    )

    test('keeps every comment and where it stands', async () => {
      const bundle = harbourStory()
      const { bytes } = await makeExport(bundle, 'docx-backup', { withConfidential: false })
      const xml = convert('comments', bytes, 'fodt').toString('utf8')
      const inText = bundle.claims.filter((claim) => claim.presence === 'inText').length
      expect(xml.match(/<office:annotation /gu)).toHaveLength(inText)
      expect(xml.match(/<office:annotation-end /gu)).toHaveLength(inText)
    }, 120_000)
  },
)

const schemas = resolve('../shared/corpora/schemas/ooxml')
const hasSchemas = existsSync(schemas)
const hasXmllint = spawnSync('xmllint', ['--version']).status === 0
const missing = [
  hasSchemas ? '' : 'the schemas are not at hand',
  hasXmllint ? '' : 'there is no xmllint',
].filter(Boolean)

describe.skipIf(missing.length > 0)(
  missing.length > 0 ? `the published schemas (not run: ${missing.join(', ')})` : 'the published schemas',
  () => {
    test.each(['docx', 'docx-backup'] as const)(
      'find nothing wrong with any part of %s',
      async (as) => {
        const docx = readDocx((await makeExport(harbourStory(), as, { withConfidential: true })).bytes)
        for (const name of docx.parts.keys()) {
          const xsd = name.endsWith('.rels')
            ? 'opc-xsd/opc-relationships.xsd'
            : name === '[Content_Types].xml'
              ? 'opc-xsd/opc-contentTypes.xsd'
              : /^word\/\w+\.xml$/u.test(name)
                ? 'wml.xsd'
                : null
          if (xsd === null) continue
          // What the schemas of the first edition do not know is declared as to be ignored.
          const input = docx.xml(name).replace(/ mc:Ignorable="[^"]*"| w1[45]:\w+="[^"]*"/gu, '')
          const run = spawnSync('xmllint', ['--nonet', '--noout', '--schema', join(schemas, xsd), '-'], {
            input,
          })
          expect(`${name}: ${run.status === 0 ? 'valid' : run.stderr}`).toBe(`${name}: valid`)
        }
      },
      60_000,
    )
  },
)
