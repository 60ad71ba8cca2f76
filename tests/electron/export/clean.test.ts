import fc from 'fast-check'
import MarkdownIt from 'markdown-it'
import footnotes from 'markdown-it-footnote'
import { type DefaultTreeAdapterTypes, parse } from 'parse5'
import { describe, expect, test } from 'vitest'
import { legalText } from '../../../electron/export/legal.ts'
import { makeExport } from '../../../electron/export/make.ts'
import { readDocument } from '../../../shared/document/build.ts'
import { footnotesPlace } from '../../../shared/document/footnotes.ts'
import { schema } from '../../../shared/document/schema.ts'
import { textOf } from '../../../shared/document/text.ts'
import type { StoryBundle } from '../../../shared/model/bundle.ts'
import { storyBundleSchema } from '../../../shared/model/bundle.ts'
import type { ExportFormat } from '../../../shared/model/export.ts'
import { anyStory } from './arbitrary.ts'
import { block, bundleOf, figure, fileOf, link, list, mark, storyOf, text } from './fixture.ts'
import { harbourStory, picture } from './harbour.ts'
import { readDocx } from './read-docx.ts'

async function textFile(bundle: StoryBundle, as: ExportFormat): Promise<string> {
  return Buffer.from((await makeExport(bundle, as, { withConfidential: false })).bytes).toString('utf8')
}

/** Words as a reader counts them; order and all, but not the space between. */
function wordsIn(words: string): string[] {
  return legalText(words)
    .split(/\s+/u)
    .filter((word) => word !== '')
}

/** The words that must be in an export: those of the document, its footnotes last. */
function wordsOfStory(bundle: StoryBundle): string[] {
  const document = readDocument(bundle.document)
  const { from, to, block } = footnotesPlace(document)
  const parts = [
    { from: 0, to: from },
    { from: to, to: document.content.size },
    ...(block ? [{ from, to }] : []),
  ]
  return wordsIn(parts.map((part) => textOf(document, 'accepted', part)).join('\n'))
}

/** How many of `wanted` stand in `words` in their order, whatever stands between them. */
function foundInOrder(words: readonly string[], wanted: readonly string[]): number {
  let found = 0
  for (const word of words) if (word === wanted[found]) found++
  return found
}

/** What a reader of Markdown shows, alternative texts included; its footnotes come last, their numbers left out. */
function readMarkdown(source: string): string {
  const reader = new MarkdownIt({ html: true }).use(footnotes)
  let shown = ''
  const read = (tokens: ReturnType<typeof reader.parse>): void => {
    for (const token of tokens) {
      if (token.type === 'text' || token.type === 'code_inline' || token.type === 'fence')
        shown += token.content
      else if (token.type === 'code_block') shown += `CODE ${token.content}`
      else if (token.type === 'softbreak' || token.type === 'hardbreak') shown += '\n'
      else if (token.type === 'image') read(token.children ?? [])
      else if (token.type === 'html_inline') shown += /^<br>$/u.test(token.content) ? '\n' : ''
      else if (token.type === 'inline') {
        read(token.children ?? [])
        shown += '\n'
      }
    }
  }
  read(reader.parse(source, {}))
  return shown
}

type HtmlNode = DefaultTreeAdapterTypes.Node

/** What a browser shows and search engines read, with alternative texts. */
function readHtml(source: string): {
  /** Of the page's title and body. */
  shown: string
  errors: string[]
  find(tag: string): DefaultTreeAdapterTypes.Element[]
} {
  const errors: string[] = []
  const document = parse(source, { onParseError: (error) => errors.push(error.code) })
  const elements: DefaultTreeAdapterTypes.Element[] = []
  let shown = ''
  const read = (node: HtmlNode): void => {
    if ('value' in node) shown += node.value
    if ('tagName' in node) {
      elements.push(node)
      if (node.tagName === 'style') return
      // The numbers of references and the ways back are no words of the story.
      if (node.attrs.some((one) => one.name === 'role' && /^doc-(noteref|backlink)$/u.test(one.value))) return
      const attribute = (name: string): string => node.attrs.find((one) => one.name === name)?.value ?? ''
      if (node.tagName === 'img') shown += `\n${attribute('alt')}\n`
      if (node.tagName === 'br') shown += '\n'
    }
    if ('childNodes' in node) for (const child of node.childNodes) read(child)
    if ('tagName' in node && /^(p|h\d|li|td|th|aside|div|title|figure)$/u.test(node.tagName)) shown += '\n'
  }
  read(document)
  return { shown, errors, find: (tag) => elements.filter((element) => element.tagName === tag) }
}

