import { createHash } from 'node:crypto'
import { createServer } from 'node:http'
import type { DeskRefusalCode, DeskRefused } from '../desk/refused.ts'
import { addressOf, cookieOf, hasKey, judge, makeDoor, newKey } from './door.ts'
import { securityHeaders } from './headers.ts'
import { listen, type Serving } from './serve.ts'

const ADVICE: Record<DeskRefusalCode, string> = {
  locked: 'Close the other Stet, then start this one again.',
  network:
    'A desk has to lie on a disk of this computer. Move the folder to one, or name another folder with --desk, then start Stet again.',
  newer: 'Get the newest Stet and open the desk with that. Nothing in the folder was changed.',
  damaged:
    'Nothing in the folder was changed. Copies of the desk lie in its folder “backups”: keep the whole folder safe, put the newest copy in place of stet.sqlite, then start Stet again.',
  readOnly: 'Make the folder writable, or name another one with --desk, then start Stet again.',
}

const FORGET_KEY = "history.replaceState(null, '', '/')"

const STYLE = `
  :root { color-scheme: light dark }
  body { font: 1.05rem/1.6 Georgia, serif; max-width: 36rem; margin: 18vh auto 0; padding: 0 1.5rem }
  h1 { font-size: 1.6rem; line-height: 1.2 }
  code { font-size: 0.9em; overflow-wrap: anywhere }`

const hashOf = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`

export const REFUSAL_POLICY = `default-src 'none'; style-src ${hashOf(STYLE)}; script-src ${hashOf(FORGET_KEY)}; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`

function toHtml(text: string): string {
  const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
  return text.replace(/[&<>"]/g, (character) => entities[character] ?? character)
}

export function refusalPage(refused: Pick<DeskRefused, 'code' | 'message'>, folder: string): string {
  return `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <title>Stet: the desk cannot be opened</title>
    <style>${STYLE}</style>
    <script>${FORGET_KEY}</script>
  </head>
  <body>
    <main role="alert">
      <h1>The desk cannot be opened</h1>
      <p>${toHtml(refused.message)}</p>
      <p><code>${toHtml(folder)}</code></p>
      <p>${toHtml(ADVICE[refused.code])}</p>
    </main>
  </body>
</html>
`
}

/** Instead of a desk that cannot be opened, says why; in the window, where the person looks. */
export async function serveRefusal(
  refused: DeskRefused,
  folder: string,
  options: { port: number; key?: string },
): Promise<Serving> {
  const server = createServer()
  const port = await listen(server, options.port)
  const door = makeDoor(port, options.key ?? newKey())
  const page = refusalPage(refused, folder)
  const headers = {
    ...securityHeaders(door.origin),
    'Content-Security-Policy': REFUSAL_POLICY,
  }
  server.on('request', (request, response) => {
    const address = addressOf(door, request)
    const isReading = request.method === 'GET' || request.method === 'HEAD'
    const isIn = address !== null && judge(door, request, address, !isReading).isIn
    if (!isIn || !isReading) {
      response.writeHead(403, headers).end()
      return
    }
    if (hasKey(door, address)) response.setHeader('Set-Cookie', cookieOf(door))
    const isPage = address.pathname === '/'
    response.writeHead(isPage ? 200 : 503, { ...headers, 'Content-Type': 'text/html; charset=utf-8' })
    response.end(request.method === 'HEAD' ? undefined : page)
  })
  return {
    url: `${door.origin}/?key=${door.key}`,
    port,
    close() {
      const closed = new Promise<void>((resolve) => server.close(() => resolve()))
      server.closeAllConnections()
      return closed
    },
  }
}
