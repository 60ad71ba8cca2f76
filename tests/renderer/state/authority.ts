import { ORPCError } from '@orpc/client'
import { Step } from 'prosemirror-transform'
import type { SessionLink } from '../../../renderer/state/session.ts'
import type { DeskClient } from '../../../shared/contract/contract.ts'
import type { StoryNews } from '../../../shared/contract/stories.ts'
import { anchorSpans, anchorWords } from '../../../shared/document/anchors.ts'
import { readDocument } from '../../../shared/document/build.ts'
import { schema, schemaVersion } from '../../../shared/document/schema.ts'
import { type Claim, unworked } from '../../../shared/model/claim.ts'
import {
  type Dismissal,
  type DismissalId,
  type Dismissed,
  newDismissalId,
} from '../../../shared/model/dismissal.ts'
import {
  type ClaimId,
  type FileHash,
  newPersonId,
  newStoryId,
  type RequestId,
} from '../../../shared/model/ids.ts'
import { packClaims } from '../../../shared/model/packed-claims.ts'
import type { Story } from '../../../shared/model/story.ts'
import type { NewClaim, StepJson, Write } from '../../../shared/model/write.ts'

const personId = newPersonId()

/** The desk as a window sees it, kept in memory: orders steps, knows claims, answers a request once. */
export function openAuthority(json: unknown) {
  let document = readDocument(json)
  const steps: { step: StepJson; clientId: string }[] = []
  const claims = new Map<ClaimId, Claim>()
  const dismissals = new Map<DismissalId, Dismissal>()
  const answers = new Map<RequestId, { version: number }>()
  const followers = new Set<() => void>()
  const storyId = newStoryId()
  let revision = 0
  let refusal: ORPCError<string, unknown> | null = null
  let writes = 0
  const requests: RequestId[] = []

  const story = (): Story => ({
    id: storyId,
    slug: 'bridge',
    headline: document.firstChild?.textContent ?? '',
    stage: 'draft',
    language: 'en',
    version: steps.length,
    wordCount: 0,
    claimCount: 0,
    openCount: 0,
    removedCount: 0,
    unreadCount: 0,
    clearing: null,
    isCleared: false,
    archivedAtMs: null,
    createdAtMs: 0,
    updatedAtMs: 0,
    copiedFrom: null,
    isSample: false,
  })

  function put(claim: Claim): Claim {
    const saved = { ...claim, revision: ++revision }
    claims.set(claim.id, saved)
    return saved
  }

  function bear(given: NewClaim): void {
    if (claims.has(given.id)) return
    put({
      id: given.id,
      storyId,
      number: claims.size + 1,
      kind: given.kind,
      presence: 'inText',
      words: '',
      speaker: given.speaker ? { ...given.speaker, sourceId: null } : null,
      status: 'unchecked',
      ...unworked,
      copiedFrom: given.copiedFrom ?? null,
      proposedFor: given.proposedFor ?? null,
      subject: null,
      place: null,
      changedGround: [],
      backup: [],
      taggedBy: personId,
      taggedAtMs: 0,
      revision: 0,
    })
  }

  const seenSettlings: unknown[] = []

  function write(given: Write): { version: number } {
    requests.push(given.requestId)
    const first = answers.get(given.requestId)
    if (first) return first
    writes++
    if (refusal) throw refusal
    if (given.atVersion !== steps.length) {
      throw new ORPCError('BEHIND', { status: 409, data: { version: steps.length } })
    }
    const known = new Set<string>([...claims.keys(), ...given.claims.map((claim) => claim.id)])
    let next = document
    for (const json of given.steps) {
      const applied = Step.fromJSON(schema, json).apply(next)
      if (!applied.doc) throw new ORPCError('STEP_REFUSED', { status: 422, data: { reason: applied.failed } })
      next = applied.doc
    }
    for (const id of anchorSpans(next).keys()) {
      if (!known.has(id)) throw new ORPCError('UNKNOWN_CLAIM', { status: 422, data: { claimId: id } })
    }
    for (const claim of given.claims) bear(claim)
    document = next
    for (const claim of claims.values()) {
      const words = anchorWords(next, claim.id)
      const presence = words === undefined ? 'removed' : 'inText'
      if (presence !== claim.presence || (words ?? claim.words) !== claim.words) {
        put({ ...claim, presence, words: words ?? claim.words })
      }
    }
    steps.push(...given.steps.map((step) => ({ step, clientId: given.clientId })))
    const answer = { version: steps.length }
    answers.set(given.requestId, answer)
    nod()
    return answer
  }

  function nod(): void {
    for (const follower of [...followers]) follower()
  }

  /** One window's link, which can be slow, cut, and lose answers. */
  function connect(delayMs: () => number, losesAnswer: () => boolean = () => false) {
    let isOpen = true
    const listeners = new Set<() => void>()
    const breakers = new Set<() => void>()
    const cutOff = (): Error => new Error('the link is cut')

    async function call<T>(work: () => T): Promise<T> {
      if (!isOpen) throw cutOff()
      await new Promise((resolve) => setTimeout(resolve, delayMs()))
      if (!isOpen) throw cutOff()
      const answer = work()
      await new Promise((resolve) => setTimeout(resolve, delayMs()))
      if (!isOpen || losesAnswer()) throw cutOff()
      return structuredClone(answer)
    }

    async function* follow(
      from: { fromVersion: number; fromRevision: number },
      signal: AbortSignal | undefined,
    ): AsyncGenerator<StoryNews> {
      let { fromVersion: version, fromRevision: seen } = from
      for (;;) {
        if (!isOpen) throw cutOff()
        const changed = [...claims.values()].filter((claim) => claim.revision > seen)
        if (changed.length > 0) {
          seen = revision
          yield structuredClone({ kind: 'claims', claims: changed, revision: seen } as const)
        }
        const fresh = steps.slice(version)
        if (fresh.length > 0) {
          const fromVersion = version
          version = steps.length
          yield structuredClone({
            kind: 'steps' as const,
            fromVersion,
            steps: fresh.map((one) => one.step),
            clientIds: fresh.map((one) => one.clientId),
          })
          continue
        }
        await new Promise<void>((resolve) => {
          const done = (): void => {
            followers.delete(done)
            breakers.delete(done)
            resolve()
          }
          followers.add(done)
          breakers.add(done)
          signal?.addEventListener('abort', done, { once: true })
        })
        if (signal?.aborted) return
        await new Promise((resolve) => setTimeout(resolve, delayMs()))
      }
    }

    const client = {
      desk: {
        hello: () => call(() => ({ person: { id: personId, name: 'Ada', initials: 'A', role: 'checker' } })),
      },
      stories: {
        openText: () =>
          call(() => ({
            story: story(),
            version: steps.length,
            life: '',
            schemaVersion,
            document: document.toJSON(),
            readings: [],
            dismissals: [...dismissals.values()],
            revision,
            strikings: 0,
          })),
        claims: () => call(() => packClaims([...claims.values()])),
        write: (given: Write) => call(() => write(structuredClone(given))),
        follow: (from: { fromVersion: number; fromRevision: number }, options: { signal?: AbortSignal }) =>
          call(() => null).then(() => follow(from, options.signal)),
      },
      firstPass: {
        dismiss: (given: { dismissed: Dismissed[] }) =>
          call(() =>
            given.dismissed.map((one): Dismissal => {
              const id = newDismissalId()
              const made = { ...one, id, personId, atMs: 0, isTakenBack: false, revision: ++revision }
              dismissals.set(id, made)
              return made
            }),
          ),
        takeBack: (given: { ids: DismissalId[] }) =>
          call(() =>
            given.ids.flatMap((id) => {
              const known = dismissals.get(id)
              return known ? [{ ...known, isTakenBack: true, revision: ++revision }] : []
            }),
          ),
      },
      claims: {
        settle: (given: {
          claimId: ClaimId
          status: Claim['status']
          seenWords: string
          note: string
          seenSettling?: unknown
        }) =>
          call(() => {
            seenSettlings.push(given.seenSettling)
            const claim = claims.get(given.claimId)
            if (!claim)
              throw new ORPCError('NOT_FOUND', { status: 404, data: { what: 'claim', id: given.claimId } })
            if (claim.words !== given.seenWords) {
              throw new ORPCError('WORDS_MOVED', {
                status: 409,
                data: { seen: given.seenWords, now: claim.words },
              })
            }
            return put({ ...claim, status: given.status })
          }),
        settleMany: (given: { status: Claim['status']; seen: { claimId: ClaimId; words: string }[] }) =>
          call(() => {
            const isAsSeen = (one: (typeof given.seen)[number]) =>
              claims.get(one.claimId)?.words === one.words
            return {
              claims: given.seen
                .filter(isAsSeen)
                .flatMap(({ claimId }) => claims.get(claimId) ?? [])
                .map((claim) => put({ ...claim, status: given.status })),
              left: given.seen
                .filter((one) => !isAsSeen(one))
                .map(({ claimId }) => ({ claimId, words: claims.get(claimId)?.words ?? null })),
            }
          }),
        takeBackMany: ({ claimIds }: { claimIds: readonly ClaimId[] }) =>
          call(() =>
            claimIds
              .flatMap((id) => claims.get(id) ?? [])
              .filter(({ status }) => status !== 'unchecked')
              .map((claim) => put({ ...claim, status: 'unchecked' })),
          ),
        setNote: (given: { claimId: ClaimId; note: string }) =>
          call(() => {
            if (given.note === 'refuse me') throw new ORPCError('NO_PERSON', { status: 401 })
            const claim = claims.get(given.claimId)
            if (!claim) throw new ORPCError('NOT_FOUND', { status: 404, data: { what: 'claim', id: '' } })
            return put({ ...claim, note: given.note })
          }),
      },
    }
    const link: SessionLink = {
      client: client as unknown as DeskClient,
      state: () => (isOpen ? 'open' : 'closed'),
      subscribe(listener) {
        listeners.add(listener)
        return () => listeners.delete(listener)
      },
      putBlob: () => call(() => ({ hash: 'f'.repeat(64) as FileHash })),
      blobUrl: (hash) => `/blob/${hash}`,
    }
    const set = (open: boolean): void => {
      isOpen = open
      for (const breaker of [...breakers]) breaker()
      for (const listener of [...listeners]) listener()
    }
    return { link, cut: () => set(false), mend: () => set(true) }
  }

  return {
    storyId,
    connect,
    document: () => document,
    claims: () => claims,
    version: () => steps.length,
    writes: () => writes,
    /** The request of every write that came, sent again or not. */
    requests: () => requests,
    /** What each settling said that the person saw of the one before. */
    seenSettlings: () => seenSettlings,
    /** From now on every write is refused like this; null takes writes again. */
    refuse(error: ORPCError<string, unknown> | null) {
      refusal = error
    },
  }
}
