import { readFile } from 'node:fs/promises'
import { badInput } from './failure.ts'

/** @throws CommandFailed (exit 2) where the file cannot be read */
export async function readBytes(file: string): Promise<Uint8Array> {
  try {
    return await readFile(file)
  } catch (error) {
    throw badInput(`${file} cannot be read: ${reasonOf(error)}`, 'UNREADABLE')
  }
}

/** What a file holds, or standard input for “-”. */
export async function readInput(file: string): Promise<Uint8Array> {
  if (file !== '-') return await readBytes(file)
  const parts: Buffer[] = []
  for await (const part of process.stdin) parts.push(Buffer.from(part))
  return Buffer.concat(parts)
}

/** In plain words, why the operating system did not do something with a file. */
export function reasonOf(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  if (code === 'ENOENT') return 'it does not exist'
  if (code === 'EISDIR') return 'it is a folder'
  if (code === 'ENOTDIR') return 'part of its path is not a folder'
  if (code === 'EACCES' || code === 'EPERM') return 'permission is missing'
  if (code === 'EROFS') return 'the disk is read-only'
  return error instanceof Error ? error.message : String(error)
}
