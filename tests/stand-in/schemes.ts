import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { Readable } from 'node:stream'
import type { ReadableStream as NodeStream } from 'node:stream/web'
import type Electron from 'electron'

type Handler = (request: Request) => Response | Promise<Response>

const privileged = new Set<string>()
const handlers = new Map<string, Handler>()

/** Browsers hold every name under it to be this machine, and so a secure context. */
const DOMAIN = 'localhost'
const SPLIT = /^([a-z][a-z0-9+.-]*):\/\/([^/?#]*)(.*)$/is

/**
 * No browser can be taught a scheme from outside. `stet://app/x` is therefore `http://app.stet.localhost/x` to
 * the browser, which resolves that name to our own server and to nothing else.
 */
export function toBrowser(url: string): string {
  const [, scheme = '', host = '', rest = ''] = SPLIT.exec(url) ?? []
  return privileged.has(scheme) ? `http://${host}.${scheme}.${DOMAIN}${rest}` : url
}

/** The address as the app wrote it. */
export function toApp(url: string): string {
  const [, protocol = '', host = '', rest = ''] = SPLIT.exec(url) ?? []
  const names = host.split('.')
  const scheme = names.at(-2) ?? ''
  if (protocol !== 'http' || names.at(-1) !== DOMAIN || !privileged.has(scheme)) return url
  return `${scheme}://${names.slice(0, -2).join('.')}${rest}`
}

/** Origins of the app's schemes within a header: a policy, a referrer, who asks. */
function translate(text: string, into: (url: string) => string): string {
  return text.replace(/[a-z][a-z0-9+.-]*:\/\/[^\s;,'"]+/gi, into)
}

export const protocol = {
  registerSchemesAsPrivileged(schemes) {
    for (const { scheme, privileges } of schemes) if (privileges?.standard) privileged.add(scheme)
  },
  handle(scheme, handler) {
    if (handlers.has(scheme)) throw new Error(`The scheme ${scheme} is already handled`)
    if (!privileged.has(scheme)) throw new Error(`The stand-in handles standard schemes alone, not ${scheme}`)
    handlers.set(scheme, handler as Handler)
  },
  unhandle(scheme) {
    handlers.delete(scheme)
  },
  isProtocolHandled: (scheme) => handlers.has(scheme),
} satisfies Pick<
  Electron.Protocol,
  'registerSchemesAsPrivileged' | 'handle' | 'unhandle' | 'isProtocolHandled'
>

export const standardSchemes = (): string[] => [...privileged]

/** Of an app's address; `URL` knows no origin of a scheme that is not the web's. */
export function originOf(url: string): string {
  return SPLIT.exec(url)?.slice(1, 3).join('://') ?? 'null'
}

async function answer(incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
  const url = toApp(`http://${incoming.headers.host}${incoming.url}`)
  const handler = handlers.get(url.split(':')[0] ?? '')
  if (!handler) {
    outgoing.writeHead(404).end()
    return
  }
  const headers = new Headers()
  for (const [name, value] of Object.entries(incoming.headers)) {
    if (typeof value === 'string' && !/^(host|connection|content-length)$/.test(name))
      headers.set(name, translate(value, toApp))
  }
  const method = incoming.method ?? 'GET'
  const hasBody = method !== 'GET' && method !== 'HEAD'
  const request = new Request(url, {
    method,
    headers,
    ...(hasBody ? { body: Readable.toWeb(incoming) as ReadableStream<Uint8Array>, duplex: 'half' } : {}),
  } as RequestInit)
  const response = await handler(request)
  outgoing.statusCode = response.status
  // What the app itself serves is kept by no cache.
  outgoing.setHeader('cache-control', 'no-store')
  for (const [name, value] of response.headers) outgoing.setHeader(name, translate(value, toBrowser))
  if (!response.body || method === 'HEAD') outgoing.end()
  else Readable.fromWeb(response.body as NodeStream).pipe(outgoing)
}

/** Serves the app's schemes; returns the browser's switch by which their names lead here. */
export async function serveSchemes(): Promise<string[]> {
  if (privileged.size === 0) return []
  const server = createServer((incoming, outgoing) => {
    answer(incoming, outgoing).catch((error: unknown) => {
      console.error(error)
      if (!outgoing.headersSent) outgoing.writeHead(500)
      outgoing.end()
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  server.unref()
  const address = server.address()
  const port = typeof address === 'object' && address ? address.port : 0
  const rules = [...privileged].map((scheme) => `MAP *.${scheme}.${DOMAIN} 127.0.0.1:${port}`)
  return [`--host-resolver-rules=${rules.join(',')}`]
}
