import type { Node } from 'prosemirror-model'
import { Transform } from 'prosemirror-transform'
import { type Gate, type Gated, gateOf } from '../../../shared/check/gate.ts'
import { asRead, readWordsOf } from '../../../shared/check/read.ts'
import { defaultDeskRules } from '../../../shared/check/rules.ts'
import { sentencesOf } from '../../../shared/check/sentences.ts'
import { asShown, shownBlocks } from '../../../shared/check/shown.ts'
import { anchorWords } from '../../../shared/document/anchors.ts'
import { buildDocument } from '../../../shared/document/build.ts'
import { schema } from '../../../shared/document/schema.ts'
import { mappedText } from '../../../shared/document/text.ts'
import { must } from '../../../shared/lib/assert.ts'
import type { Backup } from '../../../shared/model/backup.ts'
import type { Claim, Settling, Status } from '../../../shared/model/claim.ts'
import type { Clearing } from '../../../shared/model/clearing.ts'
import type { Fix } from '../../../shared/model/fix.ts'
import {
  type ClaimId,
  newBackupId,
  newClearingId,
  newFixId,
  newOverrideId,
  newPersonId,
  newSourceId,
  newStoryId,
  type SourceId,
} from '../../../shared/model/ids.ts'
import type { OverridableKind, Override } from '../../../shared/model/override.ts'
import { newSourceDetails, type Source, type SourceDetails } from '../../../shared/model/source.ts'

export const storyId = newStoryId()
export const checkerId = newPersonId()
export const editorId = newPersonId()
export const nowMs = Date.UTC(2026, 4, 3, 12)

export const claimIdOf = (number: number): ClaimId => `claim-number-${number}` as ClaimId

export function figure(credit: string, caption = 'The mill in May.'): Node {
  const part = (name: 'caption' | 'credit' | 'altText', text: string): Node =>
    schema.node(name, null, text === '' ? [] : [schema.text(text)])
  return schema.node('figure', { hash: 'a'.repeat(64) }, [
    part('caption', caption),
    part('credit', credit),
    part('altText', ''),
  ])
}

export const paragraph = (text: string): Node =>
  schema.node('paragraph', null, text === '' ? [] : [schema.text(text)])

export interface MadeText {
  readonly body: readonly (string | Node)[]
  readonly headline?: string
  readonly byline?: string
  /** Words that claims 1, 2, 3 … stand on; null for a claim that is not in the text. */
  readonly tagged?: readonly (string | null)[]
}

export function textOfStory({
  body,
  headline = 'The mill',
  byline = 'By Ada Berg',
  tagged = [],
}: MadeText): Node {
  const blocks = body.map((one) => (typeof one === 'string' ? paragraph(one) : one))
  const transform = new Transform(buildDocument({ headline, byline }, blocks))
  tagged.forEach((words, index) => {
    if (words === null) return
    const { doc } = transform
    const { text, positions } = mappedText(doc, 'accepted', { from: 0, to: doc.content.size })
    const at = text.indexOf(words)
    const from = must(positions[at], `"${words}" stands there`)
    const to = must(positions[at + words.length - 1], 'its last letter') + 1
    transform.addMark(from, to, schema.mark('claim', { id: claimIdOf(index + 1) }))
  })
  return transform.doc
}

export function sourceOf(given: Partial<SourceDetails> = {}): Source {
  return {
    id: newSourceId(),
    ...newSourceDetails('document', 'The register'),
    ...given,
    files: [],
    createdAtMs: 0,
    updatedAtMs: 0,
  }
}

export function backupOn(sourceId: SourceId, given: Partial<Backup> = {}): Backup {
  return {
    id: newBackupId(),
    claimId: claimIdOf(1),
    sourceId,
    locator: '',
    excerpt: '',
    stance: 'supports',
    rank: 'primary',
    note: '',
    addedBy: checkerId,
    addedAtMs: 0,
    ...given,
  }
}

export function settlingOf(status: Status, words: string, given: Partial<Settling> = {}): Settling {
  return {
    status,
    words,
    version: 1,
    note: '',
    personId: checkerId,
    atMs: nowMs - 1000,
    backupFingerprints: {},
    place: null,
    speaker: null,
    writtenBy: [],
    ...given,
  }
}

export function claimOf(number: number, words: string, given: Partial<Claim> = {}): Claim {
  return {
    id: claimIdOf(number),
    storyId,
    number,
    kind: 'statement',
    presence: 'inText',
    words,
    speaker: null,
    status: given.settling?.status ?? 'unchecked',
    settling: null,
    assigneeId: null,
    note: '',
    isLegal: false,
    legalClearing: null,
    secondReading: null,
    copiedFrom: null,
    proposedFor: null,
    subject: null,
    place: null,
    changedGround: [],
    backup: [],
    queries: [],
    fixes: [],
    overrides: [],
    taggedBy: checkerId,
    taggedAtMs: 0,
    revision: 1,
    ...given,
  }
}

export function settled(number: number, words: string, status: Status, given: Partial<Claim> = {}): Claim {
  return claimOf(number, words, { settling: settlingOf(status, words), ...given })
}

export function fixOf(given: Partial<Fix> = {}): Fix {
  return {
    id: newFixId(),
    claimId: claimIdOf(1),
    remedy: 'words',
    words: 'four boats',
    newWords: 'five boats',
    why: 'The register has five.',
    backupIds: [],
    answer: null,
    decision: null,
    suggestedBy: checkerId,
    suggestedAtMs: 0,
    ...given,
  }
}

export function overrideOf(kind: OverridableKind, words: string, given: Partial<Override> = {}): Override {
  return {
    id: newOverrideId(),
    claimId: claimIdOf(1),
    kind,
    words,
    reason: 'The letter lies in the safe.',
    personId: editorId,
    atMs: nowMs - 500,
    ...given,
  }
}

/** All of a text as somebody read it. */
export function readAll(document: Node): Gated['read'] {
  return readWordsOf([{ isTakenBack: false, sentences: sentencesOf(document).map(asRead) }])
}

/** A clearing of a text as it stands. */
export function clearingOf(document: Node, given: Partial<Clearing> = {}): Clearing {
  return {
    id: newClearingId(),
    personId: editorId,
    atMs: nowMs - 100,
    version: 3,
    overrideIds: [],
    asks: [],
    shown: shownBlocks(document).map(asShown),
    ...given,
  }
}

export interface MadeStory extends MadeText {
  readonly claims?: readonly Claim[]
  readonly sources?: readonly Source[]
  readonly given?: Partial<Gated>
}

/** What the gate is asked about: a story that somebody read, at a desk of several, with the rules that Stet proposes. */
export function gatedOf({ claims = [], sources = [], given = {}, ...text }: MadeStory): Gated {
  const document = given.document ?? textOfStory(text)
  const words = (claim: Claim): string =>
    claim.presence === 'inText' ? (anchorWords(document, claim.id) ?? claim.words) : claim.words
  return {
    document,
    claims: claims.map((claim) => ({ ...claim, words: words(claim) })),
    read: readAll(document),
    clearing: null,
    rules: defaultDeskRules,
    sources: new Map(sources.map((source) => [source.id, source])),
    isDeskOfOne: false,
    nowMs,
    ...given,
  }
}

export function gateFor(story: MadeStory): Gate {
  return gateOf(gatedOf(story))
}

/** Kinds with the numbers of their claims, "wrong 1"; of the text itself the words, "tk four TK boats". */
export function linesOf(lines: Gate['blocks']): string[] {
  return lines.map(({ kind, number, words }) => `${kind} ${number ?? words}`.trim())
}
