import { chmodSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'

/** Copies of the desk's files that other programs are shown. They are gone when Stet ends, or when it starts. */
export interface Copies {
  /** @returns the copy's absolute path; its name is the file's */
  write(name: string, bytes: Uint8Array): Promise<string>
  clear(): void
}

/** Names that Windows keeps for devices, whatever comes behind the dot. */
const DEVICES = /^(?:con|prn|aux|nul|com\d|lpt\d)(?=\.|$)/i

/** A file's name without anything that leads elsewhere or that some system does not take. */
export function safeName(name: string): string {
  const plain = name
    .replace(/[\p{Cc}<>:"/\\|?*\u202a-\u202e\u2066-\u2069]/gu, '_')
    .replace(/^\.+|[. ]+$/g, '')
    .replace(DEVICES, '_$&')
  const ending = /\.\w{1,10}$/.exec(plain)?.[0] ?? ''
  return plain.slice(0, 120 - ending.length).replace(ending, '') + ending || 'file'
}

/** Other programs open these without running anything that is in them. */
const HARMLESS = new Set(
  (
    'txt md markdown csv pdf rtf docx xlsx pptx odt ods odp epub png jpg jpeg gif webp avif heic tif tiff ' +
    'mp3 m4a wav flac ogg opus mp4 m4v mov webm eml'
  ).split(' '),
)

/** Whether a copy may be handed to the program that the system opens such files with; all else is only saved. */
export function isHarmless(name: string): boolean {
  return HARMLESS.has(/\.(\w+)$/.exec(safeName(name))?.[1]?.toLowerCase() ?? '')
}

/** @param folder for this user alone; nothing else may lie in it */
export function keepCopies(folder: string): Copies {
  const clear = () => rmSync(folder, { recursive: true, force: true, maxRetries: 3 })
  try {
    clear()
  } catch {
    // Windows holds on to what another program has open; the next start tries again.
  }
  return {
    async write(name, bytes) {
      mkdirSync(folder, { recursive: true, mode: 0o700 })
      chmodSync(folder, 0o700)
      const path = join(mkdtempSync(join(folder, 'copy-')), safeName(name))
      await writeFile(path, bytes, { mode: 0o600 })
      return path
    },
    clear() {
      try {
        clear()
      } catch {
        // As above.
      }
    },
  }
}
