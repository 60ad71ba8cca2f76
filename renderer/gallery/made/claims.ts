import type { Node } from 'prosemirror-model'
import type { z } from 'zod'
import { anchorSpans } from '../../../shared/document/anchors.ts'
import { textOf } from '../../../shared/document/text.ts'
import { wholeWords } from '../../../shared/document/words.ts'
import type { Backup, BackupDetails } from '../../../shared/model/backup.ts'
import { type Claim, type ClaimKind, claimSchema, type Status } from '../../../shared/model/claim.ts'
import { backupIdSchema } from '../../../shared/model/ids.ts'
import type { Source } from '../../../shared/model/source.ts'
import { checker, me, writer } from './people.ts'
import { iceHouse } from './stories.ts'
import { madeClaimId } from './words.ts'

const hourMs = 3_600_000

export function madeBackup(
  number: number,
  source: Pick<Source, 'id'>,
  given: Partial<BackupDetails> = {},
): Backup {
  return {
    id: backupIdSchema.parse(`backup-made-${number}-${source.id}`),
    claimId: madeClaimId(number),
    sourceId: source.id,
    locator: '',
    excerpt: '',
    stance: 'supports',
    rank: 'primary',
    note: '',
    addedBy: checker.id,
    addedAtMs: Date.now() - 5 * hourMs,
    ...given,
  }
}

export interface Given extends Partial<Claim> {
  /** Said with the status. */
  readonly remark?: string
  /** The words as settled, where they are others than now. */
  readonly settledWords?: string
}

export function madeClaim(number: number, words: string, status: Status, given: Given = {}): Claim {
  const { remark = '', settledWords, ...rest } = given
  // Read as a file of an earlier release is: what a claim has come to have since is empty.
  return claimSchema.parse({
    id: madeClaimId(number),
    storyId: iceHouse.id,
    number,
    kind: 'statement' satisfies ClaimKind,
    presence: 'inText',
    words,
    speaker: null,
    status,
    settling:
      status === 'unchecked'
        ? null
        : {
            status,
            words: settledWords ?? words,
            version: 31,
            note: remark,
            personId: checker.id,
            atMs: Date.now() - 3 * hourMs,
            backupFingerprints: {},
          },
    assigneeId: null,
    note: '',
    isLegal: false,
    copiedFrom: null,
    backup: [],
    taggedBy: writer.id,
    taggedAtMs: Date.now() - 30 * hourMs,
    revision: 1,
    ...rest,
  } satisfies z.input<typeof claimSchema>)
}

/** A record for every claim that stands in the text, with its words as they stand. */
export function claimsOf(
  document: Node,
  about: Readonly<Record<number, readonly [Status, Given?]>>,
): Claim[] {
  return [...anchorSpans(document)]
    .map(([id, span]) => {
      const number = Number(id.slice(-4))
      const [status, given] = about[number] ?? ['unchecked']
      return madeClaim(number, textOf(document, 'accepted', wholeWords(document, span)), status, given)
    })
    .sort((one, other) => one.number - other.number)
}

export const mine = { assigneeId: me.id }
