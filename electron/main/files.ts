import { open, rename, rm, writeFile } from 'node:fs/promises'
import { basename, dirname, extname, join } from 'node:path'
import {
  app,
  type BaseWindow,
  BrowserWindow,
  dialog,
  type FileFilter,
  session,
  shell,
  type WebContents,
} from 'electron'
import { z } from 'zod'
import { APP_ORIGIN, CHOOSE_CHANNEL, DRAG_CHANNEL, OPEN_COPY_CHANNEL } from '../../shared/contract/shell.ts'
import type { ChosenFile } from '../../shared/contract/shell-messages.ts'
import { type FileHash, fileHashSchema } from '../../shared/model/ids.ts'
import { BLOB_LIMIT_BYTES } from '../serve/limits.ts'
import { type Copies, isHarmless, safeName } from './copies.ts'
import type { DeskProcess } from './desk-process.ts'
import { fileProblem } from './file-problems.ts'
import type { Log } from './log.ts'
import { answerVerb, onVerb } from './sender.ts'
import { words } from './words.ts'

/** What Stet opens; `electron-builder.yml` tells the system the same. */
const storyFiles = (): FileFilter => ({
  name: words().stories,
  extensions: ['txt', 'md', 'markdown', 'html', 'htm', 'json'],
})
const everyFile = (): FileFilter => ({ name: words().allFiles, extensions: ['*'] })

const fileSchema = z.tuple([fileHashSchema, z.string().min(1).max(255)])

export interface Files {
  /** Brings a file of the disk to the desk; null where that failed and was said. */
  bring(path: string, window: BaseWindow | null): Promise<ChosenFile | null>
}

/** Files on their way between the disk and the desk: dialogs, copies, and what the windows may ask of both. */
export function handleFiles(desk: DeskProcess, copies: Copies, log: Log): Files {
  /** Where a file was saved last, for as long as Stet runs. */
  let savedIn: string | null = null

  async function complain(window: BaseWindow | null, message: string, error: unknown) {
    log.error('file', error)
    const options = { type: 'error' as const, message, detail: fileProblem(error) }
    if (window && !window.isDestroyed()) await dialog.showMessageBox(window, options)
    else await dialog.showMessageBox(options)
  }

  async function bring(path: string, window: BaseWindow | null): Promise<ChosenFile | null> {
    const name = basename(path)
    try {
      const bytes = await readWhole(path)
      const answer = await (await desk.filesSoon())?.put(bytes)
      if (answer?.kind === 'stored') return { name: name.slice(0, 255), hash: answer.hash }
      throw new Error('the desk did not take it')
    } catch (error) {
      await complain(window, words().notOpened(name), error)
      return null
    }
  }

  async function bytesOf(hash: FileHash): Promise<Uint8Array> {
    const answer = await (await desk.filesSoon())?.get(hash)
    if (answer?.kind === 'found') return answer.bytes
    throw new Error('the desk did not give it')
  }

  async function save(window: BaseWindow, hash: FileHash, name: string) {
    const proposed = safeName(name)
    const ending = extname(proposed).slice(1)
    const { canceled, filePath } = await dialog.showSaveDialog(window, {
      defaultPath: join(savedIn ?? app.getPath('downloads'), proposed),
      filters: ending ? [{ name: ending.toUpperCase(), extensions: [ending] }, everyFile()] : [everyFile()],
      properties: ['createDirectory', 'showOverwriteConfirmation'],
    })
    if (canceled || !filePath) return
    try {
      await writeWhole(filePath, await bytesOf(hash))
      savedIn = dirname(filePath)
    } catch (error) {
      await complain(window, words().fileNotSaved(basename(filePath)), error)
    }
  }

  async function openCopy(window: BaseWindow, hash: FileHash, name: string) {
    if (!isHarmless(name)) return await save(window, hash, name)
    try {
      const problem = await shell.openPath(await copies.write(name, await bytesOf(hash)))
      if (problem) await save(window, hash, name)
    } catch (error) {
      await complain(window, words().notOpened(name), error)
    }
  }

  async function dragOut(sender: WebContents, hash: FileHash, name: string) {
    try {
      const file = await copies.write(name, await bytesOf(hash))
      const icon = await app.getFileIcon(file)
      if (!sender.isDestroyed()) sender.startDrag({ file, icon })
    } catch (error) {
      log.error('drag', error)
    }
  }

  const windowOf = (sender: WebContents) => BrowserWindow.fromWebContents(sender)

  answerVerb(CHOOSE_CHANNEL, z.tuple([]), async (sender): Promise<ChosenFile[]> => {
    const window = windowOf(sender)
    if (!window) return []
    const { canceled, filePaths } = await dialog.showOpenDialog(window, {
      filters: [storyFiles(), everyFile()],
      properties: ['openFile', 'multiSelections'],
    })
    const chosen: ChosenFile[] = []
    for (const path of canceled ? [] : filePaths) {
      const file = await bring(path, window)
      if (file) chosen.push(file)
    }
    return chosen
  })
  onVerb(DRAG_CHANNEL, fileSchema, ({ sender }, [hash, name]) => void dragOut(sender, hash, name))
  onVerb(OPEN_COPY_CHANNEL, fileSchema, ({ sender }, [hash, name]) => {
    const window = windowOf(sender)
    if (window) void openCopy(window, hash, name)
  })
  // What the page hands to a browser to save: main writes the file itself, whole or not at all.
  session.defaultSession.on('will-download', (event, item, sender) => {
    event.preventDefault()
    const hash = fileHashSchema.safeParse(item.getURL().slice(`${APP_ORIGIN}/blob/`.length))
    const window = windowOf(sender)
    if (!window || !item.getURL().startsWith(`${APP_ORIGIN}/blob/`) || !hash.success) return
    void save(window, hash.data, item.getFilename())
  })

  return { bring }
}

/** @throws with code EFBIG where there are more bytes than the desk takes */
async function readWhole(path: string): Promise<Uint8Array> {
  const file = await open(path, 'r')
  try {
    const { size } = await file.stat()
    if (size > BLOB_LIMIT_BYTES) throw Object.assign(new Error('too large'), { code: 'EFBIG' })
    return await file.readFile()
  } finally {
    await file.close()
  }
}

/** A file that was there before is replaced only by a whole one. */
async function writeWhole(path: string, bytes: Uint8Array): Promise<void> {
  const half = join(dirname(path), `.${basename(path)}.${process.pid}.part`)
  try {
    await writeFile(half, bytes)
    await rename(half, path)
  } catch (error) {
    await rm(half, { force: true })
    throw error
  }
}
