import { describe, expect, it } from 'vitest'
import { lineRule } from '../../../electron/import/judge.ts'
import { containerRules, lineRules } from '../../../electron/import/rules.ts'
import { droppedParts, importText, outline } from './reading.ts'

const junk: Record<string, string[]> = {
  'not cleared': ['NOT CLEARED – internal copy'],
  'comment section': ['Comments', '12 Comments', 'Kommentare (3)', 'Leave a comment', 'Kommentar schreiben'],
  'view all': ['View All →', 'See more', 'Alle anzeigen', 'Mehr Artikel laden'],
  loading: ['Loading …', 'Loading society posts...', 'Wird geladen …', 'Bitte warten'],
  advertisement: [
    'Advertisement',
    'ADVERTISEMENT',
    'Ads Placement',
    'Anzeige',
    'Story continues below advertisement',
    'Werbung',
  ],
  'share bar': [
    'Share this article',
    'Share on Facebook',
    'Facebook Twitter WhatsApp Email',
    'Teilen',
    'Tweet',
    'Auf Facebook teilen',
  ],
  cookies: [
    'We use cookies to improve your experience. By continuing you accept our policy.',
    'Diese Website verwendet Cookies. Sie können die Einstellungen ändern.',
    'Accept all cookies',
    'Alle akzeptieren',
  ],
  newsletter: [
    'Sign up for our newsletter',
    'Get the best stories in your inbox every week.',
    'Newsletter abonnieren',
  ],
  'follow us': ['Follow us on Facebook and Twitter', 'Folgen Sie uns auf Instagram'],
  'read more': [
    'Read more',
    'Related Articles',
    'You may also like',
    'Mehr zum Thema',
    'Lesen Sie auch: Der Aal',
    'Read more: The eel came back',
  ],
  'site control': [
    'Skip to content',
    'Nach oben',
    '5 min read',
    'Zum Inhalt springen',
    'Lesezeit: 5 Minuten',
  ],
  'rights line': ['© 2025 The Lantern. All rights reserved.', 'Alle Rechte vorbehalten'],
}

const sentences = [
  'Comments were few and far between.',
  'The council read the comments',
  'View All the Facts Before You Vote',
  'Loading the boat took all night.',
  'Advertisement for a crew brought forty letters.',
  'Ads for the crossing hung in every window',
  'Share prices fell on Tuesday.',
  'Sharing a Boat',
  'Print is not dead, the editor said.',
  'Facebook',
  'We use cookies and milk to bring the children in.',
  'Cookies and consent were the subject of the hearing',
  'The newsletter reaches forty houses.',
  'Sign up to the treaty, the minister urged.',
  'Read more books, the teacher told them.',
  'Related families live on both sides of the water.',
  'Follow the money.',
  'The copyright of the song lapsed in 1998.',
  'Nach oben führt eine Treppe.',
  'Werbung wirkt.',
  'Teilen macht Freude, sagt sie.',
  'Menu prices rose.',
  'Next post is at nine.',
]

describe('the listed rules', () => {
  it.each(Object.entries(junk).flatMap(([name, lines]) => lines.map((line) => [name, line])))(
    '%s: %s',
    (name, line) => {
      expect(lineRule(line)?.name).toBe(name)
    },
  )

  it.each(sentences)('none names: %s', (line) => {
    expect(lineRule(line)).toBeNull()
  })

  it('every one has examples above, a name and a reason', () => {
    expect(lineRules.map((rule) => rule.name).sort()).toEqual(Object.keys(junk).sort())
    for (const rule of [...lineRules, ...containerRules]) expect(rule.reason).toMatch(/^\p{Lu}.{8,}[^.]$/u)
  })

  const long =
    'The boat came in on a Tuesday, late, with its lamps lit, and the whole town stood on the pier to see it.'
  it.each([
    ['text', (...lines: string[]) => importText(lines.join('\n\n'), 'a.txt')],
    ['html', (...lines: string[]) => importText(lines.map((line) => `<p>${line}</p>`).join(''), 'a.html')],
    ['markdown', (...lines: string[]) => importText(lines.join('\n\n'), 'a.md')],
  ] as const)(
    'behind the comments of a page only short labels go, never a paragraph (%s)',
    (_format, page) => {
      expect(droppedParts(page('Head', long, 'Comments', 'More Boats', 'Advertisement'))).toEqual([
        'comment section: Comments',
        'label at the end: More Boats',
        'advertisement: Advertisement',
      ])
      const kept = page('Head', long, 'Comments', 'More Boats', long)
      expect(droppedParts(kept)).toEqual(['comment section: Comments'])
      expect(outline(kept).at(-1)).toBe(`paragraph: ${long}`)
      for (const line of ['He has died.', 'Correction: 30', '“Never,” she said'])
        expect(droppedParts(page('Head', long, 'Comments', line))).toEqual(['comment section: Comments'])
    },
  )

  it('a quotation is kept though it says what a rule names', () => {
    const story = importText('<p>Text.</p><blockquote>Advertisement</blockquote>', 'a.html')
    expect(outline(story)).toEqual(['paragraph: Text.', 'blockquote: Advertisement'])
  })

  it('the name of a platform is a heading by itself and a button beside others', () => {
    expect(droppedParts(importText(`<p>${long}</p><h2>Facebook</h2><p>${long}</p>`, 'a.html'))).toEqual([])
    expect(
      droppedParts(importText(`<p>${long}</p><p>Facebook</p><p>WhatsApp</p><p>${long}</p>`, 'a.html')),
    ).toEqual(['share bar: Facebook', 'share bar: WhatsApp'])
  })

  it('a list is left out only when each of its entries is named', () => {
    const list = (...entries: string[]) =>
      `<p>${long}</p><ul>${entries.map((entry) => `<li>${entry}</li>`).join('')}</ul>`
    expect(droppedParts(importText(list('Share', 'Tweet', 'Print'), 'a.html'))).toEqual([
      'share bar: Share\nTweet\nPrint',
    ])
    expect(droppedParts(importText(list('Share', 'Tweet', 'Row home'), 'a.html'))).toEqual([])
  })
})
