import { z } from 'zod'
import { claimIdSchema } from './ids.ts'
import type { InEach } from './window-language.ts'

/** What stands in the way of clearing a story. */
export const blockKinds = [
  /** A sentence that nobody read as it stands. */
  'unread',
  'unchecked',
  'queried',
  /** What was settled is not what stands there. */
  'changed',
  'wrong',
  'unverified',
  /** Confirmed without the backup that the desk wants. */
  'thin',
  /** It stands on the author's word, without an editor's yes. */
  'onAuthor',
  /** A suggested fix that nobody decided about. */
  'openFix',
  /** Flagged for legal, and not cleared for the words that stand, or a second reader was asked for and is waited for. */
  'legal',
  /** "TK": something is to come. */
  'tk',
  'noByline',
  /** A figure without a credit. */
  'noCredit',
] as const

/** What whoever clears a story is asked to know. */
export const askKinds = [
  /** What stands around a settled claim is not what stood there. */
  'context',
  /** A claim that is no longer in the text. */
  'removed',
  /** A source that still stands says otherwise. */
  'contradicted',
  /** A check that is older than the desk allows. */
  'old',
  /** Who confirmed the words wrote them. */
  'ownWords',
] as const

export const askKindSchema = z.enum(askKinds)
export type AskKind = z.infer<typeof askKindSchema>

export const gateKindSchema = z.enum([...blockKinds, ...askKinds])
export type GateKind = z.infer<typeof gateKindSchema>

/** As window, command line and refusals call them. */
export const gateKindNames: InEach<Record<GateKind, string>> = {
  en: {
    unread: 'Unread',
    unchecked: 'Unchecked',
    queried: 'Queried',
    changed: 'Changed',
    wrong: 'Wrong',
    unverified: 'Unverified',
    thin: 'Thin',
    onAuthor: 'On author',
    openFix: 'Open fix',
    legal: 'Not cleared by legal',
    tk: 'TK',
    noByline: 'No byline',
    noCredit: 'Picture without credit',
    context: 'Context',
    removed: 'Removed',
    contradicted: 'Contradicted',
    old: 'Old',
    ownWords: 'Own words',
  },
  de: {
    unread: 'Ungelesen',
    unchecked: 'Ungeprüft',
    queried: 'Rückfrage',
    changed: 'Geändert',
    wrong: 'Falsch',
    unverified: 'Unbelegt',
    thin: 'Dünn belegt',
    onAuthor: 'Laut Autor',
    openFix: 'Korrektur offen',
    legal: 'Von Legal nicht freigegeben',
    tk: 'TK',
    noByline: 'Ohne Autorenzeile',
    noCredit: 'Bild ohne Nachweis',
    context: 'Umfeld',
    removed: 'Entfernt',
    contradicted: 'Widersprochen',
    old: 'Veraltet',
    ownWords: 'Eigene Worte',
  },
}

/** One thing that blocks, or is asked. */
export const gateLineSchema = z.object({
  kind: gateKindSchema,
  /** Of the claim that it is about; none for what is said of the text itself. */
  claimId: claimIdSchema.optional(),
  /** The claim's number. */
  number: z.int().positive().optional(),
  /** The kind of text block that it stands in, "paragraph", "headline", "figure"; "" where it is out of the text. */
  where: z.string(),
  /** The words that it is about, as they stand; "" where it is about none. */
  words: z.string(),
  /** Positions in the document; null where it is out of the text. */
  from: z.int().nonnegative().nullable(),
  to: z.int().nonnegative().nullable(),
})
export type GateLine = z.infer<typeof gateLineSchema>
