import type { Node } from 'prosemirror-model'
import { countWords } from '../../shared/document/text.ts'
import { lineOf } from './characters.ts'
import { type BlockItem, droppedItem, type Item } from './items.ts'
import { endOfPageRule, type LineRule, lineRules, pageRules, sharePlatform } from './rules.ts'
import type { Rule } from './tree.ts'

/** No rule names a line longer than this, and none is tried on one. */
const maxLength = 900

/** The rule that says of a line that it is no part of a story; null where none does. */
export function lineRule(line: string): LineRule | null {
  const text = lineOf(line)
  if (text === '' || text.length > maxLength) return null
  const words = countWords(text)
  return (
    lineRules.find((rule) => words <= rule.maxWords && rule.matches.some((match) => match.test(text))) ?? null
  )
}

function isPlatform(text: string): boolean {
  return text.length <= 40 && sharePlatform.matches.test(text)
}

/** The lines that a block would be judged by: its text, or its entries for a list. Quotations have none. */
function linesOf(item: BlockItem): string[] {
  const { node } = item
  if (item.part !== 'body' || node.type.name === 'blockquote' || node.type.name === 'pullQuote') return []
  const lines: string[] = []
  if (node.isTextblock) lines.push(lineOf(node.textContent))
  else
    node.descendants((inner) => {
      if (inner.isTextblock) lines.push(lineOf(inner.textContent))
      return !inner.isTextblock
    })
  return lines.filter((line) => line !== '')
}

/**
 * Leaves out the lines that the listed rules name. A list is left out only when each of its entries is named.
 */
export function dropListedLines(items: readonly Item[]): Item[] {
  const lines = items.map((item) => (item.kind === 'block' ? linesOf(item) : []))
  const isShare = lines.map((of) => of.some((line) => lineRule(line)?.name === sharePlatform.name))
  const isLonePlatform = lines.map((of) => of.length > 0 && of.every(isPlatform))
  let opened = -1
  const judged = items.map((item, index): Item => {
    const own = lines[index] ?? []
    if (item.kind === 'dropped' || own.length === 0) return item
    const rules = own.map(
      (line) => lineRule(line) ?? (own.length > 1 && isPlatform(line) ? sharePlatform : null),
    )
    const [rule] = rules
    if (rule && rules.every((one) => one !== null)) {
      if ('opensEnd' in rule && opened < 0) opened = index
      return droppedItem(own.join('\n'), rule)
    }
    const besideShare = [index - 1, index + 1].some((beside) => isShare[beside] || isLonePlatform[beside])
    return isLonePlatform[index] && besideShare ? droppedItem(own.join('\n'), sharePlatform) : item
  })
  return opened < 0 ? judged : dropEnd(judged)
}

/** Whether a block is words of links and nothing else. */
function isAllLinks(node: Node): boolean {
  let words = 0
  let linked = 0
  node.descendants((inner) => {
    const length = inner.text?.trim().length ?? 0
    words += length
    if (inner.marks.some((mark) => mark.type.name === 'link')) linked += length
  })
  return words > 0 && words === linked
}

/**
 * Short labels, and blocks that are nothing but links, behind the comments or the "more stories" of a page, where
 * nothing else follows them.
 */
function dropEnd(items: readonly Item[]): Item[] {
  const ruleOf = (item: BlockItem): Rule | null => {
    const { node } = item
    if (item.part !== 'body' || node.type.name === 'blockquote' || node.type.name === 'pullQuote') return null
    const text = lineOf(node.textContent)
    if (isAllLinks(node)) return pageRules.links
    const isShort = node.isTextblock && text.length < maxLength && countWords(text) <= endOfPageRule.maxWords
    return isShort && endOfPageRule.isLabel(text) ? endOfPageRule : null
  }
  const lastKept = items.findLastIndex(
    (item) => item.kind === 'block' && item.node.type.name !== 'rule' && ruleOf(item) === null,
  )
  const openers = lineRules.filter((rule) => rule.opensEnd).map((rule) => rule.name)
  const end = items.findIndex(
    (item, index) => index > lastKept && item.kind === 'dropped' && openers.includes(item.rule.name),
  )
  if (end < 0) return [...items]
  return items.map((item, index) => {
    const rule = index > end && item.kind === 'block' ? ruleOf(item) : null
    return rule && item.kind === 'block' ? droppedItem(linesOf(item).join('\n'), rule) : item
  })
}
