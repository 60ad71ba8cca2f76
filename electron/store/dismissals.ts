import type { Selectable } from 'kysely'
import { type Facet, facets } from '../../shared/mark/facet.ts'
import type { Dismissal, DismissalId } from '../../shared/model/dismissal.ts'
import type { PersonId, StoryId } from '../../shared/model/ids.ts'
import type { DismissalTable } from './tables.ts'
import type { Tx } from './transaction.ts'

/** Ids named in one statement. */
const idsPerQuery = 500

function toDismissal(row: Selectable<DismissalTable>): Dismissal {
  return {
    id: row.id as DismissalId,
    what: row.what as Dismissal['what'],
    words: row.words,
    facets: JSON.parse(row.facets) as Facet[],
    personId: row.person_id as PersonId,
    atMs: row.at_ms,
    isTakenBack: row.taken_back_at_ms !== null,
    revision: row.revision,
  }
}

export async function insertDismissal(tx: Tx, storyId: StoryId, dismissal: Dismissal): Promise<void> {
  await tx
    .insertInto('dismissal')
    .values({
      id: dismissal.id,
      story_id: storyId,
      what: dismissal.what,
      words: dismissal.words,
      facets: JSON.stringify(dismissal.facets),
      person_id: dismissal.personId,
      at_ms: dismissal.atMs,
      taken_back_at_ms: null,
      revision: dismissal.revision,
    })
    .execute()
}

/** The oldest first, those that were taken back among them only where asked for. */
export async function dismissalsOfStory(
  tx: Tx,
  storyId: StoryId,
  options: { takenBack?: boolean } = {},
): Promise<Dismissal[]> {
  let query = tx.selectFrom('dismissal').selectAll().where('story_id', '=', storyId)
  if (!options.takenBack) query = query.where('taken_back_at_ms', 'is', null)
  return (await query.orderBy('seq').execute()).map(toDismissal)
}

/** Those that are new or changed after a revision and up to another, in the order of their revisions. */
export async function dismissalsBetween(
  tx: Tx,
  storyId: StoryId,
  afterRevision: number,
  upToRevision: number,
): Promise<Dismissal[]> {
  const rows = await tx
    .selectFrom('dismissal')
    .selectAll()
    .where('story_id', '=', storyId)
    .where('revision', '>', afterRevision)
    .where('revision', '<=', upToRevision)
    .orderBy('revision')
    .execute()
  return rows.map(toDismissal)
}

/** Those of a story among `ids` that stand, in the order of their making. */
export async function standingDismissals(
  tx: Tx,
  storyId: StoryId,
  ids: readonly DismissalId[],
): Promise<Dismissal[]> {
  const found: Dismissal[] = []
  for (let at = 0; at < ids.length; at += idsPerQuery) {
    const rows = await tx
      .selectFrom('dismissal')
      .selectAll()
      .where('story_id', '=', storyId)
      .where('id', 'in', ids.slice(at, at + idsPerQuery))
      .where('taken_back_at_ms', 'is', null)
      .orderBy('seq')
      .execute()
    found.push(...rows.map(toDismissal))
  }
  return found
}

export async function markDismissalTakenBack(
  tx: Tx,
  id: DismissalId,
  atMs: number,
  revision: number,
): Promise<void> {
  await tx
    .updateTable('dismissal')
    .set({ taken_back_at_ms: atMs, revision })
    .where('id', '=', id)
    .where('taken_back_at_ms', 'is', null)
    .execute()
}

/** How many candidates with a facet became claims, and how many were put aside. */
export interface FacetCount {
  readonly facet: Facet
  readonly accepted: number
  readonly dismissed: number
}

/**
 * What a desk made of all that was proposed to it, in the order of the facets. A candidate with several counts for
 * each of them. Claims whose tagging was undone do not count, nor what was taken back.
 */
export async function countByFacet(tx: Tx): Promise<FacetCount[]> {
  const accepted = await tx
    .selectFrom('claim')
    .select((select) => ['proposed_for as facets', select.fn.countAll<number>().as('count')])
    .where('proposed_for', 'is not', null)
    .where('presence', '!=', 'withdrawn')
    .groupBy('proposed_for')
    .execute()
  const dismissed = await tx
    .selectFrom('dismissal')
    .select((select) => ['facets', select.fn.countAll<number>().as('count')])
    .where('taken_back_at_ms', 'is', null)
    .groupBy('facets')
    .execute()
  const sumOf = (rows: readonly { facets: string | null; count: number }[], facet: Facet): number =>
    rows.reduce(
      (sum, row) =>
        sum + ((JSON.parse(row.facets ?? '[]') as string[]).includes(facet) ? Number(row.count) : 0),
      0,
    )
  return facets.map((facet) => ({
    facet,
    accepted: sumOf(accepted, facet),
    dismissed: sumOf(dismissed, facet),
  }))
}
