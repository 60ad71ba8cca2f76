import { afterEach, describe, expect, test, vi } from 'vitest'
import { makeExport } from '../../../electron/export/make.ts'
import { storyBundleSchema } from '../../../shared/model/bundle.ts'
import { type ExportFormat, exportFormatSchema } from '../../../shared/model/export.ts'
import { harbourStory } from './harbour.ts'

const formats = exportFormatSchema.options

function deepFreeze<T>(value: T): T {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value)
    Object.values(value).forEach(deepFreeze)
  }
  return value
}

async function bytesOf(as: ExportFormat, bundle = harbourStory()): Promise<Buffer> {
  return Buffer.from((await makeExport(bundle, as, { withConfidential: false })).bytes)
}

/** The keys of every record in the opposite order. */
function turned(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(turned)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, inner]) => [key, turned(inner)]),
  )
}

describe.each(formats)('%s', (as) => {
  afterEach(() => {
    vi.useRealTimers()
    vi.restoreAllMocks()
    vi.unstubAllEnvs()
  })

  test('the same story gives the same bytes, whatever the clock, the dice and the time zone say', async () => {
    const first = await bytesOf(as)
    vi.useFakeTimers({ now: Date.UTC(2041, 6, 1, 3, 4, 5), toFake: ['Date'] })
    vi.spyOn(Math, 'random').mockReturnValue(0.123456)
    vi.stubEnv('TZ', 'Pacific/Kiritimati')
    const second = await bytesOf(as)
    vi.setSystemTime(Date.UTC(1999, 0, 1))
    vi.spyOn(Math, 'random').mockReturnValue(0.987654)
    vi.stubEnv('TZ', 'America/Los_Angeles')
    const third = await bytesOf(as)
    expect(second.equals(first)).toBe(true)
    expect(third.equals(first)).toBe(true)
  })

  test('two exports at once do not get into each other', async () => {
    const [first, second] = await Promise.all([bytesOf(as), bytesOf(as)])
    expect(second?.equals(first ?? Buffer.alloc(0))).toBe(true)
  })

  test('exporting leaves the story as it was', async () => {
    const bundle = deepFreeze(harbourStory())
    await makeExport(bundle, as, { withConfidential: false })
    await makeExport(bundle, as, { withConfidential: true })
    expect(bundle).toEqual(harbourStory())
  })
})

test('the order in which records were made does not show in JSON', async () => {
  const bundle = harbourStory()
  const other = storyBundleSchema.parse(turned(bundle))
  expect((await bytesOf('json', other)).equals(await bytesOf('json', bundle))).toBe(true)
})
