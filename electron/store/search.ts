import { type RawBuilder, sql } from 'kysely'
import { exhaustive, must } from '../../shared/lib/assert.ts'
import { type ClaimId, type SourceId, type StoryId, storyIdSchema } from '../../shared/model/ids.ts'
import type { ExcerptPart, SearchHit } from '../../shared/model/search.ts'
import type { Source } from '../../shared/model/source.ts'
import { excerptOf, type Term, tokensOf } from './excerpt.ts'
import type { Tx } from './transaction.ts'

/**
 * Finding by words. This is the only file that knows how the database does it: each thing that can be found
 * has a row in `search_row`, whose number is its row in the full-text table of its kind.
 */
export interface SearchIndex {
  /** The story's text has moved on; cheap enough for every keystroke. */
  markStale(tx: Tx, storyId: StoryId): Promise<void>
  /** The stories whose text has moved on since it was indexed. */
  staleStories(tx: Tx): Promise<StoryId[]>
  /** Brings a story's text up to date. */
  refresh(tx: Tx, storyId: StoryId, headline: string, body: string): Promise<void>
  /** A story's text as it is found by; null where it was never indexed. */
  indexed(tx: Tx, storyId: StoryId): Promise<{ headline: string; body: string } | null>
  /** Adds or brings up to date the claims given; others of the story stay as they are. */
  indexClaims(tx: Tx, storyId: StoryId, claims: readonly { id: ClaimId; words: string }[]): Promise<void>
  indexSource(tx: Tx, source: Source): Promise<void>
  /** The story and all its claims. */
  removeStory(tx: Tx, storyId: StoryId): Promise<void>
  removeClaims(tx: Tx, claimIds: readonly ClaimId[]): Promise<void>
  removeSource(tx: Tx, sourceId: SourceId): Promise<void>
  /**
   * Stories, claims and sources that hold all the words, best first. "A phrase" in quotation marks is kept
   * together; the last word may be the beginning of one. Withdrawn claims are never found.
   *
   * @returns at most `limit` hits; none for words without a letter or figure
   */
  find(tx: Tx, words: string, limit: number): Promise<SearchHit[]>
}

type Kind = SearchHit['kind']

