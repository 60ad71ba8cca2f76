import { Fragment, type Node } from 'prosemirror-model'
import { headFields, type StoryField, schema, tailFields } from '../../shared/document/schema.ts'
import { countWords } from '../../shared/document/text.ts'
import type { MissingPart } from '../../shared/model/receipt.ts'
import type { Changes } from './changes.ts'
import { collapseSpace, lineOf } from './characters.ts'
import { datelineOf, isByline, isDateLine, isDateline, namesDate } from './head-lines.ts'
import { type BlockItem, blockItem, type DroppedItem, droppedItem, type Item, type Part } from './items.ts'
import { limits } from './limits.ts'
import type { PageHead } from './page-head.ts'
import { pageRules } from './rules.ts'
import { Unreadable } from './unreadable.ts'

/** A left-out part with its place among the body's blocks. */
export interface PlacedDrop extends DroppedItem {
  readonly beforeBlock: number
}

export interface Composed {
  readonly document: Node
  readonly dropped: PlacedDrop[]
  readonly missing: MissingPart[]
}

/** Lines before the first paragraph of this many words may be byline and date. */
const paragraphWords = 25

/**
 * A story composed of a file's parts: what stands as headline, dek, byline and dateline goes into their fields,
 * everything else is the body, in its order.
 *
 * @param tail what the file itself names as such; only files without a head of their own have it
 * @throws Unreadable when nothing is left of it or it is beyond all measure
 */
export function composeStory(
  items: readonly Item[],
  head: PageHead,
  changes: Changes,
  tail: Partial<Record<StoryField, Fragment>> = {},
): Composed {
  const fields: Partial<Record<StoryField, Fragment>> = {}
  const rest = takeFields(items, fields, changes)
  moveDateline(rest, fields, changes)
  levelHeadings(rest)
  const extra = fillFromHead(fields, head, changes)
  Object.assign(fields, tail)
  const body: Node[] = []
  const dropped: PlacedDrop[] = []
  for (const item of [...extra, ...rest]) {
    if (item.kind === 'block') body.push(item.node)
    else dropped.push({ ...item, beforeBlock: body.length })
  }
  if (body.length > limits.blocks)
    throw new Unreadable(`This has more than ${limits.blocks} paragraphs. Divide it and import the parts.`)
  if (body.length === 0 && dropped.length === 0 && !fields.headline)
    throw new Unreadable('There are no words in this file. Choose one that holds the story.')
  const field = (name: StoryField): Node => schema.node(name, null, wordsAlone(fields[name]))
  const blocks = body.length > 0 ? body : [schema.node('paragraph')]
  const document = schema.node('doc', null, [...headFields.map(field), ...blocks, ...tailFields.map(field)])
  return { document, dropped, missing: missingOf(fields, head) }
}

/** A field holds no references to footnotes; `withNotes` lists the notes of those that stood there. */
function wordsAlone(content: Fragment = Fragment.empty): Fragment {
  return Fragment.fromArray(content.content.filter((node) => node.isText))
}

/** Takes headline, dek, byline and dates out of the items before the story's first paragraph. */
function takeFields(
  items: readonly Item[],
  fields: Partial<Record<StoryField, Fragment>>,
  changes: Changes,
): Item[] {
  const rest: Item[] = []
  let isBefore = true
  const put = (name: Exclude<Part, 'body'>, item: BlockItem): void => {
    const own = fields[name]
    if (!own) fields[name] = item.node.content
    else if (name === 'dateline')
      fields[name] = own.append(Fragment.from(schema.text(' · '))).append(item.node.content)
    else rest.push(blockItem(schema.node('paragraph', null, item.node.content)))
  }
  for (const item of items) {
    if (item.kind === 'dropped') {
      rest.push(item)
      continue
    }
    if (item.part !== 'body') {
      put(item.part, item)
      continue
    }
    const line = lineOf(item.node.textContent)
    if (isBefore && (item.node.type.name === 'paragraph' || item.node.type.name === 'crosshead')) {
      if (!fields.byline && isByline(line)) {
        fields.byline = item.node.content
        continue
      }
      if (isDateLine(line) || (!fields.dateline && isDateline(line))) {
        put('dateline', item)
        changes.add('date line made the dateline')
        continue
      }
    }
    if (line.length > 2000 || countWords(line) >= paragraphWords) isBefore = false
    rest.push(item)
  }
  return rest
}

