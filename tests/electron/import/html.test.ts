import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { pngOf } from '../export/fixture.ts'
import { changedParts, droppedParts, field, importText, outline } from './reading.ts'

const html = (body: string, head = '') =>
  importText(`<html><head>${head}</head><body>${body}</body></html>`, 'a.html')
const links = (story: ReturnType<typeof html>): string[] => {
  const found: string[] = []
  story.document.descendants((node) => {
    for (const mark of node.marks)
      if (mark.type.name === 'link') found.push(`${node.text} → ${mark.attrs.href}`)
  })
  return found
}
const marked = (story: ReturnType<typeof html>): string[] => {
  const found: string[] = []
  story.document.descendants((node) => {
    if (node.isText && node.marks.length > 0)
      found.push(`${node.text}: ${node.marks.map((mark) => mark.type.name).join(' ')}`)
  })
  return found
}

describe('the one door for HTML', () => {
  it('lets no script, style, frame, field or handler through', () => {
    const story = html(
      '<p onclick="steal()" style="background:url(https://t.example/x)">One <script>alert(1)</script>two<style>p{}</style></p>' +
        '<iframe src="https://v.example/clip" title="A clip"></iframe><object data="javascript:alert(1)">old</object>' +
        '<form action="/x"><label>Your name</label><input placeholder="Name"><button>Send</button></form>' +
        '<svg><text>Chart</text><script>x</script></svg><p hidden>Unseen</p><template><p>No</p></template>',
    )
    expect(outline(story)).toEqual(['paragraph: One two'])
    expect(JSON.stringify(story.document.toJSON())).not.toMatch(/alert|steal|t\.example|javascript/u)
    expect(droppedParts(story)).toEqual([
      'embedded: A clip\nhttps://v.example/clip',
      'embedded: old',
      'form: Your name Name\nSend',
      'drawing: Chart',
      'hidden: Unseen',
    ])
  })

  it('keeps safe links, makes relative ones whole, and leaves only the words of others', () => {
    const body = [
      'https://a.example/x?q=1#top',
      '/deep/page',
      'mailto:desk@a.example',
      'javascript:alert(1)',
      ' java\nscript:alert(1)',
      'data:text/html,x',
      'file:///etc/passwd',
      '//b.example/y',
      '#note',
      'http://[bad',
    ]
      .map((href, index) => `<a href="${href}" ping="https://t.example" onclick="x()">l${index}</a>`)
      .join(' ')
    const story = html(`<p>${body}</p>`, '<link rel="canonical" href="https://home.example/story/1">')
    expect(links(story)).toEqual([
      'l0 → https://a.example/x?q=1#top',
      'l1 → https://home.example/deep/page',
      'l2 → mailto:desk@a.example',
      'l7 → https://b.example/y',
    ])
    expect(outline(story)).toEqual(['paragraph: l0 l1 l2 l3 l4 l5 l6 l7 l8 l9'])
    expect(changedParts(story)).toContain('5 unsafe links made plain words')
    expect(story.receipt.kept.links).toBe(4)
  })

  it('without an address of its own leaves relative links as words', () => {
    const story = html('<p>See <a href="/there">there</a>.</p>')
    expect(links(story)).toEqual([])
    expect(changedParts(story)).toEqual(['1 links whose page is not known made plain words'])
    expect(links(html('<p><a href="x">y</a></p>', '<base href="https://a.example/b/">'))).toEqual([
      'y → https://a.example/b/x',
    ])
  })

  it('keeps bold, italic, underline, strike, raised and lowered, also as styles of a word processor', () => {
    const story = html(
      '<p><b>a</b> <em>b</em> <u>c</u> <del>d</del> <sup>e</sup> <sub>f</sub> <span style="font-weight:700;font-style:italic">g</span> <b style="font-weight:normal">h</b></p>',
    )
    expect(marked(story)).toEqual([
      'a: bold',
      'b: italic',
      'c: underline',
      'd: strike',
      'e: superscript',
      'f: subscript',
      'g: bold italic',
    ])
  })
})