function attributeOf(element: DefaultTreeAdapterTypes.Element | undefined, name: string): string | undefined {
  return element?.attrs.find((one) => one.name === name)?.value
}

/** The labels that are no words of the story. */
function withoutLabels(shown: string): string {
  return shown
    .replace(/^(?:Search title|Search description|Social line): /gmu, '')
    .replace(/^(\s*)\[Image: (.*)\]$/gmu, '$1$2')
    .replace(/\[\d+\]/gu, '')
}

describe('every word of a story is in', () => {
  const property = (check: (bundle: StoryBundle) => Promise<void>): Promise<void> =>
    fc.assert(
      fc.asyncProperty(anyStory, (document) => check(bundleOf(document))),
      { numRuns: 250 },
    )

  test('Markdown, whatever its words and marks, as CommonMark reads it again', async () => {
    await property(async (bundle) => {
      const shown = readMarkdown(await textFile(bundle, 'md'))
      expect(wordsIn(withoutLabels(shown))).toEqual(printedWords(bundle, { areNotesLast: true }))
    })
  }, 60_000)

  test('HTML, whatever its words and marks, as a browser reads it again', async () => {
    await property(async (bundle) => {
      const html = readHtml(await textFile(bundle, 'html'))
      expect(html.errors).toEqual([])
      const content = (name: string): string[] =>
        html.find('meta').flatMap((one) => {
          const isIt = attributeOf(one, 'name') === name || attributeOf(one, 'property') === name
          return isIt ? wordsIn(attributeOf(one, 'content') ?? '') : []
        })
      const searched = [...content('description'), ...content('og:description')]
      expect([...wordsIn(withoutLabels(html.shown)), ...searched]).toEqual(
        printedWords(bundle, { isPage: true }),
      )
    })
  }, 60_000)

  test('plain text, in its order', async () => {
    await property(async (bundle) => {
      const words = wordsIn(withoutLabels(await textFile(bundle, 'txt')))
      const wanted = printedWords(bundle)
      expect(foundInOrder(words, wanted)).toBe(wanted.length)
    })
  }, 60_000)

  test('Word documents', async () => {
    await fc.assert(
      fc.asyncProperty(anyStory, async (document) => {
        const bundle = bundleOf(document)
        const { bytes } = await makeExport(bundle, 'docx', { withConfidential: false })
        const { paragraphs, footnotes: notes } = readDocx(bytes)
        const shown = paragraphs
          .filter((one) => one.style !== 'DeskHeading')
          .map((one) => one.text.replace(/^(Search title|Search description|Social line|Image): /u, ''))
        expect(wordsIn([...shown, ...notes].join('\n'))).toEqual(wordsOfStory(bundle))
      }),
      { numRuns: 60 },
    )
  }, 120_000)
})

/**
 * The words of a story in the order in which it is printed: a figure begins with its alternative text.
 *
 * @param isPage whether the search title is the page's title, which comes first; else it is the headline, else the slug
 * @param areNotesLast whether footnotes stand behind what is for search and sharing
 */
function printedWords(bundle: StoryBundle, { isPage = false, areNotesLast = false } = {}): string[] {
  const parts: string[] = []
  const notes: string[] = []
  readDocument(bundle.document).descendants((node) => {
    const { name } = node.type
    if (name === 'figure') parts.push(...[2, 0, 1].map((index) => node.child(index).textContent))
    else if (name === 'searchTitle' && isPage) {
      parts.unshift(node.textContent.trim() || parts[0]?.trim() || bundle.story.slug)
    } else if (areNotesLast && name === 'footnote') notes.push(node.textContent)
    else if (node.isTextblock) parts.push(node.textContent)
    return name !== 'figure'
  })
  return wordsIn([...parts, ...notes].join('\n'))
}

