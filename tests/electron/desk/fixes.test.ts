import { expect, it } from 'vitest'
import type { DeskClient } from '../../../shared/contract/contract.ts'
import { schema } from '../../../shared/document/schema.ts'
import { textOf } from '../../../shared/document/text.ts'
import { must } from '../../../shared/lib/assert.ts'
import type { Claim } from '../../../shared/model/claim.ts'
import { type Fix, type Remedy, stateOf } from '../../../shared/model/fix.ts'
import { newRequestId, type StoryId } from '../../../shared/model/ids.ts'
import {
  addBackup,
  addSource,
  type Bench,
  claimOf,
  documentOf,
  edit,
  find,
  findings,
  makeStory,
  refusalOf,
  settle,
  setUpBench,
  suggest,
  tag,
  trailKinds,
} from './bench.ts'

function lastFix(claim: Claim): Fix {
  return must(claim.fixes.at(-1), 'a fix')
}

async function joinAs(bench: Bench, role: 'writer' | 'editor', name: string): Promise<DeskClient> {
  const person = { name, initials: name.slice(0, 2), role }
  const { id } = await bench.nobody.people.add({ requestId: newRequestId(), person })
  return bench.desk.client({ personId: id, via: 'window' })
}

async function setUp(texts: readonly string[] = ['Forty boats lay there. Nobody counted.']) {
  const bench = await setUpBench()
  const storyId = await makeStory(bench.ada, texts)
  const editor = await joinAs(bench, 'editor', 'Edna Editor')
  const writer = await joinAs(bench, 'writer', 'Wanda Writer')
  return { bench, storyId, editor, writer, checker: bench.ada }
}

const bodyText = async (client: DeskClient, storyId: StoryId) =>
  textOf(await documentOf(client, storyId), 'accepted')
    .split('\n')
    .slice(1)
    .join('\n')

const accept = (client: DeskClient, fix: Fix, reason = '') =>
  client.fixes.accept({ requestId: newRequestId(), fixId: fix.id, reason })

it('a checker suggests, the writer answers, the editor accepts: the text reads so and the claim is confirmed on it', async () => {
  const { bench, storyId, editor, writer, checker } = await setUp()
  const claim = await tag(checker, storyId, 'Forty boats')
  const sourceId = await addSource(checker, 'The register')
  const [backup] = (await addBackup(checker, claim.id, sourceId)).backup
  await settle(checker, claim, 'wrong')
  const { version } = await bench.ada.stories.open({ storyId })
  const suggested = await suggest(checker, claim, 'Four boats', { backupIds: [must(backup, 'backup').id] })
  const fix = lastFix(suggested)
  expect(fix).toMatchObject({ words: 'Forty boats', newWords: 'Four boats', suggestedBy: bench.adaId })
  expect(stateOf(fix)).toBe('open')

  const answered = lastFix(
    await writer.fixes.answer({ requestId: newRequestId(), fixId: fix.id, words: 'Agreed.' }),
  )
  expect(stateOf(answered)).toBe('answered')
  expect(await refusalOf(accept(checker, fix))).toMatchObject({ code: 'NOT_YOURS' })
  expect(await refusalOf(accept(writer, fix))).toMatchObject({ code: 'NOT_YOURS' })

  const accepted = await accept(editor, fix)
  expect(accepted).toMatchObject({
    words: 'Four boats',
    status: 'confirmed',
    settling: { words: 'Four boats', note: 'The register has four.' },
  })
  expect(Object.keys(accepted.settling?.backupFingerprints ?? {})).toEqual([backup?.id])
  expect(stateOf(lastFix(accepted))).toBe('accepted')
  expect(await bodyText(bench.ada, storyId)).toBe('Four boats lay there. Nobody counted.')
  expect((await bench.ada.stories.open({ storyId })).version).toBeGreaterThan(version)
  expect(await claimOf(bench.grace, storyId, claim.id)).toEqual(accepted)
  expect((await trailKinds(bench.ada, storyId)).slice(-4)).toEqual([
    'fix.suggested',
    'fix.answered',
    'fix.accepted',
    'claim.settled',
  ])
  expect(await findings(bench.ada)).toEqual([])
})

