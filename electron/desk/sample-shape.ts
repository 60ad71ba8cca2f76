import type { BackupDetails } from '../../shared/model/backup.ts'
import type { ClaimKind, Status } from '../../shared/model/claim.ts'
import type { SourceDetails } from '../../shared/model/source.ts'

/** Where each piece of backup of the sample comes from. */
export type SampleSourceName = 'bridgeFile' | 'letter' | 'interview' | 'inspector'

export interface SampleBlock {
  readonly kind: 'paragraph' | 'crosshead' | 'pullQuote'
  readonly text: string
}

export interface SampleClaim {
  readonly kind: ClaimKind
  /** The very words in the body. */
  readonly words: string
  readonly speaker?: { readonly name: string; readonly role: string }
  readonly backup: readonly { readonly source: SampleSourceName; readonly details: BackupDetails }[]
  readonly status?: Status
  /** Said with the status. */
  readonly remark?: string
  readonly note?: string
  readonly isLegal?: boolean
}

/** A story that a first start offers, with a claim in every status. */
export interface SampleStory {
  readonly fields: Readonly<
    Record<'headline' | 'dek' | 'byline' | 'dateline' | 'searchTitle' | 'searchDescription', string>
  >
  readonly body: readonly SampleBlock[]
  readonly sources: Readonly<Record<SampleSourceName, SourceDetails>>
  /** In the order in which they stand in the text. */
  readonly claims: readonly SampleClaim[]
}

export const sampleBackup = (given: Partial<BackupDetails>): BackupDetails => ({
  locator: '',
  excerpt: '',
  stance: 'supports',
  rank: 'primary',
  note: '',
  ...given,
})
