import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { type Desk, openDesk } from '../../../electron/desk/desk.ts'
import { type ServeOptions, type Serving, serveDesk } from '../../../electron/serve/serve.ts'
import { NONCE_PLACEHOLDER } from '../../../shared/contract/shell.ts'

/** A folder that is taken away when the test is over. */
export async function makeFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'stet-serve-'))
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  return folder
}

/** A real desk in a folder of its own. */
export async function makeDesk(log?: (line: string) => void): Promise<Desk> {
  const desk = await openDesk({ folder: await makeFolder(), ...(log ? { log } : {}) })
  onTestFinished(() => desk.close())
  return desk
}

/** A page as a build leaves it, with a secret beside it that no address may reach. */
export async function makePage(): Promise<string> {
  const folder = await makeFolder()
  const page = join(folder, 'renderer')
  await mkdir(join(page, 'assets'), { recursive: true })
  await writeFile(
    join(page, 'index.html'),
    `<!doctype html><title>Stet</title><meta property="csp-nonce" nonce="${NONCE_PLACEHOLDER}">`,
  )
  await writeFile(join(page, 'assets', 'index-1.js'), 'export {}')
  await writeFile(join(folder, 'secret.txt'), 'secret')
  return page
}

export interface Place extends Serving {
  desk: Desk
  key: string
  origin: string
  host: string
  /** What our own page's requests carry. */
  own: Record<string, string>
}

export async function open(
  options: Partial<ServeOptions> = {},
  log?: (line: string) => void,
): Promise<Place> {
  const desk = await makeDesk(log)
  const pageFolder = options.pageFolder === undefined ? await makePage() : options.pageFolder
  const serving = await serveDesk(desk, { port: 0, ...options, pageFolder })
  onTestFinished(() => serving.close())
  const { origin, host, searchParams } = new URL(serving.url)
  const key = searchParams.get('key') ?? ''
  return {
    ...serving,
    desk,
    key,
    origin,
    host,
    own: { host, origin, cookie: `stet-${serving.port}=${key}` },
  }
}
