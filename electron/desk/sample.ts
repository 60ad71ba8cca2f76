import { createHash } from 'node:crypto'
import type { Node } from 'prosemirror-model'
import { Transform } from 'prosemirror-transform'
import type { DeskClient } from '../../shared/contract/contract.ts'
import { anchorSpans } from '../../shared/document/anchors.ts'
import { buildDocument, readDocument } from '../../shared/document/build.ts'
import { schema, schemaVersion } from '../../shared/document/schema.ts'
import { mappedText } from '../../shared/document/text.ts'
import { must } from '../../shared/lib/assert.ts'
import type { BackupId, ClaimId, RequestId, SourceId, StoryId } from '../../shared/model/ids.ts'
import { baseLanguage } from '../../shared/model/language.ts'
import type { InEach, WindowLanguage } from '../../shared/model/window-language.ts'
import type { NewClaim, StepJson } from '../../shared/model/write.ts'
import { countSpeakers } from '../store/claims.ts'
import {
  countUses,
  deleteSource,
  sampleSources as listSampleSources,
  setSampleSource,
} from '../store/sources.ts'
import { deleteStory, sampleStories, updateStory } from '../store/stories.ts'
import { type Act, act, answered, type Caller } from './act.ts'
import type { Core } from './core.ts'
import { englishSample } from './sample-english.ts'
import { germanSample } from './sample-german.ts'
import type { SampleStory } from './sample-shape.ts'

/** The story that a first start offers, made through the commands that make every story. */
export interface Sample {
  /** @param language of whoever is to read it */
  add(caller: Caller, requestId: RequestId, language: WindowLanguage): Promise<{ storyId: StoryId }>
  remove(caller: Caller, requestId: RequestId): Promise<{ removed: number }>
}

const samples: InEach<SampleStory> = { en: englishSample, de: germanSample }

const clientId = 'sample'

/** Ids that follow from the request, so that a seeding that broke off is taken up where it was. */
function derived<Id extends string>(requestId: RequestId, part: string): Id {
  return createHash('sha256').update(`${requestId} ${part}`).digest('hex').slice(0, 32) as Id
}

function wholeText({ fields, body }: SampleStory): Node {
  const blocks = body.map(({ kind, text }) => schema.node(kind, null, schema.text(text)))
  return buildDocument(fields, blocks)
}

function rangeOf(document: Node, words: string): { from: number; to: number } {
  const { text, positions } = mappedText(document, 'accepted', { from: 0, to: document.content.size })
  const at = text.indexOf(words)
  const from = must(positions[at], 'the sample says what it tags')
  return { from, to: must(positions[at + words.length - 1], 'the sample says what it tags') + 1 }
}

function stepsOf(transform: Transform): StepJson[] {
  return transform.steps.map((step) => step.toJSON() as StepJson)
}

async function seedText(
  client: DeskClient,
  requestId: RequestId,
  storyId: StoryId,
  sample: SampleStory,
): Promise<void> {
  const opened = await client.stories.open({ storyId })
  const document = readDocument(opened.document)
  const whole = wholeText(sample)
  const transform = new Transform(document).replaceWith(0, document.content.size, whole.content)
  await client.stories.write({
    requestId: derived(requestId, 'text'),
    storyId,
    atVersion: opened.version,
    clientId,
    schemaVersion,
    steps: stepsOf(transform),
    claims: [],
  })
}

async function seedTags(
  client: DeskClient,
  requestId: RequestId,
  storyId: StoryId,
  sample: SampleStory,
): Promise<ClaimId[]> {
  const opened = await client.stories.open({ storyId })
  const document = readDocument(opened.document)
  const ids = sample.claims.map((_, index) => derived<ClaimId>(requestId, `claim ${index}`))
  if (ids.every((id) => anchorSpans(document).has(id))) return ids
  const transform = new Transform(document)
  const claims: NewClaim[] = []
  for (const [index, { words, kind, speaker }] of sample.claims.entries()) {
    const id = must(ids[index], 'each claim has an id')
    const { from, to } = rangeOf(document, words)
    transform.addMark(from, to, schema.mark('claim', { id }))
    claims.push({ id, kind, ...(speaker ? { speaker } : {}) })
  }
  await client.stories.write({
    requestId: derived(requestId, 'tags'),
    storyId,
    atVersion: opened.version,
    clientId,
    schemaVersion,
    steps: stepsOf(transform),
    claims,
  })
  return ids
}

