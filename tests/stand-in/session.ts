import { EventEmitter } from 'node:events'
import type Electron from 'electron'
import type { Protocol } from './devtools.ts'
import type { DownloadItem } from './download.ts'
import { browser } from './engine.ts'
import { makeEvent } from './event.ts'
import { originOf, protocol, toBrowser } from './schemes.ts'
import type { WebContents } from './web-contents.ts'

type CheckHandler = (
  contents: WebContents | null,
  permission: string,
  origin: string,
  details: object,
) => boolean
type RequestHandler = (
  contents: WebContents,
  permission: string,
  answer: (isGranted: boolean) => void,
  details: object,
) => void

/** Electron's names for what a page may ask for, and the browser's. */
const PERMISSIONS: readonly (readonly [string, Protocol.Browser.PermissionDescriptor])[] = [
  ['clipboard-read', { name: 'clipboard-read' }],
  ['clipboard-sanitized-write', { name: 'clipboard-write' }],
  ['geolocation', { name: 'geolocation' }],
  ['idle-detection', { name: 'idle-detection' }],
  ['media', { name: 'camera' }],
  ['media', { name: 'microphone' }],
  ['midi', { name: 'midi' }],
  ['midiSysex', { name: 'midi', sysex: true }],
  ['notifications', { name: 'notifications' }],
  ['storage-access', { name: 'storage-access' }],
  ['window-management', { name: 'window-management' }],
]

interface Verdict {
  cancel?: boolean
  redirectURL?: string
}
type Details = Record<string, unknown> & { url: string }
type BeforeRequest = (details: Details, answer: (verdict: Verdict) => void) => void

/** A pattern as the app writes it: `<all_urls>`, or an address with stars. */
function matches(pattern: string, url: string): boolean {
  if (pattern === '<all_urls>') return true
  const source = pattern.replace(/[.+?^${}()|[\]\\]/g, '\\$&').replace(/\*/g, '.*')
  return new RegExp(`^${source}$`, 'i').test(url)
}

class WebRequest {
  #patterns: readonly string[] = ['<all_urls>']
  #listener: BeforeRequest | null = null

  onBeforeRequest(first: { urls: string[] } | BeforeRequest | null, second?: BeforeRequest | null): void {
    const isFiltered = typeof first === 'object' && first !== null
    this.#patterns = isFiltered ? first.urls : ['<all_urls>']
    this.#listener = isFiltered ? (second ?? null) : first
  }

  judge(details: Details): Promise<Verdict> {
    const listener = this.#listener
    if (!listener || !this.#patterns.some((pattern) => matches(pattern, details.url)))
      return Promise.resolve({})
    return new Promise((resolve) => listener(details, resolve))
  }
}

class Session extends EventEmitter {
  readonly protocol = protocol
  readonly webRequest = new WebRequest()
  readonly availableSpellCheckerLanguages = [
    'de',
    'en-GB',
    'en-US',
    'es',
    'fr',
    'it',
    'nl',
    'pl',
    'pt-BR',
    'sv',
  ]
  readonly #words = new Set<string>()
  #check: CheckHandler | null = null
  #request: RequestHandler | null = null
  #languages: string[] = ['en-US']
  #isSpellChecked = true

  setPermissionCheckHandler(handler: CheckHandler | null): void {
    this.#check = handler
  }

  setPermissionRequestHandler(handler: RequestHandler | null): void {
    this.#request = handler
  }

  /** As in Electron, what no handler forbids is granted. */
  async applyPermissions(url: string, contents: WebContents): Promise<void> {
    const origin = originOf(url)
    if (!/^[a-z]+:\/\/[^/]/i.test(origin)) return
    for (const [permission, descriptor] of PERMISSIONS) {
      const details = {
        requestingUrl: url,
        isMainFrame: true,
        embeddingOrigin: origin,
        securityOrigin: origin,
      }
      const isChecked = this.#check?.(contents, permission, origin, details) ?? true
      const isGranted =
        isChecked &&
        (await new Promise<boolean>((resolve) => {
          if (this.#request) this.#request(contents, permission, resolve, details)
          else resolve(true)
        }))
      await (await browser())
        .send('Browser.setPermission', {
          permission: descriptor,
          setting: isGranted ? 'granted' : 'denied',
          origin: originOf(toBrowser(url)),
        })
        .catch(() => {})
    }
  }

  /** @returns false where the app would not have it */
  offerDownload(item: DownloadItem, contents: WebContents | undefined): boolean {
    const event = makeEvent()
    this.emit('will-download', event, item, contents)
    return !event.defaultPrevented
  }

  setSpellCheckerLanguages(languages: string[]): void {
    for (const language of languages) {
      if (!this.availableSpellCheckerLanguages.includes(language))
        throw new Error(`Invalid language code provided: "${language}" is not a valid language code`)
    }
    this.#languages = [...languages]
  }

  getSpellCheckerLanguages(): string[] {
    return [...this.#languages]
  }

  setSpellCheckerEnabled(isEnabled: boolean): void {
    this.#isSpellChecked = isEnabled
  }

  isSpellCheckerEnabled(): boolean {
    return this.#isSpellChecked
  }

  setSpellCheckerDictionaryDownloadURL(): void {}

  addWordToSpellCheckerDictionary(word: string): boolean {
    this.#words.add(word)
    return true
  }

  listWordsInSpellCheckerDictionary(): Promise<string[]> {
    return Promise.resolve([...this.#words])
  }
}

const defaultSession = new Session()
defaultSession satisfies Pick<
  Electron.Session,
  'setSpellCheckerLanguages' | 'setSpellCheckerEnabled' | 'addWordToSpellCheckerDictionary'
>

export const session = {
  defaultSession,
  fromPartition(): never {
    throw new Error('the stand-in has the default session alone')
  },
}