describe('the structure of a page', () => {
  it('headings, lists, quotations, pull quotes and rules', () => {
    const story = html(
      '<h1>Head</h1><h2>Part</h2><p>Text.</p><h3>Smaller</h3><ul><li>one<ul><li>two</li></ul></li><li>three</li></ul>' +
        '<ol start="4"><li><p>four</p><p>more</p></li></ol><hr><blockquote><p>Said.</p><footer>— Her</footer></blockquote>' +
        '<aside class="pull-quote"><p>Large.</p></aside><div class="editors-note">Note.</div>',
    )
    expect(field(story, 'headline')).toBe('Head')
    expect(outline(story)).toEqual([
      'crosshead1: Part',
      'paragraph: Text.',
      'crosshead2: Smaller',
      'bulletList: one / two / three',
      'orderedList: four / more',
      'rule: ',
      'blockquote: Said. / — Her',
      'pullQuote: Large.',
      'editorsNote: Note.',
    ])
    expect(droppedParts(story)).toEqual([])
  })

  it('a quotation inside a list stays a quotation, and the list goes on with its numbers', () => {
    const story = html('<ol><li>one</li><li>two<blockquote>Said.</blockquote>after</li><li>three</li></ol>')
    expect(outline(story)).toEqual([
      'orderedList: one / two',
      'blockquote: Said.',
      'orderedList: after / three',
    ])
    expect(story.document.child(6).attrs.start).toBe(3)
  })

  it('one line break is a space, two end the paragraph', () => {
    const story = html('<p>One<br>line.<br><br>Two.</p>')
    expect(outline(story)).toEqual(['paragraph: One line.', 'paragraph: Two.'])
    expect(changedParts(story)).toEqual([
      '1 line breaks made spaces',
      '1 paragraphs made of double line breaks',
    ])
  })

  it('a table of data is a table; one that only places things is not', () => {
    const data = html(
      '<table><tr><th>Year</th><th>Boats</th></tr><tr><td>2019</td><td><b>3</b></td></tr></table>',
    )
    expect(outline(data)).toEqual(['table: Year / Boats / 2019 / 3'])
    const kinds = data.document.child(4).children.map((row) => row.children.map((cell) => cell.type.name))
    expect(kinds).toEqual([
      ['tableHeader', 'tableHeader'],
      ['tableCell', 'tableCell'],
    ])
    expect(changedParts(data)).toEqual([])
    const layout = html('<table><tr><td><p>One.</p><p>Two.</p></td><td><p>Three.</p></td></tr></table>')
    expect(outline(layout)).toEqual(['paragraph: One.', 'paragraph: Two.', 'paragraph: Three.'])
  })

  it('merged cells are set apart, a caption comes before its table, what no cell can hold behind it', () => {
    const story = html(
      '<p>Before.</p><table><caption>Boats a year</caption><tr><th rowspan="2">Year</th><th colspan="2">Boats</th></tr>' +
        '<tr><th>In</th><th>Out</th></tr><tr><td>2019</td><td>3 <img src="/a.png" alt="A boat"></td></tr></table><p>After.</p>',
    )
    expect(outline(story)).toEqual([
      'paragraph: Before.',
      'paragraph: Boats a year',
      'table: Year / Boats /  /  / In / Out / 2019 / 3 / ',
      'paragraph: After.',
    ])
    expect(changedParts(story)).toContain('2 merged cells of tables set apart')
    expect(story.receipt.dropped).toMatchObject([{ text: 'A boat\n/a.png', beforeBlock: 3 }])
  })

  it('a cell that reaches further than any table does not make one that wide', () => {
    const story = html(
      '<table><tr><td colspan="65000" rowspan="65000">a</td><td>b</td></tr><tr><td>c</td></tr></table>',
    )
    expect(story.document.child(4).firstChild?.childCount).toBeLessThanOrEqual(61)
    expect(outline(story)[0]?.replace(/[ /]+/gu, ' ')).toBe('table: a b c')
  })

  it('a picture whose bytes the page carries comes in with its words, another stands in the receipt with its address', () => {
    const bytes = pngOf(31, 17)
    const data = `data:image/png;base64,${Buffer.from(bytes).toString('base64')}`
    const story = html(
      `<p>It <img src="${data}" alt="The pier"> came.</p>` +
        `<figure><img src="${data}" alt="The pier"><figcaption>The pier. <span class="credit">Photo: Haug</span></figcaption></figure>` +
        '<blockquote><p>Said.</p><img alt="Her" src="https://a.example/her.jpg"></blockquote>',
    )
    const hash = createHash('sha256').update(bytes).digest('hex')
    expect(outline(story)).toEqual([
      'paragraph: It came.',
      'figure:  /  / The pier',
      'figure: The pier. / Photo: Haug / The pier',
      'blockquote: Said.',
    ])
    expect(story.document.child(5).attrs).toEqual({ hash, widthPx: 31, heightPx: 17 })
    expect([...story.pictures]).toEqual([[hash, bytes]])
    expect(droppedParts(story)).toEqual(['image without its file: Her\nhttps://a.example/her.jpg'])
  })

  it.each([
    [
      'an SVG',
      `data:image/svg+xml;base64,${Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>').toString('base64')}`,
    ],
    ['a dot that only keeps a place', `data:image/png;base64,${Buffer.from(pngOf(1, 1)).toString('base64')}`],
    ['an address on this machine', 'file:///etc/passwd'],
  ])('%s is no picture of the story', (_, address) => {
    const story = html(`<p>One.</p><img alt="Drawn" src="${address}">`)
    expect(story.pictures.size).toBe(0)
    expect(droppedParts(story)).toEqual(['image without its file: Drawn'])
  })

  it('the words of a picture are in the receipt, its bytes are nowhere', () => {
    const story = html(
      '<p>Before.</p><figure><img src="data:image/png;base64,AAAA" alt="A pier"><figcaption>The pier. <span>Photo: Haug</span></figcaption></figure>' +
        '<p>After <img src="https://t.example/1.gif" alt="">.</p><figure><blockquote>Said.</blockquote><figcaption>— Her</figcaption></figure>',
    )
    expect(outline(story)).toEqual([
      'paragraph: Before.',
      'paragraph: After .',
      'blockquote: Said.',
      'paragraph: — Her',
    ])
    expect(story.receipt.dropped).toMatchObject([
      { rule: 'image without its file', text: 'A pier\nThe pier. Photo: Haug', beforeBlock: 1 },
    ])
    expect(changedParts(story)).toContain('1 pictures without words left out')
  })

  it('text that stands as typed is a paragraph a line, its bold words bold', () => {
    const story = html('<pre>One <b>line</b>.\nTwo  lines.\n\n<span hidden>Unseen</span></pre>')
    expect(outline(story)).toEqual(['paragraph: One line.', 'paragraph: Two lines.'])
    expect(marked(story)).toEqual(['line: bold'])
    expect(droppedParts(story)).toEqual(['hidden: Unseen'])
  })

  it('the quotation marks that a page shows for q are written out', () => {
    expect(outline(html('<p>She said <q>enough</q>.</p>'))).toEqual(['paragraph: She said “enough”.'])
  })

  it('byline, date, dek and the place that the first paragraph begins with have fields of their own', () => {
    const story = html(
      '<article><h1>Head of the story</h1><p class="dek">What it is about.</p><div class="byline">By <a rel="author" href="/a">Ada Roe</a></div><time datetime="2025-11-10">Nov. 10, 2025</time>' +
        '<p>OSTERBY, Norway (AP) — The <b>boat</b> sails again, and the town that waited twelve years for it went down to the pier to see it off.</p></article>',
    )
    expect(field(story, 'dek')).toBe('What it is about.')
    expect(field(story, 'byline')).toBe('By Ada Roe')
    expect(field(story, 'dateline')).toBe('OSTERBY, Norway (AP) · Nov. 10, 2025')
    expect(outline(story)[0]).toMatch(/^paragraph: The boat sails/u)
    expect(story.receipt.missing).toEqual(['address'])
    expect(changedParts(story)).toContain(
      '1 dateline taken from the first paragraph into its own field, without its dash',
    )
  })

  it('a title of the head that finds no field is listed as left out', () => {
    const story = html(
      '<h1>The ferry is back</h1><p>Text.</p>',
      '<title>Ferry back | Lantern</title><meta property="og:title" content="You won’t believe this boat">',
    )
    expect(field(story, 'searchTitle')).toBe('Ferry back | Lantern')
    expect(droppedParts(story)).toEqual(['other title: You won’t believe this boat'])
  })
})

