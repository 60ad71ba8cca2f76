import { type QueryClient, QueryObserver } from '@tanstack/react-query'
import { defaultDeskRules } from '../../shared/check/rules.ts'
import { type Judging, type Standing, standingOf } from '../../shared/check/standing.ts'
import type { DeskClient } from '../../shared/contract/contract.ts'
import type { Claim } from '../../shared/model/claim.ts'
import { type ClaimFlag, flagsOf } from './claim-flags.ts'
import { listQueries } from './queries.ts'
import { createStore } from './store.ts'

/** A check can grow old while a window stands open; so often that is looked at. */
const lookMs = 10 * 60 * 1000

/** What claims are judged by beside their own records; another object whenever one of it changed. */
export const judging = createStore<Judging>({
  rules: defaultDeskRules,
  sources: new Map(),
  isDeskOfOne: true,
  nowMs: Date.now(),
})

let judged = new WeakMap<Claim, Standing>()
let judgedBy: Judging | null = null

/** What is to be said of a claim now; worked out once for each record. */
export function standingNow(claim: Claim): Standing {
  const by = judging.get()
  if (by !== judgedBy) {
    judged = new WeakMap()
    judgedBy = by
  }
  const known = judged.get(claim)
  if (known) return known
  const standing = standingOf(claim, by)
  judged.set(claim, standing)
  return standing
}

/** The flags of {@link standingNow}; nothing is said of what nobody looked at, and that is not even judged. */
export function flagsNow(claim: Claim): ClaimFlag[] {
  return claim.status === 'unchecked' ? [] : flagsOf(standingNow(claim))
}

/** Keeps {@link judging} as the desk has it. @returns stops that */
export function keepJudging(client: DeskClient, queries: QueryClient): () => void {
  const change = (part: Partial<Judging>) => judging.set((now) => ({ ...now, ...part, nowMs: Date.now() }))
  const stops = [
    new QueryObserver(queries, listQueries.rules(client)).subscribe(({ data }) => {
      if (data && data !== judging.get().rules) change({ rules: data })
    }),
    new QueryObserver(queries, listQueries.people(client)).subscribe(({ data }) => {
      if (data && data.length <= 1 !== judging.get().isDeskOfOne) change({ isDeskOfOne: data.length <= 1 })
    }),
  ]
  let listed: unknown
  stops.push(
    new QueryObserver(queries, listQueries.sources(client)).subscribe(({ data }) => {
      if (!data || data === listed) return
      listed = data
      change({ sources: new Map(data.map((source) => [source.id, source])) })
    }),
  )
  const timer = setInterval(() => change({}), lookMs)
  return () => {
    clearInterval(timer)
    for (const stop of stops) stop()
  }
}
