import type { Fragment } from 'prosemirror-model'
import { type StoryField, schema, tailFields } from '../../shared/document/schema.ts'
import { tailLabels } from '../../shared/document/tail-labels.ts'
import { countWords } from '../../shared/document/text.ts'
import { lineOf } from './characters.ts'
import { isByline, isDateline } from './head-lines.ts'
import { type BlockItem, blockItem, type Item } from './items.ts'

/** A dek is a sentence or three. */
const maxDekWords = 60

/** Whether a line begins as Stet's own text and Markdown name what search engines and networks read. */
export function isLabelledLine(line: string): boolean {
  return labelOf(line) !== null
}

function labelOf(line: string): { name: (typeof tailFields)[number]; length: number } | null {
  for (const name of tailFields) {
    const start = `${tailLabels[name]}: `
    if (line.startsWith(start)) return { name, length: start.length }
  }
  return null
}

function isEndRule(item: Item | undefined): boolean {
  if (item?.kind !== 'block') return false
  return item.node.type.name === 'rule' || item.node.textContent === '* * *'
}

/**
 * Takes the lines behind a text's last rule for what they say they are ("Search title: …"), as the exports to text
 * and Markdown write them: only where all behind the rule are such lines, none of them twice.
 */
export function takeTail(items: readonly Item[]): {
  items: Item[]
  tail: Partial<Record<StoryField, Fragment>>
} {
  const tail: Partial<Record<StoryField, Fragment>> = {}
  let end = items.length
  for (; end > 0; end--) {
    const item = items[end - 1]
    if (item?.kind !== 'block' || item.node.type.name !== 'paragraph') break
    const label = labelOf(item.node.textContent)
    if (!label || tail[label.name]) break
    tail[label.name] = item.node.content.cut(label.length)
  }
  const isTail = end < items.length && isEndRule(items[end - 1])
  return isTail ? { items: items.slice(0, end - 1), tail } : { items: [...items], tail: {} }
}

/**
 * A paragraph alone between the headline and a byline or dateline is the dek: nothing else stands there in any
 * text that was written to be handed on.
 */
export function markLoneDek(items: readonly Item[]): Item[] {
  const index = items.findIndex((item) => item.kind === 'block' && item.part === 'headline')
  const dek = items[index + 1]
  const below = items[index + 2]
  const isPlain = (item: Item | undefined): item is BlockItem =>
    item?.kind === 'block' && item.part === 'body' && item.node.type.name === 'paragraph'
  if (index < 0 || !isPlain(dek) || !isPlain(below)) return [...items]
  const [line, next] = [lineOf(dek.node.textContent), lineOf(below.node.textContent)]
  const isDek = !isByline(line) && !isDateline(line) && countWords(line) <= maxDekWords
  if (!isDek || !(isByline(next) || isDateline(next))) return [...items]
  return items.map((item) =>
    item === dek ? blockItem(schema.node('paragraph', null, dek.node.content), 0, 'dek') : item,
  )
}