async function seedSources(
  client: DeskClient,
  requestId: RequestId,
  sample: SampleStory,
): Promise<ReadonlyMap<string, SourceId>> {
  const ids = new Map<string, SourceId>()
  for (const [name, details] of Object.entries(sample.sources)) {
    const sourceId = derived<SourceId>(requestId, `source ${name}`)
    await client.sources.add({ requestId: derived(requestId, `add ${name}`), sourceId, details })
    ids.set(name, sourceId)
  }
  return ids
}

async function seedChecks(
  client: DeskClient,
  requestId: RequestId,
  claimIds: readonly ClaimId[],
  sources: ReadonlyMap<string, SourceId>,
  sample: SampleStory,
): Promise<void> {
  for (const [index, claim] of sample.claims.entries()) {
    const claimId = must(claimIds[index], 'each claim has an id')
    const request = (part: string) => derived<RequestId>(requestId, `${part} ${index}`)
    for (const [place, { source, details }] of claim.backup.entries()) {
      await client.claims.addBackup({
        requestId: request(`backup ${place}`),
        claimId,
        backupId: derived<BackupId>(requestId, `backup ${place} of ${index}`),
        sourceId: must(sources.get(source), 'each source was added'),
        details,
      })
    }
    if (claim.note) await client.claims.setNote({ requestId: request('note'), claimId, note: claim.note })
    if (claim.isLegal) await client.claims.setLegal({ requestId: request('legal'), claimId, isLegal: true })
    if (!claim.status) continue
    await client.claims.settle({
      requestId: request('settle'),
      claimId,
      status: claim.status,
      note: claim.remark ?? '',
      seenWords: claim.words,
    })
  }
}

async function markSample(now: Act, storyId: StoryId): Promise<{ storyId: StoryId }> {
  await updateStory(now.tx, storyId, { is_sample: 1 })
  await now.record('desk', 'sample.added', storyId, { storyId })
  now.wake(storyId)
  now.tell('stories')
  return { storyId }
}

async function markSources(core: Core, caller: Caller, requestId: RequestId, ids: Iterable<SourceId>) {
  await act(core, caller, derived(requestId, 'mark sources'), async (now) => {
    for (const id of ids) await setSampleSource(now.tx, id, true)
    return null
  })
}

async function removeAll(core: Core, now: Act): Promise<{ removed: number }> {
  const stories = await sampleStories(now.tx)
  for (const storyId of stories) {
    await core.search.removeStory(now.tx, storyId)
    await deleteStory(now.tx, storyId)
    core.documents.forget(storyId)
    core.tending.forget(storyId)
    now.wake(storyId)
  }
  const removed: SourceId[] = []
  for (const id of await listSampleSources(now.tx)) {
    // Once another story rests on it, it is a source like any other.
    if ((await countUses(now.tx, id)) + (await countSpeakers(now.tx, id)) > 0) {
      await setSampleSource(now.tx, id, false)
      continue
    }
    await core.search.removeSource(now.tx, id)
    await deleteSource(now.tx, id)
    removed.push(id)
  }
  if (stories.length > 0) {
    await now.record('desk', 'sample.removed', 'sample', { stories, sources: removed })
    now.tell('stories')
    now.tell('sources')
  }
  return { removed: stories.length }
}

export function openSample(core: Core, clientOf: (caller: Caller) => DeskClient): Sample {
  /** Two windows that ask at once get one sample. */
  let last: Promise<unknown> = Promise.resolve()

  async function add(
    caller: Caller,
    requestId: RequestId,
    language: WindowLanguage,
  ): Promise<{ storyId: StoryId }> {
    const sample = samples[language]
    const client = clientOf(caller)
    const create = derived<RequestId>(requestId, 'create')
    if (!(await answered(core, create, 'stories.create'))) {
      const [known] = await core.store.transaction(sampleStories)
      if (known) return { storyId: known }
    }
    const { id: storyId, language: given } = await client.stories.create({
      requestId: create,
      headline: sample.fields.headline,
    })
    await act(core, caller, derived(requestId, 'mark'), (now) => markSample(now, storyId))
    // Its own language with the country that the computer has, where both are one language.
    if (baseLanguage(given) !== language)
      await client.stories.setLanguage({ requestId: derived(requestId, 'language'), storyId, language })
    await seedText(client, requestId, storyId, sample)
    const claimIds = await seedTags(client, requestId, storyId, sample)
    const sources = await seedSources(client, requestId, sample)
    await markSources(core, caller, requestId, sources.values())
    await seedChecks(client, requestId, claimIds, sources, sample)
    return act(core, caller, requestId, async () => ({ storyId }))
  }

  return {
    add(caller, requestId, language) {
      const turn = last.then(() => add(caller, requestId, language))
      last = turn.catch(() => undefined)
      return turn
    },
    remove: (caller, requestId) => act(core, caller, requestId, (now) => removeAll(core, now)),
  }
}
