import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { type Memory, memorySchema, nothingRemembered } from './bounds.ts'

/** What the file says; nothing where it is missing or is not ours. */
export function readMemory(path: string): Memory {
  try {
    return memorySchema.parse(JSON.parse(readFileSync(path, 'utf8')))
  } catch {
    return nothingRemembered
  }
}

/** Whole or not at all; a window that is not remembered is no reason to bother anybody. */
export function writeMemory(path: string, memory: Memory): void {
  const half = `${path}.new`
  try {
    mkdirSync(dirname(path), { recursive: true })
    writeFileSync(half, JSON.stringify(memory))
    renameSync(half, path)
  } catch {
    // The next window opens in the usual place.
  }
}
