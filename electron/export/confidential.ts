import { createHash } from 'node:crypto'
import type { Node } from 'prosemirror-model'
import { anchorSpans } from '../../shared/document/anchors.ts'
import { fieldOf, readDocument } from '../../shared/document/build.ts'
import { textOf } from '../../shared/document/text.ts'
import type { Backup } from '../../shared/model/backup.ts'
import type { StoryBundle } from '../../shared/model/bundle.ts'
import type { Claim, Settling, Speaker } from '../../shared/model/claim.ts'
import type { Fix } from '../../shared/model/fix.ts'
import { type SourceId, sourceIdSchema } from '../../shared/model/ids.ts'
import type { Place } from '../../shared/model/place.ts'
import type { Query } from '../../shared/model/query.ts'
import { newSourceDetails, type Source } from '../../shared/model/source.ts'
import { slugOf } from '../../shared/model/story.ts'
import { type Scrub, scrubber, secretsOf } from './scrub.ts'

/** A confidential source as it leaves the desk. */
interface Disguise {
  readonly id: SourceId
  readonly description: string
}

/** In place of a secret where its description would tie it to the public source in whose record it stood. */
const withheld = 'withheld'

/**
 * The bundle as it may leave the desk: of a confidential source nothing but its wording in print, or
 * "confidential source 1", counted in the order of first use. This is the only place that decides it, and every
 * format is made from what it returns.
 *
 * The story's own words stay as they are. In every record around them (notes, words of removed claims, words as
 * once settled, other sources) the source's fields are looked for and replaced. A speaker whose name stands in
 * the story stays, but is no longer tied to the source.
 *
 * @returns the very same bundle where it names no confidential source
 */
export function withoutConfidential(bundle: StoryBundle): StoryBundle {
  const hidden = bundle.sources.filter((source) => source.isConfidential)
  if (hidden.length === 0) return bundle
  const document = readDocument(bundle.document)
  const storyText = textOf(document, 'both')
  const disguises = disguise(bundle, hidden, document, storyText)
  const backups = bundle.claims.flatMap((claim) => claim.backup)
  const queries = bundle.claims.flatMap((claim) => claim.queries)
  const secretsWith = (insteadOf: (disguise: Disguise) => string): Scrub =>
    scrubber(
      hidden.flatMap((source) => {
        const disguised = disguises.get(source.id)
        const own = backups.filter((backup) => backup.sourceId === source.id)
        const asked = queries.filter((query) => query.sourceId === source.id)
        return secretsOf(source, disguised ? insteadOf(disguised) : withheld, own, asked)
      }),
    )
  const scrub = secretsWith((disguised) => disguised.description)
  const withhold = secretsWith(() => withheld)
  const claims = bundle.claims.map((claim) => reduceClaim(claim, disguises, storyText, scrub))
  const hiddenHashes = new Set(hidden.flatMap((source) => source.files.map((file) => file.hash)))
  const named = new Set(claims.flatMap((claim) => sourcesOf(claim)))
  const sources = bundle.sources
    .map((source) => {
      const disguised = disguises.get(source.id)
      return disguised
        ? reduceSource(disguised, source, bundle.story.updatedAtMs)
        : withholdFrom(source, hiddenHashes, withhold)
    })
    .filter((source) => !source.isConfidential || named.has(source.id))
    .sort((one, other) => (one.id < other.id ? -1 : 1))
  const kept = new Set<string>([
    ...figureHashes(document),
    ...sources.flatMap((source) => source.files.map((file) => file.hash)),
  ])
  return {
    ...bundle,
    isPartial: true,
    story: { ...bundle.story, slug: reduceSlug(bundle.story.slug, hidden, document, scrub) },
    claims,
    sources,
    files: bundle.files.filter((file) => kept.has(file.hash) || !hiddenHashes.has(file.hash)),
  }
}

function sourcesOf(claim: Claim): SourceId[] {
  const speaker = claim.speaker?.sourceId
  return [
    ...(speaker ? [speaker] : []),
    ...claim.backup.map((backup) => backup.sourceId),
    ...claim.queries.flatMap((query) => query.sourceId ?? []),
  ]
}

/** The claims in the order of the text, those that are not in it last, by number. */
function inReadingOrder(claims: readonly Claim[], document: Node): Claim[] {
  const spans = anchorSpans(document)
  const at = (claim: Claim): number => spans.get(claim.id)?.from ?? Number.POSITIVE_INFINITY
  return [...claims].sort((one, other) => {
    const [here, there] = [at(one), at(other)]
    return here === there ? one.number - other.number : here - there
  })
}

