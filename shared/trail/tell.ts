/*
 * What every kind of event says, in words: one table, so that the window, the command line and what leaves the
 * desk tell the same. That is why it is long.
 */
import { z } from 'zod'
import type { Via } from '../model/audit.ts'
import { type Status, statusNames, statusSchema } from '../model/claim.ts'
import { type ExportPurpose, exportPurposeSchema } from '../model/export.ts'
import { gateKindNames, gateKindSchema } from '../model/gate.ts'
import type { InEach, WindowLanguage } from '../model/window-language.ts'

/** The records that an event names by their ids. */
export interface TrailNames {
  /** Null for somebody who is no longer among the people of the desk. */
  person(id: string): string | null
  source(id: string): string | null
}

interface Telling {
  readonly what: InEach
  /** What changed, in one line; null where `what` says all. Before and after as the event holds them. */
  readonly detail?: (told: Told, say: Saying) => string | null
}

interface Told {
  readonly before: Fields
  readonly after: Fields
  /** All that the event holds. */
  readonly all: Fields
}

/** Fields of a payload; what was struck or is of another shape reads as absent. */
type Fields = Readonly<Record<string, unknown>>

interface Saying {
  readonly language: WindowLanguage
  readonly names: TrailNames
}

const objectSchema = z.record(z.string(), z.unknown())

function fields(value: unknown): Fields {
  const read = objectSchema.safeParse(value)
  return read.success ? read.data : {}
}

function text(value: unknown): string {
  return typeof value === 'string' ? value : typeof value === 'number' ? String(value) : ''
}

function quoted(words: string, { language }: Saying): string {
  return language === 'de' ? `„${words}“` : `“${words}”`
}

const nobody: InEach = { en: 'nobody', de: 'niemand' }
const nothing: InEach = { en: 'nothing', de: 'nichts' }

/** "before → after", where what was before says something. */
function turned(before: string, after: string, { language }: Saying): string {
  return `${before || nothing[language]} → ${after || nothing[language]}`
}

function change(name: string): NonNullable<Telling['detail']> {
  return ({ before, after }, say) => turned(text(before[name]), text(after[name]), say)
}

function statusOf(value: unknown, language: WindowLanguage): string {
  const status = statusSchema.safeParse(value)
  return status.success ? statusNames[language][status.data satisfies Status] : text(value)
}

const wordsAfter: NonNullable<Telling['detail']> = ({ after }, say) =>
  after.words ? quoted(text(after.words), say) : null

/** The words that need no check, and whose they are or where. */
function dismissedIn({ words }: Fields): string {
  return text(words).replaceAll('\n', ' – ')
}

function settled({ before, after }: Told, say: Saying): string {
  const settling = fields(after.settling)
  const statuses = turned(statusOf(before.status, say.language), statusOf(after.status, say.language), say)
  const words = settling.words ? quoted(text(settling.words), say) : ''
  return [statuses, words, text(settling.note)].filter((part) => part !== '').join(' · ')
}

function speaker(value: unknown, { language }: Saying): string {
  const { name, role } = fields(value)
  return [text(name), text(role)].filter((part) => part !== '').join(', ') || nobody[language]
}

function backing(record: Fields, say: Saying): string | null {
  const source = say.names.source(text(record.sourceId)) ?? text(record.sourceId)
  const parts = [source, text(record.locator), record.excerpt ? quoted(text(record.excerpt), say) : '']
  return parts.filter((part) => part !== '').join(' · ') || null
}

/** What was let pass, of which words, and why. */
function letPass(override: Fields, say: Saying): string | null {
  const kind = gateKindSchema.safeParse(override.kind)
  const parts = [
    kind.success ? gateKindNames[say.language][kind.data] : text(override.kind),
    override.words ? quoted(text(override.words), say) : '',
    text(override.reason),
  ]
  return parts.filter((part) => part !== '').join(' · ') || null
}

/** One sentence by its words, several by their number. */
function sentencesRead({ after }: Told, say: Saying): string | null {
  const sentences = Array.isArray(after.sentences) ? after.sentences.map(fields) : []
  const [only, ...others] = sentences
  if (!only) return null
  if (others.length === 0) return quoted(text(only.words), say)
  return `${sentences.length} ${{ en: 'sentences', de: 'Sätze' }[say.language]}`
}

