import type { Page, PageFile } from './page.ts'

/** The faces of pages that stand where the window cannot, by their address: which of the built page's files they are. */
const faces: Readonly<Record<string, RegExp>> = {
  '/type/galley': /^\/assets\/source-serif-4-latin-opsz-normal-[\w-]+\.woff2$/,
  '/type/galley-italic': /^\/assets\/source-serif-4-latin-opsz-italic-[\w-]+\.woff2$/,
  '/type/interface': /^\/assets\/inter-latin-opsz-normal-[\w-]+\.woff2$/,
}

/**
 * The window's own face at that address, under a name that stays the same from build to build; null where the address
 * is another, or the page was not built. A reader then gets what their system has, see `plain-style.ts`.
 */
export function plainType(page: Page, path: string): PageFile | null {
  const face = Object.hasOwn(faces, path) ? faces[path] : undefined
  if (!face) return null
  for (const [address, file] of page) if (face.test(address)) return file
  return null
}
