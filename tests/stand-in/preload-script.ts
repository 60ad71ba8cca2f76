import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { makeBridge } from './bridge.ts'
import { makeCodec } from './codec.ts'
import type { Session } from './devtools.ts'
import { type PreloadSettings, preloadWorld } from './preload-world.ts'
import { standardSchemes } from './schemes.ts'

/** What Electron's own isolated world is called. */
export const WORLD = 'Electron Isolated Context'

/**
 * Lets the preload run in every document that comes, in the top frame, before the page's own code: first the
 * page's half of the bridge, then the preload in its own world.
 */
export async function installPreload(
  session: Session,
  path: string,
  names: Pick<PreloadSettings, 'binding' | 'inbox'>,
): Promise<void> {
  const secret = JSON.stringify(randomUUID())
  const settings: PreloadSettings = {
    ...names,
    platform: process.platform,
    versions: { ...process.versions } as Record<string, string>,
    schemes: standardSchemes(),
  }
  const top = (code: string) => `if (window === window.top) { ${code} }`
  await session.send('Runtime.addBinding', { name: names.binding, executionContextName: WORLD })
  await session.send('Page.addScriptToEvaluateOnNewDocument', {
    source: top(`(${makeBridge})(${secret}, 'page', ${makeCodec})`),
  })
  await session.send('Page.addScriptToEvaluateOnNewDocument', {
    worldName: WORLD,
    source: top(`{
      const makeCodec = ${makeCodec}
      const bridge = (${makeBridge})(${secret}, 'preload', makeCodec)
      ;(${preloadWorld})(${JSON.stringify(settings)}, makeCodec(), bridge, function (require, module, exports, process) {
${readFileSync(path, 'utf8')}
})
    }`),
  })
}