function disguise(
  bundle: StoryBundle,
  hidden: readonly Source[],
  document: Node,
  storyText: string,
): ReadonlyMap<SourceId, Disguise> {
  const used = new Set<SourceId>()
  const wording = new Map(hidden.map((source) => [source.id, source.printAs.trim()]))
  for (const claim of inReadingOrder(bundle.claims, document)) {
    const speaker = claim.speaker
    if (speaker?.sourceId && staysTied(speaker, storyText, wording.get(speaker.sourceId) ?? '')) {
      used.add(speaker.sourceId)
    }
    for (const backup of claim.backup) used.add(backup.sourceId)
    for (const query of claim.queries) if (query.sourceId) used.add(query.sourceId)
  }
  for (const source of hidden) used.add(source.id)
  const disguises = new Map<SourceId, Disguise>()
  let unnamed = 0
  for (const id of used) {
    const inPrint = wording.get(id)
    if (inPrint === undefined) continue
    const description = inPrint || `confidential source ${++unnamed}`
    disguises.set(id, { id: disguisedId(bundle.story.id, disguises.size + 1), description })
  }
  return disguises
}

/** An id that says nothing of the source's own, so that two stories do not show that they share one. */
function disguisedId(storyId: string, count: number): SourceId {
  const hash = createHash('sha256').update(`${storyId}:${count}`).digest('hex')
  return sourceIdSchema.parse(`confidential-${count}-${hash.slice(0, 32)}`)
}

/** Whether naming the source beside the speaker says no more than the record may. */
function staysTied(speaker: Speaker, storyText: string, inPrint: string): boolean {
  return !standsIn(storyText, speaker.name) || speaker.name.trim() === inPrint
}

/** Whether the story says these words as they are; not as a part of longer ones. */
function standsIn(storyText: string, words: string): boolean {
  const wanted = words.trim()
  if (wanted === '') return false
  for (let at = storyText.indexOf(wanted); at >= 0; at = storyText.indexOf(wanted, at + 1)) {
    const edges = storyText.charAt(at - 1) + storyText.charAt(at + wanted.length)
    if (!/[\p{L}\p{N}]/u.test(edges)) return true
  }
  return false
}

function within(text: string, longest: number): string {
  return text.length <= longest ? text : text.slice(0, longest).toWellFormed()
}

function reduceClaim(
  claim: Claim,
  disguises: ReadonlyMap<SourceId, Disguise>,
  storyText: string,
  scrub: Scrub,
): Claim {
  const unlessPrinted = (words: string): string => (storyText.includes(words) ? words : scrub(words))
  const backup = claim.backup.map((one) => reduceBackup(one, disguises.get(one.sourceId), scrub))
  const open = claim.backup.filter((one) => !disguises.has(one.sourceId)).map((one) => one.id)
  return {
    ...claim,
    words: unlessPrinted(claim.words),
    speaker: claim.speaker && reduceSpeaker(claim.speaker, disguises, storyText, scrub),
    place: claim.place && placeIfPrinted(claim.place, storyText),
    settling: claim.settling && {
      ...claim.settling,
      place: claim.settling.place && placeIfPrinted(claim.settling.place, storyText),
      speaker:
        claim.settling.speaker &&
        standsIn(storyText, claim.settling.speaker) &&
        isSpeakerOpen(claim, disguises)
          ? claim.settling.speaker
          : null,
      words: unlessPrinted(claim.settling.words),
      note: scrub(claim.settling.note),
      backupFingerprints: fingerprintsOf(claim.settling, open),
    },
    note: within(scrub(claim.note), 20_000),
    legalClearing: claim.legalClearing && {
      ...claim.legalClearing,
      words: unlessPrinted(claim.legalClearing.words),
      note: within(scrub(claim.legalClearing.note), 20_000),
    },
    secondReading: claim.secondReading && {
      ...claim.secondReading,
      done: claim.secondReading.done && {
        ...claim.secondReading.done,
        words: unlessPrinted(claim.secondReading.done.words),
      },
    },
    backup,
    queries: claim.queries.map((one) =>
      reduceQuery(one, one.sourceId === null ? undefined : disguises.get(one.sourceId), scrub),
    ),
    fixes: claim.fixes.map((one) => reduceFix(one, unlessPrinted, scrub)),
    overrides: claim.overrides.map((one) => ({
      ...one,
      words: unlessPrinted(one.words),
      reason: within(scrub(one.reason), 20_000),
    })),
  }
}

/** What a confidential source was asked and said goes as a whole, as its backup does. */
function reduceQuery(query: Query, disguised: Disguise | undefined, scrub: Scrub): Query {
  if (disguised) {
    return {
      ...query,
      asked: within(disguised.description, 300),
      sourceId: disguised.id,
      question: withheld,
      answer: query.answer && { ...query.answer, words: withheld },
    }
  }
  return {
    ...query,
    asked: within(scrub(query.asked), 300),
    question: within(scrub(query.question), 20_000),
    answer: query.answer && { ...query.answer, words: within(scrub(query.answer.words), 100_000) },
  }
}

