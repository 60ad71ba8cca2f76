import { attribute, type Element, isElement, seenText } from './tree.ts'

/** How far a reference's own id may stand above its link: `<sup id="ref-1"><a href="#note-1">`. */
const idsAbove = 3
/** Elements that a note may be; nothing that could hold the whole story. */
const noteElements = new Set(['li', 'p', 'div', 'dd', 'aside', 'span', 'td', 'section'])

/** What a reference says: a number, a letter or two, a star or dagger, in whatever brackets. */
const sign = /^[\s[(]*(?:\d{1,4}|[a-z]{1,3}|[ivxlc]{1,6}|[*†‡§¶#]{1,3})[\s\])]*$/iu
/** A note is referred to now and then; a page of a hundred thousand links to one place is built to keep us busy. */
const mostReferences = 100
/** Longer than this it is no note but a part of the page that is linked to and fro. */
const longestNote = 4000

/** The footnotes of a page: which links refer to which notes. */
export interface PageNotes {
  /** The note that a link refers to. */
  noteOf(link: Element): Element | undefined
  isNote(element: Element): boolean
  /** Whether a link leads from a note back to the text. */
  isWayBack(link: Element): boolean
}

function links(root: Element, found: Element[] = []): Element[] {
  for (const child of root.childNodes) {
    if (!isElement(child)) continue
    if (child.tagName === 'a' && attribute(child, 'href').startsWith('#')) found.push(child)
    else links(child, found)
  }
  return found
}

function collectIds(root: Element, ids: Map<string, Element>): void {
  for (const child of root.childNodes) {
    if (!isElement(child)) continue
    const id = attribute(child, 'id') || (child.tagName === 'a' ? attribute(child, 'name') : '')
    if (id !== '' && !ids.has(id)) ids.set(id, child)
    collectIds(child, ids)
  }
}

function targetOf(link: Element): string {
  const target = attribute(link, 'href').slice(1)
  try {
    return decodeURIComponent(target)
  } catch {
    return target
  }
}

function above(element: Element, levels: number): Element[] {
  const found = [element]
  for (
    let parent = element.parentNode;
    isElement(parent) && found.length <= levels;
    parent = parent.parentNode
  )
    found.push(parent)
  return found
}

function isWithin(element: Element, outer: Element): boolean {
  for (let at: Element | null = element; at; at = isElement(at.parentNode) ? at.parentNode : null)
    if (at === outer) return true
  return false
}

/**
 * Finds footnotes by what makes them such, whatever the page calls them: a sign that links to an element of the same
 * page which holds a link back to it. Publishing tools, wikis, word processors and Stet itself write them so.
 */
export function findNotes(body: Element): PageNotes {
  const ids = new Map<string, Element>()
  collectIds(body, ids)
  const inPage = links(body)
  const linksTo = new Map<string, Element[]>()
  for (const link of inPage) {
    const target = targetOf(link)
    const known = linksTo.get(target)
    if (known) known.push(link)
    else linksTo.set(target, [link])
  }
  const notes = new Map<Element, Element>()
  const waysBack = new Set<Element>()
  const lengths = new Map<Element, number>()
  const isShort = (note: Element): boolean => {
    const length = lengths.get(note) ?? seenText(note).length
    lengths.set(note, length)
    return length <= longestNote
  }
  for (const link of inPage) {
    // The one that comes first in the page is the text: what leads back to it is no reference.
    if (waysBack.has(link) || !sign.test(seenText(link))) continue
    const named = ids.get(targetOf(link))
    // Word processors set the name on an empty anchor at the note's beginning.
    const note = named?.tagName === 'a' && isElement(named.parentNode) ? named.parentNode : named
    if (!note || !noteElements.has(note.tagName) || isWithin(link, note)) continue
    if (!isShort(note)) continue
    const own = above(link, idsAbove).map((element) => attribute(element, 'id') || attribute(element, 'name'))
    const back = own
      .filter((id) => id !== '')
      .flatMap((id) => linksTo.get(id)?.slice(0, mostReferences) ?? [])
      .filter((one) => isWithin(one, note))
    if (back.length === 0) continue
    notes.set(link, note)
    for (const one of back) waysBack.add(one)
  }
  const noteSet = new Set(notes.values())
  return {
    noteOf: (link) => notes.get(link),
    isNote: (element) => noteSet.has(element),
    isWayBack: (link) => waysBack.has(link),
  }
}
