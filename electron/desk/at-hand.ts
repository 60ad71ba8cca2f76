import { type FileHash, fileHashSchema } from '../../shared/model/ids.ts'
import type { Blobs } from '../store/files.ts'

/** Bytes that are on this desk's disk, by hash, with their size. */
export type FilesAtHand = ReadonlyMap<FileHash, number>

/**
 * The size of a file on the disk; null where it is not there or its bytes went bad. Exports that are held in
 * memory do not count, they are gone tomorrow.
 */
export async function sizeAtHand(blobs: Blobs, hash: FileHash): Promise<number | null> {
  if (!fileHashSchema.safeParse(hash).success || (await blobs.check(hash)) !== 'whole') return null
  const found = await blobs.stream(hash)
  found?.stream.destroy()
  return found?.sizeBytes ?? null
}
