import type { Node } from '@tiptap/pm/model'
import { type EditorState, Plugin, PluginKey, TextSelection, type Transaction } from '@tiptap/pm/state'
import { Decoration, DecorationSet } from '@tiptap/pm/view'
import type { Stretch } from '../../shared/document/sentences.ts'

export interface FindState {
  readonly isOpen: boolean
  readonly withReplace: boolean
  readonly query: string
  readonly matchCase: boolean
  readonly wholeWords: boolean
  readonly matches: readonly Stretch[]
  /** Index of the match that stands selected, -1 where none does. */
  readonly current: number
  readonly search: Search
  readonly drawn: DecorationSet
  /** Rises when the bar is asked for again, so that it takes the focus. */
  readonly asked: number
}

const closed: FindState = {
  isOpen: false,
  withReplace: false,
  query: '',
  matchCase: false,
  wholeWords: false,
  matches: [],
  current: -1,
  search: () => [],
  drawn: DecorationSet.empty,
  asked: 0,
}

export const findKey = new PluginKey<FindState>('find')

/** Quotation marks, apostrophes and spaces match their kin: nobody types the curly ones into a search. */
function patternOf(query: string, matchCase: boolean, wholeWords: boolean): RegExp {
  const escaped = query
    .replace(/[.*+?^${}()|[\]\\]/gu, '\\$&')
    .replace(/['‘’]/gu, "['‘’]")
    .replace(/["“”„]/gu, '["“”„]')
    .replace(/[-‐‑]/gu, '[-‐‑]')
    .replace(/\s+/gu, '\\s+')
  const pattern = wholeWords ? `(?<![\\p{L}\\p{N}])${escaped}(?![\\p{L}\\p{N}])` : escaped
  return new RegExp(pattern, matchCase ? 'gu' : 'giu')
}

interface FindOptions {
  readonly matchCase?: boolean
  readonly wholeWords?: boolean
}

type Search = (document: Node) => Stretch[]

/** Looks for a query again and again in a text that is edited meanwhile: each block is searched once. */
function searchFor(query: string, options: FindOptions): Search {
  if (query === '') return () => []
  const pattern = patternOf(query, options.matchCase === true, options.wholeWords === true)
  const found = new WeakMap<Node, readonly Stretch[]>()

  /** Positions counted from just before the block. */
  function searchBlock(block: Node): readonly Stretch[] {
    const known = found.get(block)
    if (known) return known
    const matches: Stretch[] = []
    const read = (node: Node, start: number): boolean => {
      if (!node.isTextblock) return true
      const text = node.textBetween(0, node.content.size, undefined, '\ufffc')
      for (const match of text.matchAll(pattern)) {
        const from = start + match.index
        if (match[0] !== '') matches.push({ from, to: from + match[0].length })
      }
      return false
    }
    if (read(block, 1)) block.descendants((node, position) => read(node, position + 2))
    found.set(block, matches)
    return matches
  }

  return (document) => {
    const matches: Stretch[] = []
    document.forEach((block, offset) => {
      for (const { from, to } of searchBlock(block)) matches.push({ from: offset + from, to: offset + to })
    })
    return matches
  }
}

/** Where a query stands in a document, block by block, in order. */
export function findAll(document: Node, query: string, options: FindOptions = {}): Stretch[] {
  return searchFor(query, options)(document)
}

function searched(document: Node, find: FindState, near: number): FindState {
  const matches = find.search(document)
  const next = matches.findIndex((match) => match.to > near)
  return drawn(document, { ...find, matches, current: matches.length === 0 ? -1 : Math.max(0, next) })
}

/** So many matches are painted at most; more would only be a coloured page. */
const paintedCount = 2000

function drawn(document: Node, find: FindState): FindState {
  const from = Math.max(0, find.current - paintedCount / 2)
  const painted = find.matches.slice(from, from + paintedCount).map((match, i) =>
    Decoration.inline(match.from, match.to, {
      class: from + i === find.current ? 'found found-current' : 'found',
    }),
  )
  return { ...find, drawn: DecorationSet.create(document, painted) }
}

/** Changes what is looked for; the first match from the selection on becomes the current one. */
export function setFind(state: EditorState, change: Partial<FindState>): Transaction {
  return state.tr.setMeta(findKey, change).setMeta('addToHistory', false)
}

/** Opens the bar, looking for the selected words where a few are selected. */
export function openFind(state: EditorState, withReplace: boolean): Transaction {
  const { from, to, $from, $to } = state.selection
  const selected =
    to > from && to - from < 200 && $from.sameParent($to) ? state.doc.textBetween(from, to) : ''
  const find = findKey.getState(state) ?? closed
  return setFind(state, {
    isOpen: true,
    withReplace: withReplace || (find.isOpen && find.withReplace),
    query: selected || find.query,
    asked: find.asked + 1,
  })
}

/** Goes on to the next or the previous match, round the end. */
export function stepFind(state: EditorState, direction: -1 | 1): Transaction | null {
  const find = findKey.getState(state)
  if (!find || find.matches.length === 0) return null
  const { from, to } = state.selection
  const here = find.matches.findIndex((match) => match.from === from && match.to === to)
  const count = find.matches.length
  let next: number
  if (here >= 0) next = (here + direction + count) % count
  else if (direction > 0)
    next = Math.max(
      0,
      find.matches.findIndex((match) => match.from >= from),
    )
  else next = (find.matches.findLastIndex((match) => match.to <= from) + count) % count
  const match = find.matches[next]
  if (!match) return null
  return setFind(state, { current: next })
    .setSelection(TextSelection.create(state.doc, match.from, match.to))
    .scrollIntoView()
}

/** Replaces the current match; words keep their marks, and so claims stay on them. */
export function replaceCurrent(state: EditorState, replacement: string): Transaction | null {
  const find = findKey.getState(state)
  const match = find?.matches[find.current]
  if (!match) return null
  const transaction = replaceIn(state.tr, match, replacement)
  return transaction
    .setSelection(TextSelection.create(transaction.doc, match.from + replacement.length))
    .scrollIntoView()
}

function replaceIn(transaction: Transaction, match: Stretch, replacement: string): Transaction {
  return replacement === ''
    ? transaction.delete(match.from, match.to)
    : transaction.insertText(replacement, match.from, match.to)
}

/** Replaces every match in one step back. */
export function replaceAll(state: EditorState, replacement: string): Transaction | null {
  const matches = findKey.getState(state)?.matches ?? []
  if (matches.length === 0) return null
  const transaction = state.tr
  for (const match of [...matches].reverse()) replaceIn(transaction, match, replacement)
  return transaction
}

export function find(): Plugin<FindState> {
  return new Plugin<FindState>({
    key: findKey,
    state: {
      init: () => closed,
      apply(transaction, before, _old, state) {
        const change = transaction.getMeta(findKey) as Partial<FindState> | undefined
        if (!change && !(transaction.docChanged && before.isOpen)) return before
        const next = { ...before, ...change }
        if (!next.isOpen) return { ...next, matches: [], current: -1, drawn: DecorationSet.empty }
        const isOther =
          next.query !== before.query ||
          next.matchCase !== before.matchCase ||
          next.wholeWords !== before.wholeWords
        const search = isOther ? searchFor(next.query, next) : before.search
        if (isOther || !before.isOpen || transaction.docChanged)
          return searched(state.doc, { ...next, search }, state.selection.from)
        return next.current === before.current ? next : drawn(state.doc, next)
      },
    },
    props: {
      decorations: (state) => findKey.getState(state)?.drawn,
    },
  })
}
