import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { describe, expect, test } from 'vitest'
import { statusSchema } from '../../../shared/model/claim.ts'

const css = readFileSync(resolve(import.meta.dirname, '../../../renderer/ui/tokens.css'), 'utf8')
const [plainCss = '', contrastCss = ''] = css.split('@media (prefers-contrast: more)')
const isDark = "[data-theme='dark']"
const [lightCss = '', darkCss = ''] = plainCss.split(isDark)
const [contrastLightCss = '', contrastDarkCss = ''] = contrastCss.split(isDark)

/** What the blocks say in the end, the later over the earlier; a token that names another has its colour. */
function colours(...blocks: string[]): Record<string, string> {
  const said = new Map(
    blocks.flatMap((block) =>
      [...block.matchAll(/--([\w-]+): (#[0-9a-f]{6}|var\(--[\w-]+\))/gi)].map(
        ([, name = '', value = '']) => [name, value] as const,
      ),
    ),
  )
  const read = (value: string): string => {
    const other = /var\(--([\w-]+)\)/.exec(value)?.[1]
    return other ? read(said.get(other) ?? '') : value
  }
  return Object.fromEntries([...said].map(([name, value]) => [name, read(value)]))
}

/** Relative luminance, WCAG 2.2. */
function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5]
    .map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255)
    .map((value) => (value <= 0.03928 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4))
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

function contrast(a: string, b: string): number {
  const [high = 0, low = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x)
  return (high + 0.05) / (low + 0.05)
}

const inks = ['ink', 'ink-soft', 'ink-faint', 'pencil', 'danger', 'caution', 'good']
const meanings = ['open', 'again', 'stands', 'wrong', 'weak', 'word'].map((meaning) => `meaning-${meaning}`)
const statuses = statusSchema.options.map((status) => `claim-${status}`)

describe.each([
  ['light', colours(lightCss)],
  ['dark', colours(lightCss, darkCss)],
])('in the %s theme', (_name, theme) => {
  test.each([...inks, ...meanings, ...statuses])('%s reads on every ground: 4.5 to 1', (name) => {
    const weak = ['desk', 'paper', 'raised', 'sunken'].filter(
      (ground) => contrast(theme[name] ?? '', theme[ground] ?? '') < 4.5,
    )
    expect(weak).toEqual([])
  })

  test.each([
    ['pencil-ink', 'pencil'],
    ['danger', 'danger-tint'],
    ['caution', 'caution-tint'],
    ['ink', 'pencil-tint'],
    ['ink-faint', 'pencil-tint'],
  ])('%s reads on %s', (name, ground) => {
    expect(contrast(theme[name] ?? '', theme[ground] ?? '')).toBeGreaterThan(4.45)
  })

  test('the edge of a control stands off its ground: 3 to 1', () => {
    expect(contrast(theme['control-border'] ?? '', theme.desk ?? '')).toBeGreaterThan(3)
  })
})

describe.each([
  ['light', colours(lightCss, contrastLightCss)],
  ['dark', colours(lightCss, contrastLightCss, darkCss, contrastDarkCss)],
])('for who asks for more contrast, in the %s theme', (_name, theme) => {
  test.each([...inks, ...meanings, ...statuses])(
    '%s reads on the ground that it stands on: 7 to 1',
    (name) => {
      const weak = ['desk', 'paper', 'raised'].filter(
        (ground) => contrast(theme[name] ?? '', theme[ground] ?? '') < 7,
      )
      expect(weak).toEqual([])
    },
  )

  test('hairlines are lines: 3 to 1', () => {
    expect(contrast(theme.hairline ?? '', theme.paper ?? '')).toBeGreaterThan(3)
  })
})
