import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Chromium, launchChromium, type Target } from './chromium.ts'
import type { Session } from './devtools.ts'
import { serveSchemes } from './schemes.ts'

const launched = Promise.withResolvers<Chromium>()
let isLaunched = false
let profile: string | null = null
let downloads: string | null = null

/** The browser of this run, once it is there. */
export const chromium = (): Promise<Chromium> => launched.promise
export const browser = async (): Promise<Session> => (await launched.promise).devtools.browser

/** Where the browser puts what it downloads, each file under its own id. */
export const downloadFolder = (): string => {
  downloads ??= mkdtempSync(join(tmpdir(), 'stand-in-downloads-'))
  return downloads
}

export async function launch(
  userData: string | null,
  switches: readonly string[],
  onUnasked: (target: Target) => void,
): Promise<void> {
  isLaunched = true
  if (!userData) profile = mkdtempSync(join(tmpdir(), 'stand-in-profile-'))
  try {
    const rules = await serveSchemes()
    const folder = userData ? join(userData, 'Chromium') : (profile ?? '')
    launched.resolve(await launchChromium({ profile: folder, switches: [...rules, ...switches], onUnasked }))
  } catch (error) {
    launched.reject(error)
  }
  await (await browser()).send('Browser.setDownloadBehavior', {
    behavior: 'allowAndName',
    downloadPath: downloadFolder(),
    eventsEnabled: true,
  })
}

export async function closeEngine(): Promise<void> {
  if (isLaunched) await launched.promise.then((one) => one.close()).catch(() => {})
  for (const folder of [profile, downloads])
    if (folder) rmSync(folder, { recursive: true, force: true, maxRetries: 3 })
}