/** Who was asked what; of one that went, as it was. */
function asking({ before, after }: Told, say: Saying): string | null {
  const query = after.asked === undefined ? before : after
  const question = text(query.question)
  return (
    [text(query.asked), question && quoted(question, say)].filter((part) => part !== '').join(' · ') || null
  )
}

/** What words are to become; of one that went, as it was. */
function fixing({ before, after }: Told, say: Saying): string | null {
  const fix = after.words === undefined ? before : after
  if (fix.words === undefined) return null
  const words = (value: unknown) => (value ? quoted(text(value), say) : '')
  const changed =
    fix.remedy === 'stands' ? words(fix.words) : turned(words(fix.words), words(fix.newWords), say)
  return [changed, text(fix.why)].filter((part) => part !== '').join(' · ')
}

function deciding(told: Told, say: Saying): string | null {
  const reason = text(fields(told.after.decision).reason)
  return [fixing(told, say) ?? '', reason].filter((part) => part !== '').join(' · ') || null
}

const namedAfter: NonNullable<Telling['detail']> = ({ after, before }) =>
  text(after.name ?? after.title ?? before.name ?? before.title) || null

const purposeNames: InEach<Record<ExportPurpose, string>> = {
  en: { publishing: 'for publishing', internal: 'internal' },
  de: { publishing: 'zur Veröffentlichung', internal: 'intern' },
}

