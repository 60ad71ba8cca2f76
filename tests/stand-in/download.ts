import { EventEmitter } from 'node:events'
import { copyFileSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import type Electron from 'electron'
import { dialog } from './dialog.ts'
import { browser, downloadFolder } from './engine.ts'
import { toApp } from './schemes.ts'
import { session } from './session.ts'
import { windows } from './windows.ts'

type State = 'progressing' | 'completed' | 'cancelled' | 'interrupted'

export class DownloadItem extends EventEmitter {
  readonly #id: string
  readonly #url: string
  readonly #name: string
  #savePath = ''
  #options: Electron.SaveDialogOptions = {}
  #state: State = 'progressing'
  #receivedBytes = 0
  #totalBytes = 0

  constructor(id: string, url: string, name: string) {
    super()
    this.#id = id
    this.#url = url
    this.#name = name
  }

  getURL = (): string => this.#url
  getFilename = (): string => this.#name
  getState = (): State => this.#state
  getReceivedBytes = (): number => this.#receivedBytes
  getTotalBytes = (): number => this.#totalBytes
  getSavePath = (): string => this.#savePath
  get savePath(): string {
    return this.#savePath
  }
  set savePath(path: string) {
    this.#savePath = path
  }
  setSavePath(path: string): void {
    this.#savePath = path
  }
  getSaveDialogOptions = (): Electron.SaveDialogOptions => this.#options
  setSaveDialogOptions(options: Electron.SaveDialogOptions): void {
    this.#options = options
  }
  cancel(): void {
    void browser().then((one) => one.tell('Browser.cancelDownload', { guid: this.#id }))
    this.end('cancelled')
  }

  progress(receivedBytes: number, totalBytes: number): void {
    this.#receivedBytes = receivedBytes
    this.#totalBytes = totalBytes
    this.emit('updated', {}, 'progressing')
  }

  /** @param path where the browser has put it: a test that looks on may have changed that */
  end(state: Exclude<State, 'progressing'>, path = join(downloadFolder(), this.#id)): void {
    if (this.#state !== 'progressing') return
    this.#state = state
    if (state === 'completed') {
      copyFileSync(path, `${this.#savePath}.part`)
      renameSync(`${this.#savePath}.part`, this.#savePath)
    }
    rmSync(path, { force: true })
    this.emit('done', {}, state)
  }
}

/** Whoever sets no path has the person asked for one, as Electron does. */
async function place(item: DownloadItem): Promise<boolean> {
  if (item.savePath) return true
  const options = { defaultPath: item.getFilename(), ...item.getSaveDialogOptions() }
  const { canceled, filePath } = await dialog.showSaveDialog(options)
  if (!canceled && filePath) item.setSavePath(filePath)
  return Boolean(item.savePath)
}

/** Tells the app of what its pages download. */
export async function watchDownloads(): Promise<void> {
  const items = new Map<string, { item: DownloadItem; isPlaced: Promise<boolean> }>()
  const devtools = await browser()
  devtools.on('Browser.downloadWillBegin', ({ guid, url, suggestedFilename, frameId }) => {
    const item = new DownloadItem(guid, toApp(url), suggestedFilename)
    const contents = [...windows].map((one) => one.webContents).find((one) => one.frame(frameId))
    const isWanted = session.defaultSession.offerDownload(item, contents)
    const isPlaced = isWanted ? place(item) : Promise.resolve(false)
    items.set(guid, { item, isPlaced })
    void isPlaced.then((is) => {
      if (!is) item.cancel()
    })
  })
  devtools.on('Browser.downloadProgress', ({ guid, state, receivedBytes, totalBytes, filePath }) => {
    const known = items.get(guid)
    if (!known) return
    const { item, isPlaced } = known
    item.progress(receivedBytes, totalBytes)
    if (state === 'inProgress') return
    items.delete(guid)
    void isPlaced.then((is) => {
      if (is) item.end(state === 'completed' ? 'completed' : 'cancelled', filePath)
    })
  })
}
