import { schema } from '../../shared/document/schema.ts'
import type { Beside } from './beside.ts'
import type { Changes } from './changes.ts'
import { blockItem, type Item } from './items.ts'
import { limits } from './limits.ts'
import { findMain, PageMeasure } from './main-content.ts'
import { parsePage } from './page.ts'
import type { PageHead } from './page-head.ts'
import { findTitleParts } from './title-parts.ts'
import { Unreadable } from './unreadable.ts'
import { readBlocks } from './walk.ts'

/**
 * The parts of a page. `isPage` tells a page of a site, whose story is to be found among its menus and
 * neighbours, from a text that is the story and nothing else, as Markdown is.
 */
export function readHtml(
  html: string,
  isPage: boolean,
  changes: Changes,
  beside: Beside,
): { items: Item[]; head: PageHead } {
  const { body, head } = parsePage(html)
  const page = new PageMeasure(body)
  if (page.of(body).textLength > limits.pageTextLength)
    throw new Unreadable('This page has more text than any story. Copy the story out of it and paste that.')
  const main = new Set(isPage ? findMain(body, page) : [body])
  const parts = isPage ? findTitleParts(body, head, main, page) : new Map()
  const items = readBlocks(body, { parts, main, page, base: head.base }, changes, beside)
  return { items: parts.size > 0 ? items : markTitle(items), head }
}

/** Without a head to compare with, the headline is the first heading of the first rank, before any other block. */
function markTitle(items: readonly Item[]): Item[] {
  const first = items.findIndex((item) => item.kind === 'block' && item.node.type.name !== 'rule')
  const topmost = items.findIndex((item) => item.kind === 'block' && item.heading === 1)
  const title = items[topmost] ?? items[first]
  if (title?.kind !== 'block' || title.heading === 0) return [...items]
  return items.map((item) =>
    item === title
      ? blockItem(schema.node('paragraph', null, title.node.content), title.heading, 'headline')
      : item,
  )
}
