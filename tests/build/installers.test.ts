import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { judgeConfig, readConfig, root } from './builder.ts'

const read = (path: string) => readFileSync(join(root, path))

const versionSchema = z.object({ version: z.string() })

/** What Stet opens, as its own dialog has it. */
const ENDINGS = ['htm', 'html', 'json', 'markdown', 'md', 'txt']

/** The edge of a PNG, of its header. */
function edgeOf(png: Buffer): [number, number] {
  expect(png.subarray(0, 8).toString('latin1')).toBe('\x89PNG\r\n\x1a\n')
  return [png.readUInt32BE(16), png.readUInt32BE(20)]
}

describe('electron-builder.yml', () => {
  it('is what electron-builder takes, for the Electron that is installed', async () => {
    const config = await readConfig()
    await judgeConfig(config)
    const { version } = versionSchema.parse(JSON.parse(read('node_modules/electron/package.json').toString()))
    expect(config.electronVersion).toBe(version)
    expect([config.linux.target, config.mac.target, config.win.target].flat()).toEqual([
      'AppImage',
      'deb',
      'dmg',
      'nsis',
    ])
  })

  it('says no to a setting that does not exist', async () => {
    await expect(judgeConfig(await readConfig({ asarr: true }))).rejects.toThrow(/asarr/)
  })

  it('names no place where updates could be looked for', async () => {
    expect((await readConfig()).publish).toBeNull()
  })

  it('offers Stet for the files that it opens on every system, and takes none over', async () => {
    const { mac, linux, win, nsis, fileAssociations } = await readConfig()
    expect([fileAssociations, win.fileAssociations, linux.fileAssociations]).toEqual([
      undefined,
      undefined,
      undefined,
    ])
    const associations: { ext: string | string[]; role: string; rank: string }[] = mac.fileAssociations
    expect(associations.flatMap(({ ext }) => ext).sort()).toEqual(ENDINGS)
    for (const { role, rank } of associations) expect([role, rank]).toEqual(['Viewer', 'Alternate'])
    expect(linux.mimeTypes).toEqual(
      expect.arrayContaining(['text/plain', 'text/markdown', 'text/html', 'application/json']),
    )
    const script = read(nsis.include).toString()
    const named = (macro: string) =>
      [...script.matchAll(new RegExp(`!insertmacro ${macro} "(\\w+)"`, 'g'))].map((match) => match[1]).sort()
    expect(named('offerFor')).toEqual(ENDINGS)
    expect(named('takeBackFor')).toEqual(ENDINGS)
    expect(script).not.toMatch(/WriteRegStr SHCTX "Software\\Classes\\\.[^\\"]+" ""/)
  })

  it('opens the same files by the dialog of the window', () => {
    const source = read('electron/main/files.ts').toString()
    const named = /extensions: \[('txt'[^\]]+)\]/.exec(source)?.[1]?.match(/\w+/g) ?? []
    expect([...named].sort()).toEqual(ENDINGS)
  })
})

describe('the icons', () => {
  it('are made of the picture that the page has (else: node scripts/icons.mjs)', () => {
    const hash = createHash('sha256').update(read('renderer/icon.svg')).digest('hex')
    expect(read('build/icon.sha256').toString().trim()).toBe(hash)
  })

  it('are as large on Linux as they are called', async () => {
    expect((await readConfig()).linux.icon).toBe('icons')
    for (const edge of [16, 24, 32, 48, 64, 96, 128, 256, 512]) {
      expect(edgeOf(read(`build/icons/${edge}x${edge}.png`))).toEqual([edge, edge])
    }
  })

  it('hold for Windows what its directory says, up to 256 pixels', async () => {
    const { icon } = (await readConfig()).win
    const ico = read(join('build', icon))
    expect([ico.readUInt16LE(0), ico.readUInt16LE(2)]).toEqual([0, 1])
    const edges = Array.from({ length: ico.readUInt16LE(4) }, (_, at) => {
      const entry = ico.subarray(6 + 16 * at, 22 + 16 * at)
      const png = ico.subarray(entry.readUInt32LE(12), entry.readUInt32LE(12) + entry.readUInt32LE(8))
      const edge = entry.readUInt8(0) || 256
      expect(edgeOf(png)).toEqual([edge, edge])
      return edge
    })
    expect(edges).toEqual([16, 24, 32, 48, 64, 128, 256])
  })

  it('hold for a Mac every size up to 1024 pixels', async () => {
    const { icon } = (await readConfig()).mac
    const icns = read(join('build', icon))
    expect(icns.subarray(0, 4).toString('latin1')).toBe('icns')
    expect(icns.readUInt32BE(4)).toBe(icns.length)
    const edges: Record<string, number> = {}
    for (let at = 8; at < icns.length; at += icns.readUInt32BE(at + 4)) {
      const type = icns.subarray(at, at + 4).toString('latin1')
      edges[type] = edgeOf(icns.subarray(at + 8, at + icns.readUInt32BE(at + 4)))[0]
    }
    expect(edges).toEqual({
      icp4: 16,
      icp5: 32,
      ic11: 32,
      ic12: 64,
      ic07: 128,
      ic08: 256,
      ic13: 256,
      ic09: 512,
      ic14: 512,
      ic10: 1024,
    })
  })

  it('lie where the settings look for them', async () => {
    const { linux, mac, win, directories } = await readConfig()
    for (const icon of [linux.icon, mac.icon, win.icon]) {
      expect([icon, existsSync(join(root, directories.buildResources, icon))]).toEqual([icon, true])
    }
  })
})