describe('HTML', () => {
  test('is one valid page that claims no language where none is known, and takes directions from the words', async () => {
    const html = readHtml(await textFile(harbourStory(), 'html'))
    expect(html.errors).toEqual([])
    expect(attributeOf(html.find('html')[0], 'lang')).toBe(undefined)
    for (const tag of ['h1', 'h2', 'h3', 'p', 'li', 'blockquote', 'aside', 'div']) {
      for (const element of html.find(tag)) expect(attributeOf(element, 'dir')).toBe('auto')
    }
  })

  test('names the language of the story, and never more than that', async () => {
    const bundle = harbourStory()
    const inGerman = { ...bundle, story: { ...bundle.story, language: 'de-AT' } }
    expect(attributeOf(readHtml(await textFile(inGerman, 'html')).find('html')[0], 'lang')).toBe('de-AT')
    const hostile = { ...bundle, story: { ...bundle.story, language: '"><script>' } }
    expect(readHtml(await textFile(hostile, 'html')).find('script')).toEqual([])
  })

  test('gives search engines and networks their words', async () => {
    const source = await textFile(harbourStory(), 'html')
    expect(source).toContain('<title dir="auto">Easthaven harbour dredging: what the logs show</title>')
    expect(source).toContain('<meta name="description" content="Port logs show far more silt was dredged')
    expect(source).toContain('<meta property="og:description" content="What lies under Easthaven harbour')
    expect(source).toContain('<meta name="author" content="By Tomas Lind">')
    const untitled = await textFile(bundleOf(storyOf([block('paragraph', 'Words.')])), 'html')
    expect(untitled).toContain('<title dir="auto">A headline</title>')
  })

  test('holds its pictures, and in place of one that it has not its alternative text', async () => {
    const html = readHtml(await textFile(harbourStory(), 'html'))
    const [image, ...others] = html.find('img')
    expect(others).toEqual([])
    expect(attributeOf(image, 'src')).toBe(`data:image/png;base64,${picture.base64}`)
    expect(attributeOf(image, 'alt')).toBe('A grey barge beside a low pier')
    expect(html.find('figcaption')).toHaveLength(2)
    expect(html.shown).toContain('[Image: A basin seen from the air]')
  })

  test('a file that only calls itself a picture is not put into the page', async () => {
    const fake = fileOf(
      new TextEncoder().encode('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'),
    )
    const story = storyOf([figure(fake.hash, 'A caption', '', 'A drawing')])
    const source = await textFile(bundleOf(story, { files: [fake] }), 'html')
    expect(source).not.toContain('<img')
    expect(source).toContain('[Image: A drawing]')
  })

  test('has no link to an unsafe address', async () => {
    const story = storyOf([block('paragraph', text('Press', link('java\tscript:alert(1)')))])
    const html = readHtml(await textFile(bundleOf(story), 'html'))
    expect(html.find('a')).toEqual([])
    expect(html.shown).toContain('Press')
  })
})

test.each(['html', 'md', 'txt', 'docx'] as const)('%s has nothing of the claims in it', async (as) => {
  const bundle = harbourStory()
  const { bytes } = await makeExport(bundle, as, { withConfidential: true })
  const shown =
    as === 'docx'
      ? [...readDocx(bytes).parts.values()].map((part) => Buffer.from(part).toString('utf8')).join()
      : Buffer.from(bytes).toString('utf8')
  for (const trace of [
    'claim-0',
    'data-claim',
    'source-',
    'person-',
    bundle.story.id,
    'confirmed',
    'Ines Okafor',
  ]) {
    expect(shown).not.toContain(trace)
  }
})