describe('what stands around a story', () => {
  const prose = (count: number) =>
    Array.from(
      { length: count },
      (_, index) =>
        `<p>Paragraph ${index} tells of the boat, the pier and the people on it, and takes its time, as such paragraphs do, with commas.</p>`,
    ).join('')

  it.each<[string, string]>([
    ['navigation', '<nav>Home</nav>'],
    ['navigation', '<div role="navigation">Home</div>'],
    ['footer', '<footer>About us</footer>'],
    ['side column', '<aside>Weather</aside>'],
    ['side column', '<div class="right-rail">Weather</div>'],
    ['advertisement', '<div class="topAd">Buy</div>'],
    ['share bar', '<ul class="share-buttons"><li>Pass on</li></ul>'],
    ['cookies', '<div id="cookie-banner">Cookies?</div>'],
    ['newsletter', '<section class="newsletter_signup">Letters</section>'],
    ['other stories', '<div class="related-posts">The eel</div>'],
    ['comments', '<div id="comments">First!</div>'],
    ['window over the page', '<div class="modal">Hello</div>'],
  ])('is left out as %s: %s', (rule, junk) => {
    const words = junk.replace(/<[^>]+>/gu, '')
    const story = html(`<h1>Head</h1><div class="story">${prose(3)}${junk}${prose(2)}</div>`)
    expect(story.receipt.dropped).toMatchObject([{ rule, text: words, beforeBlock: 3 }])
    expect(story.receipt.kept.paragraphs).toBe(5)
  })

  it.each<[string, string]>([
    ['a name that only looks like one', '<div class="shadow broad header-ready">Words of the story.</div>'],
    ['a paragraph or word by its class', '<p class="social">Words of the story.</p>'],
    ['a word in a sentence by its class', '<p><span class="ad">Words</span> of the story.</p>'],
  ])('%s is no reason to leave anything out', (_what, part) => {
    const story = html(`${prose(2)}${part}${prose(1)}`)
    expect(story.receipt.dropped).toEqual([])
    expect(outline(story)).toContain('paragraph: Words of the story.')
  })

  it('a quotation set apart is kept, wherever it stands', () => {
    const story = html(
      `<h1>Head</h1><article>${prose(4)}<aside class="related">See <blockquote>She said it.</blockquote> also</aside></article><div class="promo"><blockquote>He said it.</blockquote></div>`,
    )
    expect(outline(story).filter((line) => line.startsWith('blockquote'))).toEqual([
      'blockquote: She said it.',
      'blockquote: He said it.',
    ])
    expect(droppedParts(story)).toEqual(['side column: See\nalso'])
  })

  it('what holds most of the prose is the story, whatever its name', () => {
    const story = html(`<form class="sidebar"><div class="related-widget">${prose(6)}</div></form>`)
    expect(story.receipt.kept.paragraphs).toBe(6)
    expect(story.receipt.dropped).toEqual([])
  })

  it('a page of a few lines is read whole', () => {
    const story = html('<div><p>One.</p></div><div><p>Two.</p></div><span>Three.</span>')
    expect(outline(story)).toEqual(['paragraph: One.', 'paragraph: Two.', 'paragraph: Three.'])
  })
})