/** "DAMASCUS, Nov. 10 (Agency) —" leaves the first paragraph for its own field. */
function moveDateline(items: Item[], fields: Partial<Record<StoryField, Fragment>>, changes: Changes): void {
  const index = items.findIndex((item) => item.kind === 'block' && item.node.type.name === 'paragraph')
  const item = items[index]
  if (item?.kind !== 'block') return
  const found = datelineOf(item.node)
  if (!found) return
  const { content } = item.node
  const own = content.cut(0, found.words.length)
  fields.dateline = fields.dateline
    ? own.append(Fragment.from(schema.text(' · '))).append(fields.dateline)
    : own
  items[index] = blockItem(schema.node('paragraph', null, content.cut(found.length)))
  changes.add('dateline taken from the first paragraph into its own field, without its dash')
}

/** The highest heading that a story uses is its first level, whatever number the page gave it. */
function levelHeadings(items: Item[]): void {
  let highest = 6
  for (const item of items)
    if (item.kind === 'block' && item.heading > 0 && item.node.type.name === 'crosshead')
      highest = Math.min(highest, item.heading)
  if (highest <= 2) return
  items.forEach((item, index) => {
    if (item.kind !== 'block' || item.heading === 0 || item.node.type.name !== 'crosshead') return
    const level = item.heading === highest ? 1 : 2
    items[index] = blockItem(schema.node('crosshead', { level }, item.node.content), item.heading)
  })
}

/**
 * What search engines and social networks show. A title that the story already has as its headline is not said
 * twice; one that finds no field is listed as left out.
 */
function fillFromHead(
  fields: Partial<Record<StoryField, Fragment>>,
  head: PageHead,
  changes: Changes,
): DroppedItem[] {
  const dropped: DroppedItem[] = []
  const words = (text: string) => (text === '' ? Fragment.empty : Fragment.from(schema.text(text)))
  if (!fields.headline?.size) {
    const title = head.socialTitle || head.title
    if (title !== '') {
      fields.headline = words(title)
      changes.add('headline taken from the head of the page')
    }
  }
  const headline = collapseSpace(fields.headline?.textBetween(0, fields.headline.size) ?? '')
  const titles = [...new Set([head.title, head.socialTitle])].filter(
    (title) => title !== '' && title !== headline,
  )
  fields.searchTitle = words(titles[0] ?? '')
  for (const title of titles.slice(1)) dropped.push(droppedItem(title, pageRules.head))
  fields.searchDescription = words(head.description)
  if (head.socialDescription !== head.description) fields.socialLine = words(head.socialDescription)
  if (!fields.byline?.size && head.author !== '') {
    fields.byline = words(head.author)
    changes.add('byline taken from the head of the page')
  }
  if (head.date !== '')
    changes.add(`date in the head of the page, which a story has no field for: ${head.date}`)
  if (head.address !== '') changes.add(`address of the page, which a story has no field for: ${head.address}`)
  return dropped
}

function missingOf(fields: Partial<Record<StoryField, Fragment>>, head: PageHead): MissingPart[] {
  const missing: MissingPart[] = []
  const dateline = fields.dateline
  if (!fields.headline?.size) missing.push('headline')
  if (!fields.byline?.size) missing.push('byline')
  if (!dateline?.size) missing.push('dateline')
  if (head.date === '' && !namesDate(dateline ? dateline.textBetween(0, dateline.size) : ''))
    missing.push('date')
  if (head.address === '') missing.push('address')
  return missing
}
