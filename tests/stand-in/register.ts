// `node --import tests/stand-in/register.ts out/main/index.js` runs the app's main process with the stand-in as
// its `electron`, under Node instead of Electron. Further words are the app's and Chromium's.
import { readFileSync } from 'node:fs'
import { registerHooks } from 'node:module'
import { dirname, resolve } from 'node:path'

const standIn = new URL('./electron.ts', import.meta.url).href
const root = resolve(import.meta.dirname, '../..')
const { version } = JSON.parse(readFileSync(resolve(root, 'node_modules/electron/package.json'), 'utf8'))

registerHooks({
  resolve(specifier, context, next) {
    const isElectron = specifier === 'electron' || specifier === 'electron/main'
    return isElectron
      ? { url: standIn, format: 'module-typescript', shortCircuit: true }
      : next(specifier, context)
  },
})
Object.defineProperty(process.versions, 'electron', { value: version, enumerable: true })
Object.assign(process, { type: 'browser', defaultApp: true, resourcesPath: dirname(process.execPath) })
if (process.send) await import('./control.ts')
