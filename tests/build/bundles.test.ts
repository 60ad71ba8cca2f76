import { readdirSync, readFileSync } from 'node:fs'
import { builtinModules } from 'node:module'
import { join, resolve } from 'node:path'
import { Worker } from 'node:worker_threads'
import { beforeAll, describe, expect, it } from 'vitest'
import { buildWhenStale } from '../../scripts/lib/build.mjs'
import { NONCE_PLACEHOLDER } from '../../shared/contract/shell.ts'

const out = resolve(import.meta.dirname, '../../out')
const read = (path: string) => readFileSync(join(out, path), 'utf8')

/** What the built code still asks for at run time. */
function asked(code: string): string[] {
  const forms = [
    /\bimport\s*(?:[\w*{}\s,$]+\s*from\s*)?["']([^"']+)["']/g,
    /\brequire\(\s*["'`]([^"'`]+)["'`]\s*\)/g,
  ]
  return forms.flatMap((form) => [...code.matchAll(form)].map((match) => match[1] ?? ''))
}

const isNode = (name: string) => name.startsWith('node:') || builtinModules.includes(name)

beforeAll(async () => {
  expect(await buildWhenStale()).toBe(0)
}, 120_000)

describe('what is built', () => {
  it('of the preload is one CommonJS file that asks for Electron alone, as a sandboxed one must', () => {
    expect(readdirSync(join(out, 'preload'))).toEqual(['preload.cjs'])
    const code = read('preload/preload.cjs')
    expect(new Set(asked(code))).toEqual(new Set(['electron']))
    expect(code).toContain('exposeInMainWorld')
    expect(code).not.toMatch(/^\s*(import|export)\s/m)
    expect(code.length).toBeLessThan(5000)
  })

  it('of the window knows neither Node nor Electron', () => {
    const scripts = readdirSync(join(out, 'renderer'), { recursive: true, encoding: 'utf8' }).filter((name) =>
      name.endsWith('.js'),
    )
    expect(scripts.length).toBeGreaterThan(0)
    for (const name of scripts) {
      const outside = asked(read(join('renderer', name))).filter(
        (specifier) => isNode(specifier) || specifier === 'electron' || specifier.startsWith('electron/'),
      )
      expect([name, outside]).toEqual([name, []])
    }
  })

  it('of the page has room for the nonce of each showing, runs no inline script and asks for nothing from elsewhere', () => {
    const page = read('renderer/index.html')
    expect(page).toContain(NONCE_PLACEHOLDER)
    const scripts = [...page.matchAll(/<script\b([^>]*)>([\s\S]*?)<\/script>/g)]
    expect(scripts.length).toBeGreaterThan(0)
    for (const [, attributes, code] of scripts) {
      expect(attributes).toContain('src="./')
      expect(code).toBe('')
    }
    expect(page).not.toMatch(/(src|href)="(https?:)?\/\//)
    expect(page).not.toMatch(/\son\w+=/)
  })

  it('of the styles brings its fonts along', () => {
    const styles = readdirSync(join(out, 'renderer', 'assets')).filter((name) => name.endsWith('.css'))
    for (const name of styles)
      expect(read(join('renderer/assets', name))).not.toMatch(/url\(["']?(https?:)?\/\//)
  })

  it('of the desk’s thread that reads databases through answers', async () => {
    const answer = (path: string) => {
      const workerData = { path, check: 'quick_check', most: 1 }
      const worker = new Worker(join(out, 'main', 'integrity.js'), { workerData })
      return new Promise((heard, failed) => {
        worker.once('message', heard)
        worker.once('error', failed)
      })
    }
    expect(read('main/desk.js')).toContain('./integrity.js')
    expect(await answer(join(out, 'renderer', 'index.html'))).toEqual(['file is not a database'])
  })

  it('of the main process sets the window apart and starts the desk as a process of its own', () => {
    const names = readdirSync(join(out, 'main'), { recursive: true, encoding: 'utf8' }).filter((name) =>
      name.endsWith('.js'),
    )
    expect(names).toEqual(expect.arrayContaining(['index.js', 'desk.js']))
    const code = read('main/index.js')
    // Only Electron itself heeds these; here it is seen that they are said.
    for (const setting of [
      'contextIsolation: true',
      'sandbox: true',
      'nodeIntegration: false',
      'nodeIntegrationInWorker: false',
      'nodeIntegrationInSubFrames: false',
      'webSecurity: true',
      'webviewTag: false',
      'navigateOnDragDrop: false',
      'app.enableSandbox()',
      // What another bar would hide if it were gone, in the window tests.
      'if (!event.isMainFrame) event.preventDefault()',
      'return { action: "deny" }',
      'answer(isAllowed(permission))',
      'permission) => isAllowed(permission)',
      'cancel: !isLoadable(url)',
    ]) {
      expect(code).toContain(setting)
    }
    expect(code).toMatch(/on\("will-attach-webview", \((\w+)\) => \1\.preventDefault\(\)\)/)
    expect(code).toContain('utilityProcess.fork')
    // The database belongs to the desk's process.
    expect(asked(code)).not.toContain('better-sqlite3')
    expect(asked(read('main/desk.js'))).not.toContain('electron')
  })
})
