import { createRequire } from 'node:module'
import { resolve } from 'node:path'

const require = createRequire(import.meta.url)

/** electron-builder's own reader and judge of its settings. */
const { getConfig, validateConfiguration } = require('app-builder-lib/out/util/config/config')
const { DebugLogger } = require('builder-util')

export const root = resolve(import.meta.dirname, '../..')

/** `electron-builder.yml`, with `more` over it. */
export async function readConfig(more: object | null = null) {
  return await getConfig(root, null, more)
}

/** @throws with the setting that is none */
export async function judgeConfig(config: unknown): Promise<void> {
  await validateConfiguration(config, new DebugLogger(false))
}