it('where the settling cannot be written, neither text nor decision is', async () => {
  const { bench, storyId, editor, checker } = await setUp()
  const claim = await tag(checker, storyId, 'Forty boats')
  const fix = lastFix(await suggest(checker, claim, 'Four boats'))
  bench.failNext(Object.assign(new Error('full'), { code: 'SQLITE_FULL' }))
  expect(await refusalOf(accept(editor, fix))).toMatchObject({ code: 'NOT_SAVED' })
  expect(await bodyText(bench.ada, storyId)).toBe('Forty boats lay there. Nobody counted.')
  expect(await claimOf(bench.ada, storyId, claim.id)).toMatchObject({
    status: 'unchecked',
    fixes: [{ decision: null }],
  })
  expect(await findings(bench.ada)).toEqual([])
  await accept(editor, fix)
  expect(await bodyText(bench.ada, storyId)).toBe('Four boats lay there. Nobody counted.')
})

it('who wrote the words is read in transactions of its own, before the one that accepts', async () => {
  const { bench, storyId, editor, checker } = await setUp()
  const fix = lastFix(await suggest(checker, await tag(checker, storyId, 'Forty boats'), 'Four boats'))
  const before = bench.transactions()
  await accept(editor, fix)
  expect(bench.transactions() - before).toBeGreaterThan(1)
})

it('who typed meanwhile is behind, rebases, and both are in the text', async () => {
  const { bench, storyId, editor, checker } = await setUp()
  const claim = await tag(checker, storyId, 'Forty boats')
  const fix = lastFix(await suggest(checker, claim, 'Four boats'))
  const before = await bench.grace.stories.open({ storyId })
  await accept(editor, fix)
  const typing = edit(
    bench.grace,
    storyId,
    (transform) => {
      transform.insert(find(transform.doc, 'Nobody').from, schema.text('Well: '))
    },
    { atVersion: before.version },
  )
  expect(await refusalOf(typing)).toMatchObject({ code: 'BEHIND' })
  await edit(bench.grace, storyId, (transform) => {
    transform.insert(find(transform.doc, 'Nobody').from, schema.text('Well: '))
  })
  expect(await bodyText(bench.ada, storyId)).toBe('Four boats lay there. Well: Nobody counted.')
  expect(await claimOf(bench.ada, storyId, claim.id)).toMatchObject({
    status: 'confirmed',
    words: 'Four boats',
  })
  expect(await findings(bench.ada)).toEqual([])
})

it('a fix of words that read otherwise by now is not accepted', async () => {
  const { bench, storyId, editor, checker } = await setUp()
  const claim = await tag(checker, storyId, 'Forty boats')
  expect(await refusalOf(suggest(checker, { ...claim, words: 'Five boats' }, 'Four'))).toMatchObject({
    code: 'WORDS_MOVED',
  })
  const fix = lastFix(await suggest(checker, claim, 'Four boats'))
  await edit(bench.grace, storyId, (transform) => {
    transform.insert(
      find(transform.doc, 'boats').from,
      schema.text('big ', transform.doc.resolve(find(transform.doc, 'boats').from).marks()),
    )
  })
  expect(await refusalOf(accept(editor, fix))).toEqual({
    code: 'WORDS_MOVED',
    data: { seen: 'Forty boats', now: 'Forty big boats' },
  })
})

