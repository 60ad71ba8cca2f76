import { readFileSync } from 'node:fs'
import { type ImportedStory, readImport } from '../../../electron/import/read.ts'
import { bodyOf, fieldOf } from '../../../shared/document/build.ts'
import type { StoryField } from '../../../shared/document/schema.ts'

/** Where outside material lies beside the project on machines that have it. */
export const sharedFolder = new URL('../../../../shared/', import.meta.url)

export function importText(text: string, name: string): ImportedStory {
  return readImport(new TextEncoder().encode(text), name)
}

export function importFixture(name: string): ImportedStory {
  return readImport(readFileSync(new URL(`../../fixtures/import/${name}`, import.meta.url)), name)
}

/** The body as lines of `name: text`, a crosshead with its level; nested blocks are set off by "/". */
export function outline(story: ImportedStory): string[] {
  return bodyOf(story.document).map((block) => {
    const level = block.type.name === 'crosshead' ? String(block.attrs.level) : ''
    const texts: string[] = []
    if (block.isTextblock) texts.push(block.textContent)
    block.descendants((node) => {
      if (node.isTextblock) texts.push(node.textContent)
    })
    return `${block.type.name}${level}: ${texts.join(' / ')}`
  })
}

export function field(story: ImportedStory, name: StoryField): string {
  return fieldOf(story.document, name).textContent
}

/** What was left out, as `rule: text`. */
export function droppedParts(story: ImportedStory): string[] {
  return story.receipt.dropped.map((part) => `${part.rule}: ${part.text}`)
}

export function changedParts(story: ImportedStory): string[] {
  return story.receipt.changed.map((part) => `${part.count} ${part.what}`)
}

/** Words as a multiset. */
export function wordCounts(text: string): Map<string, number> {
  const counts = new Map<string, number>()
  for (const word of text.match(/[\p{L}\p{N}]+/gu) ?? []) counts.set(word, (counts.get(word) ?? 0) + 1)
  return counts
}

/** All that an import has to show for a file: the words of its document and of what it left out. */
export function allWords(story: ImportedStory): string {
  const texts: string[] = story.receipt.dropped.map((part) => part.text)
  story.document.descendants((node) => {
    if (node.isTextblock) texts.push(node.textContent)
  })
  return texts.join('\n')
}
