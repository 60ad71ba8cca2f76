import { resolve } from 'node:path'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'electron-vite'
import { NONCE_PLACEHOLDER } from './shared/contract/shell.ts'

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
    plugins: [react()],
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
