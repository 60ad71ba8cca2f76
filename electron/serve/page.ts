import { readdir, readFile } from 'node:fs/promises'
import { extname, join, relative, sep } from 'node:path'
import { NONCE_PLACEHOLDER } from '../../shared/contract/shell.ts'

const TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.webp': 'image/webp',
  '.woff2': 'font/woff2',
}

export interface PageFile {
  path: string
  mediaType: string
  /** The page itself, which goes out by {@link readIndex}. */
  isIndex: boolean
}

/** Files of the built page by their path in an address; "/" is the page itself. */
export type Page = ReadonlyMap<string, PageFile>

/** What is not listed here is not served: no path in an address ever reaches the file system. */
export async function listPage(folder: string): Promise<Page> {
  const page = new Map<string, PageFile>()
  for (const path of await filesBelow(folder)) {
    const address = `/${relative(folder, path).split(sep).join('/')}`
    page.set(address, typed(path, address === '/index.html'))
  }
  const index = page.get('/index.html')
  if (index) page.set('/', index)
  return page
}

/** Step by step: inside Electron's archive entries do not know the folder that they lie in. */
async function filesBelow(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true })
  const below = await Promise.all(
    entries.map((entry) => {
      const path = join(folder, entry.name)
      if (entry.isDirectory()) return filesBelow(path)
      return entry.isFile() ? [path] : []
    }),
  )
  return below.flat()
}

function typed(path: string, isIndex: boolean): PageFile {
  return { path, mediaType: TYPES[extname(path)] ?? 'application/octet-stream', isIndex }
}

/** The page itself, for one showing: the policy that goes with it lets in what carries this nonce. */
export async function readIndex(file: PageFile, nonce: string): Promise<string> {
  return (await readFile(file.path, 'utf8')).replaceAll(NONCE_PLACEHOLDER, nonce)
}