function reduceFix(fix: Fix, unlessPrinted: Scrub, scrub: Scrub): Fix {
  return {
    ...fix,
    words: unlessPrinted(fix.words),
    newWords: within(unlessPrinted(fix.newWords), 100_000),
    why: within(scrub(fix.why), 20_000),
    answer: fix.answer && { ...fix.answer, words: within(scrub(fix.answer.words), 20_000) },
    decision: fix.decision && { ...fix.decision, reason: within(scrub(fix.decision.reason), 20_000) },
  }
}

/** Sentences that the story no longer prints may name a source: they stay here. */
function placeIfPrinted(place: Place, storyText: string): Place | null {
  const lines = `${place.sentence}\n${place.preceding}\n${place.following}`.split('\n')
  return lines.every((line) => storyText.includes(line)) ? place : null
}

function isSpeakerOpen({ speaker }: Claim, disguises: ReadonlyMap<SourceId, Disguise>): boolean {
  return !speaker?.sourceId || !disguises.has(speaker.sourceId)
}

/** A fingerprint lets a guess be proved, so those of confidential backup, and of what is gone, stay here. */
function fingerprintsOf(settling: Settling, open: readonly string[]): Settling['backupFingerprints'] {
  return Object.fromEntries(Object.entries(settling.backupFingerprints).filter(([id]) => open.includes(id)))
}

function reduceBackup(backup: Backup, disguised: Disguise | undefined, scrub: Scrub): Backup {
  if (disguised) return { ...backup, sourceId: disguised.id, locator: '', excerpt: '', note: '' }
  return {
    ...backup,
    locator: within(scrub(backup.locator), 500),
    excerpt: within(scrub(backup.excerpt), 100_000),
    note: within(scrub(backup.note), 20_000),
  }
}

function reduceSpeaker(
  speaker: Speaker,
  disguises: ReadonlyMap<SourceId, Disguise>,
  storyText: string,
  scrub: Scrub,
): Speaker {
  const disguised = speaker.sourceId === null ? undefined : disguises.get(speaker.sourceId)
  if (!disguised) {
    const name = standsIn(storyText, speaker.name) ? speaker.name : within(scrub(speaker.name), 300)
    const role = standsIn(storyText, speaker.role) ? speaker.role : within(scrub(speaker.role), 500)
    return { ...speaker, name, role }
  }
  const role = standsIn(storyText, speaker.role) ? speaker.role : ''
  return staysTied(speaker, storyText, disguised.description)
    ? { name: within(disguised.description, 300), role, sourceId: disguised.id }
    : { name: speaker.name, role, sourceId: null }
}

/** Kind, rank, date and terms are the source's own too: all confidential sources look alike. */
function reduceSource(disguised: Disguise, source: Source, atMs: number): Source {
  return {
    ...newSourceDetails('document', disguised.description),
    isConfidential: true,
    terms: 'notForAttribution',
    printAs: source.printAs,
    id: disguised.id,
    files: [],
    createdAtMs: atMs,
    updatedAtMs: atMs,
  }
}

function withholdFrom(source: Source, hiddenHashes: ReadonlySet<string>, withhold: Scrub): Source {
  const url = withhold(source.url) === source.url ? source.url : ''
  return {
    ...source,
    title: within(withhold(source.title), 1000),
    publisher: within(withhold(source.publisher), 500),
    url,
    note: within(withhold(source.note), 20_000),
    codeName: within(withhold(source.codeName), 200),
    independenceGroup: within(withhold(source.independenceGroup), 200),
    printAs: within(withhold(source.printAs), 500),
    files: source.files
      .filter((file) => !hiddenHashes.has(file.hash))
      .map((file) => ({ ...file, name: within(withhold(file.name), 255) })),
  }
}

function figureHashes(document: Node): string[] {
  const hashes: string[] = []
  document.descendants((node) => {
    if (node.type.name === 'figure') hashes.push(String(node.attrs.hash))
  })
  return hashes
}

/** A slug is no word of the story: one that gives a source away is made anew from the headline. */
function reduceSlug(slug: string, hidden: readonly Source[], document: Node, scrub: Scrub): string {
  const words = slug.replaceAll('-', ' ')
  const namesOne = hidden
    .flatMap((source) => [source.title, source.publisher, source.codeName])
    .some((text) => /[\p{L}\p{N}]/u.test(text) && `-${slug}-`.includes(`-${slugOf(text)}-`))
  const isTelling = [slug, words, capitalised(words)].some((text) => scrub(text) !== text)
  return namesOne || isTelling ? slugOf(fieldOf(document, 'headline').textContent) : slug
}

/** As names are written: that is how surnames are looked for. */
function capitalised(words: string): string {
  return words.replace(/(?<!\p{L})\p{L}/gu, (letter) => letter.toUpperCase())
}
