import { describe, expect, it } from 'vitest'
import { isSafeHref } from '../../../shared/document/href.ts'
import { schema } from '../../../shared/document/schema.ts'

/** What the schema makes of an `<a>` that is pasted; false where it takes only the words. */
function parsed(href: string): unknown {
  const rule = schema.marks.link.spec.parseDOM?.[0]
  const attributes = { getAttribute: (name: string) => (name === 'href' ? href : null) }
  return rule && 'getAttrs' in rule ? rule.getAttrs?.(attributes as never) : undefined
}

describe('an address in a story', () => {
  it.each(['https://a.example/b?c#d', 'HTTP://A.EXAMPLE', 'mailto:desk@a.example', 'tel:+491234'])(
    'may be %s',
    (href) => {
      expect(isSafeHref(href)).toBe(true)
      expect(parsed(href)).toEqual({ href })
    },
  )

  it.each([
    'javascript:alert(1)',
    ' \u0001javascript:alert(1)',
    'java\nscript:alert(1)',
    'JaVaScRiPt:alert(1)',
    'data:text/html,<script>alert(1)</script>',
    'vbscript:x',
    'file:///etc/passwd',
    'blob:https://a.example/x',
    'stet://app/',
    'https:a.example',
    'ftp://a.example/',
    '//a.example',
    '/path',
    'https',
    '',
  ])('is never %j', (href) => {
    expect(isSafeHref(href)).toBe(false)
    expect(parsed(href)).toBe(false)
  })
})
