import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'

const root = resolve(import.meta.dirname, '../..')

const lockSchema = z.object({
  packages: z.record(z.string(), z.looseObject({ version: z.string().optional() })),
})
const packageSchema = z.object({
  dependencies: z.record(z.string(), z.string()),
  devDependencies: z.record(z.string(), z.string()),
  optionalDependencies: z.record(z.string(), z.string()),
})

const read = (path: string): unknown => JSON.parse(readFileSync(join(root, path), 'utf8'))
const lock = lockSchema.parse(read('package-lock.json'))

describe('the packages', () => {
  it.each([
    'prosemirror-model',
    'prosemirror-state',
    'prosemirror-transform',
    'prosemirror-view',
    'react',
    'zod',
  ])('hold one copy of %s, or documents of two kinds would meet', (name) => {
    const copies = Object.keys(lock.packages).filter((path) => path.endsWith(`node_modules/${name}`))
    expect(copies).toEqual([`node_modules/${name}`])
    const nested = readdirSync(join(root, 'node_modules'), { recursive: false })
    expect(nested).toContain(name)
  })

  it('are locked without the address that they came from, so that any registry serves them', () => {
    expect(readFileSync(join(root, 'package-lock.json'), 'utf8')).not.toContain('"resolved"')
  })

  it('are named with their exact version', () => {
    const { dependencies, devDependencies, optionalDependencies } = packageSchema.parse(read('package.json'))
    const loose = Object.entries({ ...dependencies, ...devDependencies, ...optionalDependencies }).filter(
      ([, version]) => !/^\d+\.\d+\.\d+$/.test(version),
    )
    expect(loose).toEqual([])
  })

  it('of the contract are all of one version', () => {
    const { dependencies } = packageSchema.parse(read('package.json'))
    expect([
      dependencies['@orpc/client'],
      dependencies['@orpc/contract'],
      dependencies['@orpc/server'],
    ]).toEqual(['1.16.1', '1.16.1', '1.16.1'])
  })
})