it('an editor rejects with a reason; what is decided stays decided', async () => {
  const { storyId, editor, checker, bench } = await setUp()
  const claim = await tag(checker, storyId, 'Forty boats')
  const fix = lastFix(await suggest(checker, claim, 'Four boats'))
  const reject = (client: DeskClient, reason: string) =>
    client.fixes.reject({ requestId: newRequestId(), fixId: fix.id, reason })
  expect(await refusalOf(reject(checker, 'no'))).toMatchObject({ code: 'NOT_YOURS' })
  expect(await refusalOf(reject(editor, ' '))).toMatchObject({ code: 'REASON_WANTED' })
  const rejected = await reject(editor, 'The register is of another day.')
  expect(lastFix(rejected).decision).toMatchObject({
    kind: 'rejected',
    reason: 'The register is of another day.',
  })
  expect(rejected).toMatchObject({ status: 'unchecked', words: 'Forty boats' })
  expect(await refusalOf(accept(editor, fix))).toMatchObject({ code: 'DECIDED' })
  const withdrawing = checker.fixes.withdraw({ requestId: newRequestId(), fixId: fix.id })
  expect(await refusalOf(withdrawing)).toMatchObject({ code: 'DECIDED' })
  expect(await findings(bench.ada)).toEqual([])
})

it('a withdrawn fix is back as it was when it is put back', async () => {
  const { storyId, checker, bench } = await setUp()
  const claim = await tag(checker, storyId, 'Forty boats')
  const fix = lastFix(await suggest(checker, claim, 'Four boats'))
  const request = () => ({ requestId: newRequestId(), fixId: fix.id })
  expect((await checker.fixes.withdraw(request())).fixes).toEqual([])
  expect(await findings(bench.ada)).toEqual([])
  expect((await checker.fixes.restore(request())).fixes).toEqual([fix])
  expect(await findings(bench.ada)).toEqual([])
})

it('in a quote only words of its transcript are suggested, and accepted while the transcript is there', async () => {
  const { storyId, editor, checker, bench } = await setUp([
    'He said: “There are forty boats.” Nobody laughed.',
  ])
  const quote = await tag(checker, storyId, '“There are forty boats.”', { kind: 'quote' })
  const words = '“There are four boats.”'
  expect(await refusalOf(suggest(checker, quote, words))).toEqual({
    code: 'FIX_UNFIT',
    data: { objection: 'notInTranscript' },
  })
  const page = await addSource(checker, 'A page', { kind: 'webPage' })
  await addBackup(checker, quote.id, page, { excerpt: 'There are four boats' })
  expect(await refusalOf(suggest(checker, quote, words))).toMatchObject({ code: 'FIX_UNFIT' })
  const call = await addSource(checker, 'The call', { kind: 'recording' })
  const spoken = await addBackup(checker, quote.id, call, { excerpt: 'Well, there are four boats, I think' })
  const fix = lastFix(await suggest(checker, quote, words))
  const backupId = must(spoken.backup.at(-1), 'the recording').id
  await checker.claims.removeBackup({ requestId: newRequestId(), backupId })
  expect(await refusalOf(accept(editor, fix))).toMatchObject({ code: 'FIX_UNFIT' })
  await addBackup(checker, quote.id, call, { excerpt: 'there are four boats' })
  expect(await accept(editor, fix)).toMatchObject({ words, status: 'confirmed' })
  expect(await bodyText(bench.ada, storyId)).toBe('He said: “There are four boats.” Nobody laughed.')
  expect(await findings(bench.ada)).toEqual([])
})

const quoted = 'He said: “There are forty boats.” Nobody laughed.'

