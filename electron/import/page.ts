import { type DefaultTreeAdapterMap, defaultTreeAdapter, parse, type TreeAdapter } from 'parse5'
import { collapseSpace } from './characters.ts'
import { limits } from './limits.ts'
import type { PageHead } from './page-head.ts'
import { attribute, type Element, isElement } from './tree.ts'
import { Unreadable } from './unreadable.ts'

export interface Page {
  readonly body: Element
  readonly head: PageHead
}

/**
 * A page parsed as browsers parse it, and nothing else done: no script runs, nothing is fetched.
 *
 * @throws Unreadable where it is built to exhaust its reader (see `limits`)
 */
export function parsePage(html: string): Page {
  refuseAttributeFloods(html)
  const document = parse(html, { scriptingEnabled: false, treeAdapter: boundedAdapter() })
  refuseDepth(document)
  const root = document.childNodes.find(isElement)
  const body = root?.childNodes.filter(isElement).find((element) => element.tagName === 'body')
  if (!root || !body)
    throw new Unreadable('This page is a set of frames. Open the frame that holds the story and save that.')
  return { body, head: readHead(root) }
}

/** parse5's own tree, bounded in size: misnested tags can make few bytes many nodes. */
function boundedAdapter(): TreeAdapter<DefaultTreeAdapterMap> {
  let nodes = 0
  const count = (): void => {
    if (++nodes > limits.pageNodes)
      throw new Unreadable(
        'This page has too many parts to be a story. Copy the story out of it and paste that.',
      )
  }
  return {
    ...defaultTreeAdapter,
    createElement(tagName, namespace, attributes) {
      count()
      return defaultTreeAdapter.createElement(tagName, namespace, attributes)
    },
    createCommentNode(data) {
      count()
      return defaultTreeAdapter.createCommentNode(data)
    },
    // Text before a table is put in near the end of its parent's children; the default looks from the start.
    insertBefore(parent, child, reference) {
      parent.childNodes.splice(parent.childNodes.lastIndexOf(reference), 0, child)
      child.parentNode = parent
    },
  }
}

/** What reads the tree goes down it by calling itself, so its depth must be bounded before. */
function refuseDepth(document: DefaultTreeAdapterMap['document']): void {
  let level: DefaultTreeAdapterMap['node'][] = [document]
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > limits.pageDepth)
      throw new Unreadable(
        'This page is nested too deep to be a story. Copy the story out of it and paste that.',
      )
    const below: DefaultTreeAdapterMap['node'][] = []
    for (const node of level) if ('childNodes' in node) for (const child of node.childNodes) below.push(child)
    level = below
  }
}

/** Parsers compare each attribute of a tag with all others, so a tag of a million of them would take hours. */
function refuseAttributeFloods(html: string): void {
  // Comments and scripts first: what looks like a tag in them is none.
  const tag = /<!--|<script\b|<style\b|<[a-z]/giu
  for (let found = tag.exec(html); found; found = tag.exec(html)) {
    let at = tag.lastIndex
    const closing = { '<!--': /-->/gu, '<script': /<\/script/giu, '<style': /<\/style/giu }[
      found[0].toLowerCase()
    ]
    if (closing) {
      closing.lastIndex = at
      if (!closing.test(html)) return
      tag.lastIndex = closing.lastIndex
      continue
    }
    let attributes = 0
    let isBefore = false
    let quote = ''
    for (; at < html.length; at++) {
      const character = html[at] ?? ''
      if (quote !== '') {
        if (character === quote) quote = ''
        continue
      }
      if (character === '>') break
      if (/[\s/]/u.test(character)) isBefore = true
      else if ((character === '"' || character === "'") && html[at - 1] === '=') {
        quote = character
        isBefore = true
      } else if (isBefore) {
        attributes++
        isBefore = false
      }
    }
    if (attributes > limits.tagAttributes)
      throw new Unreadable(
        'A tag of this page has too many attributes. Copy the story out of it and paste that.',
      )
    tag.lastIndex = Math.max(at, tag.lastIndex)
  }
}

function readHead(root: Element): PageHead {
  const metas = new Map<string, string>()
  let title = ''
  let canonical = ''
  let base = ''
  const read = (element: Element): void => {
    for (const child of element.childNodes) {
      if (!isElement(child)) continue
      if (child.tagName === 'title' && title === '' && element.tagName !== 'svg') {
        title = collapseSpace(child.childNodes.map((node) => ('value' in node ? node.value : '')).join(''))
      }
      if (child.tagName === 'base' && base === '') base = attribute(child, 'href')
      if (child.tagName === 'link' && /(^|\s)canonical(\s|$)/iu.test(attribute(child, 'rel')))
        canonical ||= attribute(child, 'href')
      if (child.tagName === 'meta') {
        const name = (
          attribute(child, 'property') ||
          attribute(child, 'name') ||
          attribute(child, 'itemprop')
        ).toLowerCase()
        const content = collapseSpace(attribute(child, 'content'))
        if (name !== '' && content !== '' && !metas.has(name)) metas.set(name, content)
      }
      // Scripts and pages saved by browsers leave `meta` in the body too, near its start.
      if (child.tagName === 'head' || child.tagName === 'html') read(child)
      if (child.tagName === 'body')
        for (const inBody of child.childNodes)
          if (isElement(inBody) && (inBody.tagName === 'meta' || inBody.tagName === 'link'))
            read({ ...child, childNodes: [inBody] })
    }
  }
  read(root)
  const meta = (...names: string[]): string => names.map((name) => metas.get(name)).find(Boolean) ?? ''
  const address = webAddress(canonical) || webAddress(meta('og:url', 'twitter:url'))
  const author = meta('author', 'article:author', 'parsely-author', 'sailthru.author', 'byl')
  return {
    title,
    socialTitle: meta('og:title', 'twitter:title'),
    description: meta('description'),
    socialDescription: meta('og:description', 'twitter:description'),
    author: /^\S*$|https?:|www\.|@/u.test(author) ? '' : author,
    date: meta('article:published_time', 'datepublished', 'date', 'dc.date', 'pubdate', 'parsely-pub-date'),
    address,
    base: webAddress(base, address) || address,
    language: attribute(root, 'lang'),
  }
}

/** An absolute web address, or "" where `href` is none. */
function webAddress(href: string, base?: string): string {
  if (href === '' || !URL.canParse(href, base || undefined)) return ''
  const url = new URL(href, base || undefined)
  return url.protocol === 'http:' || url.protocol === 'https:' ? url.href : ''
}