/** Every kind of event that Stet writes. */
export const tellings = {
  'story.created': { what: { en: 'Began the story', de: 'Beitrag angelegt' } },
  'story.imported': {
    what: { en: 'Imported it', de: 'Importiert' },
    detail: ({ all }) => [text(all.name), text(all.format)].filter((part) => part !== '').join(' · ') || null,
  },
  'story.duplicated': { what: { en: 'Made as a copy', de: 'Als Kopie angelegt' } },
  'story.staged': { what: { en: 'Set the stage', de: 'Stand gesetzt' }, detail: change('stage') },
  'story.languageSet': {
    what: { en: 'Set the language', de: 'Sprache gesetzt' },
    detail: change('language'),
  },
  'story.renamed': { what: { en: 'Changed the slug', de: 'Slug geändert' }, detail: change('slug') },
  'story.archived': { what: { en: 'Archived it', de: 'Archiviert' } },
  'story.restored': { what: { en: 'Brought it back', de: 'Zurückgeholt' } },
  'story.partsPutBack': { what: { en: 'Put dropped parts back', de: 'Weggelassenes zurückgeholt' } },
  'story.exported': {
    what: { en: 'Exported the story', de: 'Beitrag exportiert' },
    detail: ({ all }, { language }) => {
      const purpose = exportPurposeSchema.safeParse(all.purpose)
      const parts = [
        text(all.as),
        purpose.success ? purposeNames[language][purpose.data] : '',
        all.isCleared === false ? { en: 'not cleared', de: 'nicht freigegeben' }[language] : '',
      ]
      return parts.filter((part) => part !== '').join(' · ') || null
    },
  },
  'story.trailExported': {
    what: { en: 'Exported the trail', de: 'Protokoll exportiert' },
    detail: ({ all }) => text(all.as) || null,
  },
  'story.deletedForGood': { what: { en: 'Deleted a story for good', de: 'Beitrag endgültig gelöscht' } },
  'claim.tagged': { what: { en: 'Tagged', de: 'Markiert' }, detail: wordsAfter },
  'claim.removed': { what: { en: 'Left the text', de: 'Steht nicht mehr im Text' }, detail: wordsAfter },
  'claim.returned': {
    what: { en: 'Came back into the text', de: 'Steht wieder im Text' },
    detail: wordsAfter,
  },
  'claim.settled': { what: { en: 'Settled', de: 'Entschieden' }, detail: settled },
  'claim.settlingTakenBack': {
    what: { en: 'Took a settling back', de: 'Entscheidung zurückgenommen' },
    detail: settled,
  },
  'claim.kindChanged': { what: { en: 'Changed the kind', de: 'Art geändert' }, detail: change('kind') },
  'claim.speakerChanged': {
    what: { en: 'Changed the speaker', de: 'Sprecher geändert' },
    detail: ({ before, after }, say) =>
      turned(speaker(before.speaker, say), speaker(after.speaker, say), say),
  },
  'claim.assigned': {
    what: { en: 'Assigned', de: 'Zugewiesen' },
    detail: ({ before, after }, say) => {
      const name = (id: unknown) => (id ? (say.names.person(text(id)) ?? text(id)) : nobody[say.language])
      return turned(name(before.assigneeId), name(after.assigneeId), say)
    },
  },
  'claim.noted': { what: { en: 'Changed the note', de: 'Notiz geändert' }, detail: change('note') },
  'claim.legalFlagged': {
    what: { en: 'Legal flag', de: 'Rechtliche Prüfung' },
    detail: ({ after }, { language }) =>
      after.isLegal
        ? { en: 'set', de: 'verlangt' }[language]
        : { en: 'taken off', de: 'aufgehoben' }[language],
  },
  'claim.subjectSet': {
    what: { en: 'Said what it is about', de: 'Gegenstand festgelegt' },
    detail: change('subject'),
  },
  'claim.merged': { what: { en: 'Took in another claim', de: 'Mit einer anderen Aussage vereint' } },
  'override.made': {
    what: { en: 'Let it pass', de: 'Durchgelassen' },
    detail: ({ after }, say) => letPass(after, say),
  },
  'override.takenBack': {
    what: { en: 'No longer lets it pass', de: 'Nicht mehr durchgelassen' },
    detail: ({ before }, say) => letPass(before, say),
  },
  'story.cleared': {
    what: { en: 'Cleared the story', de: 'Beitrag freigegeben' },
    detail: ({ after }, { language }) => {
      const count = Array.isArray(after.overrideIds) ? after.overrideIds.length : 0
      if (count === 0) return null
      return { en: `with ${count} let pass`, de: `${count} durchgelassen` }[language]
    },
  },
  'story.clearingTakenBack': { what: { en: 'Took the clearing back', de: 'Freigabe zurückgenommen' } },
  'reading.made': { what: { en: 'Read', de: 'Gelesen' }, detail: sentencesRead },
  'reading.takenBack': { what: { en: 'Took a reading back', de: 'Lesen zurückgenommen' } },
  'dismissal.made': {
    what: { en: 'Needs no check', de: 'Muss nicht geprüft werden' },
    detail: ({ after }, say) =>
      after.what === 'finding'
        ? null
        : wordsAfter({ before: {}, after: { ...after, words: dismissedIn(after) }, all: {} }, say),
  },
  'dismissal.takenBack': {
    what: { en: 'Proposes it again', de: 'Wieder vorgeschlagen' },
    detail: ({ before }, say) =>
      before.what === 'finding' || !before.words ? null : quoted(dismissedIn(before), say),
  },
  'backup.added': {
    what: { en: 'Attached backup', de: 'Beleg angehängt' },
    detail: ({ after }, say) => backing(after, say),
  },
  'backup.changed': {
    what: { en: 'Changed backup', de: 'Beleg geändert' },
    detail: ({ after }, say) => backing(after, say),
  },
  'backup.removed': {
    what: { en: 'Took backup off', de: 'Beleg entfernt' },
    detail: ({ before }, say) => backing(before, say),
  },
  'claim.legalCleared': {
    what: { en: 'Cleared by legal', de: 'Rechtlich freigegeben' },
    detail: ({ after }, say) => {
      const { words, note } = fields(after.legalClearing)
      return [quoted(text(words), say), text(note)].filter((part) => part !== '').join(' · ')
    },
  },
  'claim.legalUncleared': {
    what: { en: 'Took the legal clearing back', de: 'Rechtliche Freigabe zurückgenommen' },
  },
  'claim.secondReaderAsked': {
    what: { en: 'Asked for a second reader', de: 'Zweitlesung erbeten' },
    detail: ({ after }, say) => {
      const { readerId } = fields(after.secondReading)
      return readerId ? (say.names.person(text(readerId)) ?? text(readerId)) : null
    },
  },
  'claim.secondReaderDropped': {
    what: { en: 'Asked for no second reader any more', de: 'Zweitlesung nicht mehr erbeten' },
  },
  'claim.secondRead': { what: { en: 'Read as the second', de: 'Zum zweiten Mal gelesen' } },
  'query.asked': { what: { en: 'Asked', de: 'Angefragt' }, detail: asking },
  'query.changed': { what: { en: 'Changed a query', de: 'Anfrage geändert' }, detail: asking },
  'query.answered': {
    what: { en: 'Noted an answer', de: 'Antwort notiert' },
    detail: ({ before, after }, say) => {
      const was = text(fields(before.answer).words)
      const is = text(fields(after.answer).words)
      return [text(after.asked), is ? quoted(is, say) : turned(was, '', say)]
        .filter((part) => part !== '')
        .join(' · ')
    },
  },
  'query.used': { what: { en: 'Made an answer backup', de: 'Antwort als Beleg angehängt' }, detail: asking },
  'query.removed': { what: { en: 'Removed a query', de: 'Anfrage entfernt' }, detail: asking },
  'query.restored': { what: { en: 'Put a query back', de: 'Anfrage zurückgeholt' }, detail: asking },
  'fix.suggested': { what: { en: 'Suggested a fix', de: 'Korrektur vorgeschlagen' }, detail: fixing },
  'fix.answered': {
    what: { en: 'Answered a suggested fix', de: 'Auf Korrekturvorschlag geantwortet' },
    detail: ({ after }) => text(fields(after.answer).words) || null,
  },
  'fix.accepted': { what: { en: 'Accepted a fix', de: 'Korrektur angenommen' }, detail: deciding },
  'fix.rejected': { what: { en: 'Rejected a fix', de: 'Korrektur abgelehnt' }, detail: deciding },
  'fix.withdrawn': { what: { en: 'Withdrew a fix', de: 'Korrekturvorschlag zurückgezogen' }, detail: fixing },
  'fix.restored': { what: { en: 'Put a fix back', de: 'Korrekturvorschlag zurückgeholt' }, detail: fixing },
  'source.added': { what: { en: 'Added a source', de: 'Quelle angelegt' }, detail: namedAfter },
  'source.changed': { what: { en: 'Changed a source', de: 'Quelle geändert' }, detail: namedAfter },
  'source.removed': { what: { en: 'Removed a source', de: 'Quelle entfernt' }, detail: namedAfter },
  'source.fileAttached': { what: { en: 'Attached a file', de: 'Datei angehängt' }, detail: namedAfter },
  'source.fileDetached': { what: { en: 'Took a file off', de: 'Datei entfernt' }, detail: namedAfter },
  'person.added': { what: { en: 'Joined the desk', de: 'Kam ins Team' }, detail: namedAfter },
  'person.changed': { what: { en: 'Changed a person', de: 'Person geändert' }, detail: namedAfter },
  'sample.added': { what: { en: 'Added the sample', de: 'Beispiel angelegt' } },
  'sample.removed': { what: { en: 'Removed the sample', de: 'Beispiel entfernt' } },
  'desk.copiesKept': {
    what: { en: 'Changed how many backups are kept', de: 'Zahl der Sicherungen geändert' },
  },
  'desk.rulesSet': { what: { en: 'Changed the rules of the check', de: 'Prüfregeln geändert' } },
  'desk.restored': { what: { en: 'Took the desk back to a backup', de: 'Redaktion aus Sicherung geholt' } },
  'words.struck': { what: { en: 'Struck words for good', de: 'Wörter endgültig getilgt' } },
  'striking.reasonGiven': {
    what: { en: 'Gave the reason of a striking', de: 'Grund einer Tilgung genannt' },
  },
  'striking.ended': { what: { en: 'A striking came to its end', de: 'Tilgung abgeschlossen' } },
} satisfies Record<string, Telling>

/** A kind of event; one that is not in {@link tellings} cannot be written. */
export type EventKind = keyof typeof tellings

export interface EventWords {
  readonly what: string
  readonly detail: string | null
}

/**
 * What an event says, for people.
 *
 * @param event its kind and payload; a struck or withheld payload is null, and then only the kind is told
 * @returns the kind itself as `what` where a newer Stet wrote it
 */
export function tellEvent(
  event: { readonly kind: string; readonly payload: unknown },
  names: TrailNames,
  language: WindowLanguage,
): EventWords {
  const telling: Telling | undefined = Object.hasOwn(tellings, event.kind)
    ? tellings[event.kind as EventKind]
    : undefined
  if (!telling) return { what: event.kind, detail: null }
  const all = fields(event.payload)
  const told = { all, before: fields(all.before), after: fields(all.after) }
  const detail = event.payload === null ? null : (telling.detail?.(told, { language, names }) ?? null)
  return { what: telling.what[language], detail }
}

/** Through what somebody acted. */
export const viaNames: InEach<Record<Via, string>> = {
  en: { window: 'window', commandLine: 'command line', desk: 'the desk itself' },
  de: { window: 'Fenster', commandLine: 'Befehlszeile', desk: 'die Redaktion selbst' },
}