describe('Markdown', () => {
  const markdown = (body: Parameters<typeof storyOf>[0]): Promise<string> =>
    textFile(bundleOf(storyOf(body, { headline: '' })), 'md')

  test('has no link to an unsafe address', async () => {
    const source = await markdown([block('paragraph', text('Press', link('java\tscript:alert(1)')))])
    expect(source).toContain('Press')
    expect(source).not.toMatch(/script:|\]\(/u)
  })

  test.each<[string, Parameters<typeof storyOf>[0], string]>([
    [
      'bold and italic',
      [block('paragraph', 'a ', text('b', mark('bold')), ' ', text('c', mark('italic')))],
      'a **b** *c*',
    ],
    [
      'bold that begins with a sign',
      [block('paragraph', 'a', text('“b”', mark('bold')), 'c')],
      'a<strong>“b”</strong>c',
    ],
    [
      'bold beside italic',
      [block('paragraph', text('b', mark('bold')), text('c', mark('italic')))],
      '**b**<em>c</em>',
    ],
    [
      'what has no sign',
      [block('paragraph', 'H', text('2', mark('subscript')), 'O ', text('u', mark('underline')))],
      'H<sub>2</sub>O <u>u</u>',
    ],
    [
      'a link',
      [block('paragraph', text('[x]', link('https://x.example/(a)?b=1&c=2')))],
      '[\\[x\\]](<https://x.example/(a)?b=1&amp;c=2>)',
    ],
    [
      'an exclamation before a link',
      [block('paragraph', 'Look!', text('x', link('https://x.example')))],
      'Look\\![x](<https://x.example>)',
    ],
    ['a number at the start', [block('paragraph', '1984. A year')], '1984\\. A year'],
    ['a rule of hyphens', [block('paragraph', '---')], '\\---'],
    ['an indent', [block('paragraph', '     deep')], 'deep'],
    ['a crosshead ending in a hash', [block('crosshead', 'C #')], '## C \\#'],
    ['a line break', [block('paragraph', 'a\n- b')], 'a\\\n\\- b'],
    ['a line break in a heading', [block('crosshead', 'a\nb')], '## a<br>b'],
    [
      'two lists in a row',
      [list('bulletList', [[block('paragraph', 'a')]]), list('bulletList', [[block('paragraph', 'b')]])],
      '- a\n\n* b',
    ],
    ['an entity', [block('paragraph', '&amp; AT&T, R & D')], '\\&amp; AT\\&T, R & D'],
  ])('writes %s so that it is read as such', async (_, body, expected) => {
    expect((await markdown(body)).trimEnd()).toBe(expected)
  })

  test('names its figures in their order', async () => {
    const source = await textFile(harbourStory(), 'md')
    expect(source.match(/!\[.*/gu)).toEqual([
      '![A grey barge beside a low pier](figure-1.png)',
      '![A basin seen from the air](figure-2.jpg)',
    ])
  })
})

test('plain text sets the parts of a story apart', async () => {
  const story = storyOf(
    [
      block('paragraph', 'One.'),
      schema.node('blockquote', null, [block('paragraph', 'Quoted.'), block('paragraph', 'Twice.')]),
      list('orderedList', [[block('paragraph', 'a'), list('bulletList', [[block('paragraph', 'b')]])]], 9),
      figure('0'.repeat(64), 'Caption', '', 'Alt'),
    ],
    { socialLine: 'Shared' },
  )
  expect(await textFile(bundleOf(story), 'txt')).toBe(
    'A headline\n\nOne.\n\n    Quoted.\n\n    Twice.\n\n9. a\n   • b\n\n[Image: Alt]\nCaption\n\n* * *\n\nSocial line: Shared\n',
  )
})

describe('JSON', () => {
  test('read again is equal, for any story', async () => {
    await fc.assert(
      fc.asyncProperty(anyStory, async (document) => {
        const bundle = bundleOf(document)
        expect(storyBundleSchema.parse(JSON.parse(await textFile(bundle, 'json')))).toEqual(bundle)
      }),
      { numRuns: 50 },
    )
  })

  test('begins with what it is', async () => {
    expect((await textFile(harbourStory(), 'json')).slice(0, 60)).toBe(
      '{\n  "format": "stet-story",\n  "formatVersion": 1,\n  "schemaVersion"'.slice(0, 60),
    )
  })
})
