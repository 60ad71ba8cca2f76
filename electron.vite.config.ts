import { resolve } from 'node:path'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'electron-vite'
import type { Plugin } from 'vite'
import { NONCE_PLACEHOLDER } from './shared/contract/shell.ts'

/**
 * A script with a letter past ÿ in it is held with two bytes for each of its letters, in the source that V8 keeps: the
 * window's would take twice its 1.6 MB. Escapes mean the same wherever such letters stand, but in a raw template.
 */
const oneByteScripts: Plugin = {
  name: 'one-byte-scripts',
  generateBundle(_, bundle) {
    for (const chunk of Object.values(bundle)) {
      if (chunk.type !== 'chunk') continue
      if (/\braw`/.test(chunk.code)) this.error(`${chunk.fileName} has a raw template`)
      chunk.code = chunk.code.replace(
        /[\u0100-\uffff]/g,
        (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`,
      )
    }
  },
}

export default defineConfig({
  main: {
    build: {
      rolldownOptions: {
        input: {
          index: resolve('electron/main/main.ts'),
          desk: resolve('electron/desk/entry.ts'),
          // A thread of the desk's, beside it.
          integrity: resolve('electron/store/integrity-worker.ts'),
        },
      },
    },
  },
  preload: {
    build: {
      // A sandboxed preload cannot import packages and cannot be an ES module: one CommonJS file holds it all.
      externalizeDeps: false,
      rolldownOptions: {
        input: { preload: resolve('electron/preload/preload.ts') },
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: 'renderer',
    plugins: [react(), oneByteScripts],
    worker: { plugins: () => [oneByteScripts] },
    html: { cspNonce: NONCE_PLACEHOLDER },
    build: {
      // Fonts and pictures stay files of their own: the page's policy allows no data: addresses for fonts.
      assetsInlineLimit: 0,
      // electron-vite leaves it out: three times the script to fetch, read and hold.
      minify: true,
      modulePreload: { polyfill: false },
      rolldownOptions: { input: { index: resolve('renderer/index.html') } },
    },
  },
})
