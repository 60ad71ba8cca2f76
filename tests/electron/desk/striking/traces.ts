import { readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { unzipSync } from 'fflate'

/** Every way in which a word of letters can lie in a file without any program of ours having read it. */
function waysOf(word: string): { way: string; bytes: Buffer }[] {
  const cases = [word, word.toLowerCase(), word.toUpperCase()]
  return cases.flatMap((text) => [
    { way: 'UTF-8', bytes: Buffer.from(text, 'utf8') },
    { way: 'UTF-16', bytes: Buffer.from(text, 'utf16le') },
    { way: 'UTF-16, high byte first', bytes: Buffer.from(text, 'utf16le').swap16() },
  ])
}

/** Where any of `words` still lies, file by file: its names, its bytes, and those of what is packed in it. */
export function tracesOf(folder: string, words: readonly string[]): string[] {
  const found: string[] = []
  const look = (name: string, bytes: Buffer) => {
    for (const word of words) {
      if (name.toLowerCase().includes(word.toLowerCase())) found.push(`${name} (its name)`)
      for (const { way, bytes: wanted } of waysOf(word)) {
        if (bytes.includes(wanted)) found.push(`${name} holds ${word} (${way})`)
      }
    }
    if (bytes.toString('latin1', 0, 4) !== 'PK\x03\x04') return
    for (const [part, inner] of Object.entries(unzipSync(bytes))) look(`${name}!${part}`, Buffer.from(inner))
  }
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue
    const path = join(entry.parentPath, entry.name)
    look(relative(folder, path), readFileSync(path))
  }
  return [...new Set(found)].sort()
}
