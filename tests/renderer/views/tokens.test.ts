import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { describe, expect, test } from 'vitest'
import { statusSchema } from '../../../shared/model/claim.ts'

const css = readFileSync(resolve(import.meta.dirname, '../../../renderer/ui/tokens.css'), 'utf8')
const [lightCss = '', darkCss = ''] = css.split("[data-theme='dark']")

function colours(block: string): Record<string, string> {
  return Object.fromEntries(
    [...block.matchAll(/--([\w-]+): (#[0-9a-f]{6})/gi)].map(([, name, hex]) => [name, hex]),
  )
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
const statuses = statusSchema.options.map((status) => `claim-${status}`)

describe.each([
  ['light', colours(lightCss)],
  ['dark', colours(darkCss)],
])('in the %s theme', (_name, theme) => {
  test.each([...inks, ...statuses])('%s reads on every ground: 4.5 to 1', (name) => {
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
