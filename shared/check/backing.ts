import type { Backup } from '../model/backup.ts'
import type { Claim } from '../model/claim.ts'
import type { SourceId } from '../model/ids.ts'
import type { Source } from '../model/source.ts'
import type { DeskRules } from './rules.ts'

/**
 * What a confirmed claim lacks. `noBackup`: nothing supports it. `tooFew`: neither enough primary nor enough
 * independent sources. `noRecord`: a quote that rests neither on a recording or document nor on the speaker.
 */
export type Thin =
  | { readonly kind: 'noBackup' }
  | { readonly kind: 'tooFew'; readonly primary: number; readonly independent: number }
  | { readonly kind: 'noRecord' }

interface Support {
  readonly backup: Backup
  readonly source: Source | undefined
}

function foldedName(name: string): string {
  return name.normalize('NFKC').trim().replace(/\s+/gu, ' ').toLowerCase()
}

/** What sources of one group have in common, else the source itself. */
function unitOf({ backup, source }: Support): string {
  const group = foldedName(source?.independenceGroup ?? '')
  return group === '' ? `source ${backup.sourceId}` : `group ${group}`
}

function isOfSpeaker({ backup, source }: Support, { speaker }: Pick<Claim, 'speaker'>): boolean {
  if (!speaker) return false
  if (speaker.sourceId) return speaker.sourceId === backup.sourceId
  return source?.kind === 'person' && foldedName(source.title) === foldedName(speaker.name)
}

function isRecord({ source }: Support): boolean {
  return source?.kind === 'recording' || source?.kind === 'document'
}

/**
 * What a claim lacks by the desk's rules to be confirmed, whether or not it is. Only what supports it counts, and
 * not what was retracted; sources that share an independence group count once.
 *
 * @param sources at least those that the claim names
 */
export function thinness(
  claim: Pick<Claim, 'kind' | 'backup' | 'speaker'>,
  rules: DeskRules,
  sources: ReadonlyMap<SourceId, Source>,
): Thin | null {
  const support = claim.backup
    .map((backup): Support => ({ backup, source: sources.get(backup.sourceId) }))
    .filter(({ backup, source }) => backup.stance === 'supports' && source?.standing !== 'retracted')
  if (support.length === 0) return { kind: 'noBackup' }
  if (claim.kind === 'quote' && rules.quotesWantRecord) {
    return support.some((one) => isRecord(one) || isOfSpeaker(one, claim)) ? null : { kind: 'noRecord' }
  }
  const independent = new Set(support.map(unitOf)).size
  const primary = new Set(support.filter(({ backup }) => backup.rank === 'primary').map(unitOf)).size
  const isEnough = primary >= rules.primarySources || independent >= rules.independentSources
  return isEnough ? null : { kind: 'tooFew', primary, independent }
}