const quoted = /["“”„«»]([^"“”„«»]*)(["“”„«»]|$)|[^\s"“”„«»]+/gu

interface QueryPart extends Term {
  readonly text: string
}

function partsOf(words: string): QueryPart[] {
  const parts: QueryPart[] = []
  let isPrefix = false
  for (const [whole, phrase] of words.replaceAll('\0', ' ').matchAll(quoted)) {
    const text = phrase ?? whole
    const tokens = tokensOf(text)
    if (tokens.length === 0) continue
    isPrefix = phrase === undefined
    parts.push({ text, tokens, isPrefix: false })
  }
  const last = parts.pop()
  if (last) parts.push({ ...last, isPrefix })
  return parts
}

/**
 * An FTS5 query from what a person typed. Every part becomes a string of FTS5's, in which nothing has a
 * meaning of its own; operators such as NEAR or a minus are words like others.
 *
 * @returns null where there is nothing to look for
 */
export function queryOf(words: string): string | null {
  const parts = partsOf(words)
  if (parts.length === 0) return null
  return parts.map(({ text, isPrefix }) => `"${text}"${isPrefix ? '*' : ''}`).join(' AND ')
}

async function rowOf(tx: Tx, kind: Kind, id: string): Promise<number | null> {
  const { rows } = await sql<{ row: number }>`
    SELECT row FROM search_row WHERE kind = ${kind} AND id = ${id}`.execute(tx)
  return rows[0]?.row ?? null
}

/** The two texts that are indexed for a thing: one that weighs more, and the rest. */
interface Texts {
  readonly first: string
  readonly rest: string
}

async function put(tx: Tx, kind: Kind, id: string, storyId: string | null, texts: Texts): Promise<void> {
  const { first, rest } = texts
  const known = await rowOf(tx, kind, id)
  if (known === null) {
    const { rows } = await sql<{ row: number }>`
      INSERT INTO search_row (kind, id, story_id) VALUES (${kind}, ${id}, ${storyId}) RETURNING row`.execute(
      tx,
    )
    const row = must(rows[0], 'an inserted row').row
    await insertion(kind, row, first, rest).execute(tx)
    return
  }
  // Writing the same words again would cost as much as writing new ones.
  const { rows } = await reading(kind, known).execute(tx)
  if (rows[0]?.first === first && rows[0].rest === rest) return
  await update(kind, known, first, rest).execute(tx)
}

function insertion(kind: Kind, row: number, first: string, rest: string): RawBuilder<unknown> {
  switch (kind) {
    case 'story':
      return sql`INSERT INTO story_search (rowid, headline, body) VALUES (${row}, ${first}, ${rest})`
    case 'claim':
      return sql`INSERT INTO claim_search (rowid, words) VALUES (${row}, ${first})`
    case 'source':
      return sql`INSERT INTO source_search (rowid, title, details) VALUES (${row}, ${first}, ${rest})`
    default:
      return exhaustive(kind)
  }
}

function reading(kind: Kind, row: number): RawBuilder<{ first: string; rest: string }> {
  switch (kind) {
    case 'story':
      return sql`SELECT headline AS first, body AS rest FROM story_search WHERE rowid = ${row}`
    case 'claim':
      return sql`SELECT words AS first, '' AS rest FROM claim_search WHERE rowid = ${row}`
    case 'source':
      return sql`SELECT title AS first, details AS rest FROM source_search WHERE rowid = ${row}`
    default:
      return exhaustive(kind)
  }
}

function update(kind: Kind, row: number, first: string, rest: string): RawBuilder<unknown> {
  switch (kind) {
    case 'story':
      return sql`UPDATE story_search SET headline = ${first}, body = ${rest} WHERE rowid = ${row}`
    case 'claim':
      return sql`UPDATE claim_search SET words = ${first} WHERE rowid = ${row}`
    case 'source':
      return sql`UPDATE source_search SET title = ${first}, details = ${rest} WHERE rowid = ${row}`
    default:
      return exhaustive(kind)
  }
}

async function remove(tx: Tx, kind: Kind, id: string): Promise<void> {
  const row = await rowOf(tx, kind, id)
  if (row === null) return
  await sql`DELETE FROM ${sql.table(`${kind}_search`)} WHERE rowid = ${row}`.execute(tx)
  await sql`DELETE FROM search_row WHERE row = ${row}`.execute(tx)
}

interface Found {
  readonly kind: Kind
  /** Its row in the full-text table. */
  readonly row: number
  readonly id: string
  readonly storyId: string | null
  readonly title: string
}

function foundStories(query: string, limit: number): RawBuilder<Found> {
  return sql`
    SELECT 'story' AS kind, found.row AS row, story.id AS id, story.id AS storyId, story.headline AS title
    FROM (
      SELECT rowid AS row, rank AS place FROM story_search
      WHERE story_search MATCH ${query} AND rank MATCH 'bm25(8.0, 1.0)'
      ORDER BY rank LIMIT ${limit}
    ) AS found
    JOIN search_row ON search_row.row = found.row
    JOIN story ON story.id = search_row.id
    ORDER BY found.place, story.id`
}

function foundClaims(query: string, limit: number): RawBuilder<Found> {
  return sql`
    SELECT 'claim' AS kind, found.row AS row, claim.id AS id, claim.story_id AS storyId,
      claim.number || ' · ' || claim.kind AS title
    FROM (
      SELECT rowid AS row, rank AS place FROM claim_search
      WHERE claim_search MATCH ${query}
      ORDER BY rank LIMIT ${limit}
    ) AS found
    JOIN search_row ON search_row.row = found.row
    JOIN claim ON claim.id = search_row.id
    WHERE claim.presence <> 'withdrawn'
    ORDER BY found.place, claim.id`
}

function foundSources(query: string, limit: number): RawBuilder<Found> {
  return sql`
    SELECT 'source' AS kind, found.row AS row, source.id AS id, NULL AS storyId, source.title AS title
    FROM (
      SELECT rowid AS row, rank AS place FROM source_search
      WHERE source_search MATCH ${query} AND rank MATCH 'bm25(4.0, 1.0)'
      ORDER BY rank LIMIT ${limit}
    ) AS found
    JOIN search_row ON search_row.row = found.row
    JOIN source ON source.id = search_row.id
    ORDER BY found.place, source.id`
}

/** A claim is shown by its words, everything else by what it says beneath its title. */
async function excerpt(tx: Tx, { kind, row }: Found, terms: readonly Term[]): Promise<ExcerptPart[]> {
  const { rows } = await reading(kind, row).execute(tx)
  const texts = must(rows[0], 'the text of what was found')
  return excerptOf(kind === 'claim' ? texts.first : texts.rest, terms)
}

/** The best of each kind, then the second of each: ranks of different tables cannot be compared. */
function interleave<T>(lists: readonly (readonly T[])[], limit: number): T[] {
  const longest = Math.max(...lists.map((list) => list.length))
  const result: T[] = []
  for (let place = 0; place < longest; place++) {
    for (const list of lists) {
      const one = list[place]
      if (one !== undefined) result.push(one)
    }
  }
  return result.slice(0, limit)
}

export const searchIndex: SearchIndex = {
  async markStale(tx, storyId) {
    await tx
      .updateTable('story')
      .set({ search_stale: 1 })
      .where('id', '=', storyId)
      .where('search_stale', '=', 0)
      .execute()
  },

  async staleStories(tx) {
    // Written out: an index that holds these stories alone is taken for what is known when a statement is prepared.
    const rows = await tx.selectFrom('story').select('id').where('search_stale', '=', sql.lit(1)).execute()
    return rows.map((row) => storyIdSchema.parse(row.id))
  },

  async refresh(tx, storyId, headline, body) {
    await put(tx, 'story', storyId, storyId, { first: headline, rest: body })
    await tx
      .updateTable('story')
      .set({ search_stale: 0 })
      .where('id', '=', storyId)
      .where('search_stale', '=', 1)
      .execute()
  },

  async indexed(tx, storyId) {
    const row = await rowOf(tx, 'story', storyId)
    const { rows } = row === null ? { rows: [] } : await reading('story', row).execute(tx)
    return rows[0] ? { headline: rows[0].first, body: rows[0].rest } : null
  },

  async indexClaims(tx, storyId, claims) {
    for (const { id, words } of claims) await put(tx, 'claim', id, storyId, { first: words, rest: '' })
  },

  async indexSource(tx, source) {
    const { publisher, url, date, note, codeName, printAs, files } = source
    const details = [publisher, codeName, printAs, date, note, url, ...files.map((file) => file.name)]
    const rest = details.filter((part) => part !== '').join('\n')
    await put(tx, 'source', source.id, null, { first: source.title, rest })
  },

  async removeStory(tx, storyId) {
    const { rows } = await sql<{ kind: Kind; id: string }>`
      SELECT kind, id FROM search_row WHERE story_id = ${storyId}`.execute(tx)
    for (const { kind, id } of rows) await remove(tx, kind, id)
  },

  async removeClaims(tx, claimIds) {
    for (const id of claimIds) await remove(tx, 'claim', id)
  },

  async removeSource(tx, sourceId) {
    await remove(tx, 'source', sourceId)
  },

  async find(tx, words, limit) {
    const query = queryOf(words)
    if (query === null) return []
    const terms = partsOf(words)
    const lists: Found[][] = []
    for (const search of [foundStories, foundClaims, foundSources]) {
      lists.push((await search(query, limit).execute(tx)).rows)
    }
    const hits: SearchHit[] = []
    for (const found of interleave(lists, limit)) {
      const { kind, id, storyId, title } = found
      hits.push({
        kind,
        id,
        storyId: storyId === null ? null : storyIdSchema.parse(storyId),
        title,
        excerpt: await excerpt(tx, found, terms),
      })
    }
    return hits
  },
}
