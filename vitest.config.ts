import react from '@vitejs/plugin-react'
import { defineConfig } from 'vitest/config'
import { compiledFolder } from './tests/compiled.ts'

export default defineConfig({
  plugins: [react()],
  test: {
    include: ['tests/**/*.test.{ts,tsx}'],
    exclude: ['tests/e2e/**', '**/node_modules/**'],
    // Processes, not threads: the database's native code and the tests that start processes stay apart.
    pool: 'forks',
    maxWorkers: 2,
    testTimeout: 20_000,
    hookTimeout: 30_000,
    allowOnly: false,
    env: { NODE_COMPILE_CACHE: compiledFolder },
  },
})
