import { createHash } from 'node:crypto'
import type Database from 'better-sqlite3'
import type { CopyLoss } from '../../shared/model/copy.ts'

interface StoryState {
  readonly version: number
  readonly events: number
}

/** How far a desk has come: enough to tell two states of it apart, and which is ahead in what. */
export interface DeskState {
  readonly stories: ReadonlyMap<string, StoryState>
  /** Events of the desk's own chain. */
  readonly events: number
  readonly lastChangeMs: number | null
  /** The same for two databases in which people did the same. */
  readonly mark: string
}

interface StoryLine {
  id: string
  version: number
  revision: number
  chain_seq: number
  chain_head: string
  updated_at_ms: number
}

/**
 * Reads few rows of few columns: all that people do raises a story's version or revision, or adds an event to a
 * chain.
 *
 * @throws SqliteError where the database cannot be read, or is none of ours
 */
export function readDeskState(database: Database.Database): DeskState {
  const lines = database
    .prepare<[], StoryLine>(
      'SELECT id, version, revision, chain_seq, chain_head, updated_at_ms FROM story ORDER BY id',
    )
    .all()
  const last = database
    .prepare<[], { seq: number; hash: string; at_ms: number }>(
      "SELECT seq, hash, at_ms FROM audit_event WHERE chain = 'desk' ORDER BY seq DESC LIMIT 1",
    )
    .get()
  const times = [...lines.map((line) => line.updated_at_ms), ...(last ? [last.at_ms] : [])]
  const told = [lines, last?.hash ?? null, Number(database.pragma('user_version', { simple: true }))]
  return {
    stories: new Map(lines.map((line) => [line.id, { version: line.version, events: line.chain_seq }])),
    events: last?.seq ?? 0,
    lastChangeMs: times.length === 0 ? null : times.reduce((one, other) => Math.max(one, other)),
    mark: createHash('sha256').update(JSON.stringify(told)).digest('hex'),
  }
}

/** What `now` has and `copy` has not. */
export function lossBetween(now: DeskState, copy: DeskState): CopyLoss {
  const loss = { stories: 0, changed: 0, steps: 0, events: Math.max(0, now.events - copy.events) }
  for (const [id, story] of now.stories) {
    const then = copy.stories.get(id)
    const steps = Math.max(0, story.version - (then?.version ?? 0))
    const events = Math.max(0, story.events - (then?.events ?? 0))
    if (!then) loss.stories++
    else if (steps > 0 || events > 0) loss.changed++
    loss.steps += steps
    loss.events += events
  }
  return loss
}
