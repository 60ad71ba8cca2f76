import type { Via } from '../../shared/model/audit.ts'
import type { PersonId, RequestId, StoryId } from '../../shared/model/ids.ts'
import type { EventKind } from '../../shared/trail/tell.ts'
import { appendEvents, type Told } from '../store/audit.ts'
import { findPerson } from '../store/people.ts'
import { findAnswer, insertAnswer } from '../store/requests.ts'
import type { Tx } from '../store/transaction.ts'
import type { Core } from './core.ts'
import type { DeskTopic } from './hub.ts'
import { refuse } from './refuse.ts'

/** Who is at the connection; a property of the connection, never an input. */
export interface Caller {
  readonly personId: PersonId | null
  readonly via: Via
  /** The procedure that is called, such as "claims.settle"; the dispatcher says it. */
  readonly call?: string
}

/** One command while it is being done, inside its transaction. */
export interface Act<Who extends PersonId | null = PersonId> {
  readonly tx: Tx
  readonly personId: Who
  readonly via: Via
  /** The same for everything that the command writes. */
  readonly atMs: number
  /** Appends to the trail. */
  record(chain: StoryId | 'desk', kind: EventKind, subject: string, payload: unknown): Promise<void>
  /** As {@link Act.record}, an event for each subject. */
  recordEach(chain: StoryId | 'desk', kind: EventKind, told: readonly Told[]): Promise<void>
  /** After the commit, tells those who follow the story. */
  wake(storyId: StoryId): void
  /** After the commit, tells those who follow the desk. */
  tell(topic: DeskTopic): void
}

async function run<T, Who extends PersonId | null>(
  core: Core,
  caller: Caller,
  requestId: RequestId,
  who: (tx: Tx) => Promise<Who>,
  work: (act: Act<Who>) => Promise<T>,
): Promise<T> {
  const stories = new Set<StoryId>()
  const topics = new Set<DeskTopic>()
  const answer = await core.store.transaction(async (tx) => {
    const first = await findAnswer(tx, requestId, caller.call)
    // What was answered went through the contract's schema of this very call.
    if (first) return first.answer as T
    const personId = await who(tx)
    const atMs = core.now()
    const recordEach: Act['recordEach'] = (chain, kind, told) =>
      appendEvents(tx, { chain, atMs, personId, via: caller.via, kind }, told)
    const made = await work({
      tx,
      personId,
      via: caller.via,
      atMs,
      record: (chain, kind, subject, payload) => recordEach(chain, kind, [{ subject, payload }]),
      recordEach,
      wake: (storyId) => stories.add(storyId),
      tell: (topic) => topics.add(topic),
    })
    await insertAnswer(tx, requestId, made, atMs, caller.call)
    return made
  })
  for (const storyId of stories) core.hub.wakeStory(storyId)
  for (const topic of topics) core.hub.tellDesk(topic)
  return answer
}

/**
 * Does one command of a person in one transaction: a request that was answered before gets its first answer;
 * otherwise `work` is done and its answer kept with it. Refusals thrown by `work` take everything back.
 *
 * @param work awaits nothing but queries; its answer is JSON
 */
export async function act<T>(
  core: Core,
  caller: Caller,
  requestId: RequestId,
  work: (act: Act) => Promise<T>,
): Promise<T> {
  return run(core, caller, requestId, (tx) => personAt(tx, caller), work)
}

/** As {@link act}, for what may be done before anybody has a name. */
export async function actAsAnybody<T>(
  core: Core,
  caller: Caller,
  requestId: RequestId,
  work: (act: Act<PersonId | null>) => Promise<T>,
): Promise<T> {
  return run(core, caller, requestId, (tx) => knownPerson(tx, caller), work)
}

/** Who is at the connection, where the desk knows them: a connection may name anybody. */
export async function knownPerson(tx: Tx, { personId }: Caller): Promise<PersonId | null> {
  return personId && (await findPerson(tx, personId)) ? personId : null
}

/** @throws NO_PERSON */
async function personAt(tx: Tx, caller: Caller): Promise<PersonId> {
  const personId = await knownPerson(tx, caller)
  if (personId === null) throw refuse('NO_PERSON')
  return personId
}

/** The first answer to a request, for work that has to be prepared before its transaction. */
export async function answered(
  core: Core,
  requestId: RequestId,
  call: string | undefined,
): Promise<{ answer: unknown } | undefined> {
  return core.store.transaction((tx) => findAnswer(tx, requestId, call))
}
