import { randomUUID } from 'node:crypto'
import { realpath, rename, rm, stat, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { CommandFailed } from './failure.ts'
import { reasonOf } from './files.ts'

/**
 * Writes what was made to a file, or under `name` into a folder. A file that is there is replaced.
 *
 * @returns the file
 * @throws CommandFailed where it cannot be written: exit 2 if its path is at fault, else 1
 */
export async function writeExport(out: string, name: string, bytes: Uint8Array): Promise<string> {
  const file = (await isFolder(out)) ? join(out, name) : out
  await writeOut(file, bytes)
  return file
}

async function isFolder(path: string): Promise<boolean> {
  return (await kindOf(path)) === 'folder'
}

/** What stands at a path, links followed. */
async function kindOf(path: string): Promise<'folder' | 'file' | 'device' | 'nothing'> {
  try {
    const found = await stat(path)
    if (found.isDirectory()) return 'folder'
    return found.isFile() ? 'file' : 'device'
  } catch {
    return 'nothing'
  }
}

async function writeOut(file: string, bytes: Uint8Array): Promise<void> {
  try {
    const kind = await kindOf(file)
    if (kind === 'device') await writeFile(file, bytes)
    else await writeWhole(kind === 'file' ? await realpath(file) : file, bytes)
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : ''
    const isPath = ['ENOENT', 'ENOTDIR', 'EISDIR', 'EACCES', 'EPERM', 'EROFS'].includes(code)
    const message = `${file} cannot be written: ${code === 'ENOENT' ? 'its folder does not exist' : reasonOf(error)}`
    throw new CommandFailed(isPath ? 2 : 1, 'UNWRITABLE', message)
  }
}

/** Under a name of its own first, so that a full disk or a crash never leaves half a file in its place. */
async function writeWhole(file: string, bytes: Uint8Array): Promise<void> {
  const unfinished = join(dirname(file), `.${randomUUID()}.part`)
  try {
    await writeFile(unfinished, bytes, { flag: 'wx' })
    await rename(unfinished, file)
  } catch (error) {
    await rm(unfinished, { force: true })
    throw error
  }
}