it.each<[string, Remedy, string, string, Partial<Claim>]>([
  [
    'cut',
    'cut',
    '“There are … boats.”',
    'He said: “There are … boats.” Nobody laughed.',
    { status: 'confirmed', words: '“There are … boats.”', kind: 'quote' },
  ],
  ['cut whole', 'cut', '', 'He said: Nobody laughed.', { presence: 'removed', status: 'wrong' }],
  [
    'paraphrased',
    'paraphrase',
    'there were some boats.',
    'He said: there were some boats. Nobody laughed.',
    { status: 'confirmed', kind: 'statement', words: 'there were some boats.' },
  ],
  [
    'answered',
    'answer',
    'The register has four.',
    'He said: “There are forty boats.” The register has four. Nobody laughed.',
    { status: 'confirmed', words: '“There are forty boats.”', kind: 'quote' },
  ],
])('a wrong fact in an exact quote is %s', async (_, remedy, newWords, text, after) => {
  const { storyId, editor, checker, bench } = await setUp([quoted])
  const quote = await tag(checker, storyId, '“There are forty boats.”', { kind: 'quote' })
  await settle(checker, quote, 'wrong')
  const fix = lastFix(await suggest(checker, quote, newWords, { remedy }))
  expect(await accept(editor, fix)).toMatchObject(after)
  expect(await bodyText(bench.ada, storyId)).toBe(text)
  expect(await findings(bench.ada)).toEqual([])
})

it('a quote stands as said for an editor’s reason, and stays what it was settled as', async () => {
  const { storyId, editor, checker, bench } = await setUp([quoted])
  const quote = await tag(checker, storyId, '“There are forty boats.”', { kind: 'quote' })
  await settle(checker, quote, 'wrong')
  const fix = lastFix(await suggest(checker, quote, '', { remedy: 'stands' }))
  expect(await refusalOf(accept(editor, fix))).toMatchObject({ code: 'REASON_WANTED' })
  const after = await accept(editor, fix, 'He is known to exaggerate.')
  expect(after).toMatchObject({ status: 'wrong', words: quote.words })
  expect(lastFix(after).decision).toMatchObject({ kind: 'accepted', reason: 'He is known to exaggerate.' })
  expect(await bodyText(bench.ada, storyId)).toBe(quoted)
})

it('a whole paragraph that is cut leaves none behind', async () => {
  const { storyId, editor, checker, bench } = await setUp(['One stays.', 'Two goes.', 'Three stays.'])
  const claim = await tag(checker, storyId, 'Two goes.')
  const fix = lastFix(await suggest(checker, claim, '', { remedy: 'cut' }))
  expect(await accept(editor, fix)).toMatchObject({ presence: 'removed', words: 'Two goes.' })
  expect(await bodyText(bench.ada, storyId)).toBe('One stays.\nThree stays.')
  expect(JSON.stringify((await documentOf(bench.ada, storyId)).toJSON()).match(/"paragraph"/gu)).toHaveLength(
    2,
  )
  expect(await findings(bench.ada)).toEqual([])
})

it('other claims within the words that a fix changes stay on theirs', async () => {
  const { storyId, editor, checker, bench } = await setUp()
  const inner = await tag(checker, storyId, 'boats')
  const claim = await tag(checker, storyId, 'Forty boats lay there.')
  const fix = lastFix(await suggest(checker, claim, 'Perhaps four boats lay there, at most.'))
  expect(await accept(editor, fix)).toMatchObject({ words: 'Perhaps four boats lay there, at most.' })
  expect(await claimOf(bench.ada, storyId, inner.id)).toMatchObject({ words: 'boats', presence: 'inText' })
  expect(await findings(bench.ada)).toEqual([])
})

it('nothing is suggested for a claim that left the text, and backup of another claim is none', async () => {
  const { storyId, checker, bench } = await setUp()
  const claim = await tag(checker, storyId, 'Forty boats')
  const other = await tag(checker, storyId, 'Nobody counted')
  const sourceId = await addSource(checker, 'The register')
  const { backup } = await addBackup(checker, other.id, sourceId)
  const backupIds = backup.map((one) => one.id)
  expect(await refusalOf(suggest(checker, claim, 'Four', { backupIds }))).toMatchObject({ code: 'NOT_FOUND' })
  await settle(checker, claim, 'wrong')
  await edit(bench.ada, storyId, (transform) => {
    const { from, to } = find(transform.doc, 'Forty boats')
    transform.delete(from, to)
  })
  expect(await refusalOf(suggest(checker, claim, 'Four boats'))).toMatchObject({ code: 'NOT_IN_TEXT' })
})
