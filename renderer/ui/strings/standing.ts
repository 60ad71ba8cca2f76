import type { GroundPart } from '../../../shared/check/ground.ts'
import type { ChangeReason } from '../../../shared/check/standing.ts'
import type { ChosenSubject } from '../../../shared/check/subject.ts'
import type { ContextReason } from '../../../shared/check/surroundings.ts'
import type { SourceStanding } from '../../../shared/model/source.ts'
import type { ClaimFlag } from '../../state/claim-flags.ts'
import { plural } from '../format.ts'
import { inLanguage } from './in-language.ts'

export const claimFlagNames = inLanguage<Record<ClaimFlag, string>>({
  en: {
    changed: 'Changed',
    thin: 'Thin',
    contradicted: 'Contradicted',
    context: 'Context',
    ownWords: 'Own words',
    old: 'Old',
  },
  de: {
    changed: 'Geändert',
    thin: 'Dünn belegt',
    contradicted: 'Widersprochen',
    context: 'Umfeld',
    ownWords: 'Eigene Worte',
    old: 'Veraltet',
  },
})

export const changeReasons = inLanguage<Record<ChangeReason, string>>({
  en: {
    words: 'Its words differ from those that were settled.',
    block: 'It became a block or pull quote, or is none any more.',
    marks: 'Quotation marks were put round it or taken off.',
    source: 'Something behind it is not what it was.',
  },
  de: {
    words: 'Der Wortlaut ist nicht mehr der entschiedene.',
    block: 'Aus dem Absatz wurde ein Blockzitat oder hervorgehobenes Zitat, oder umgekehrt.',
    marks: 'Anführungszeichen kamen hinzu oder fielen weg.',
    source: 'Worauf die Entscheidung beruht, hat sich geändert.',
  },
})

export const contextReasons = inLanguage<Record<ContextReason, string>>({
  en: {
    sentence: 'The rest of its sentence differs.',
    place: 'It stands in another place.',
    speaker: 'Somebody else is noted as speaking.',
  },
  de: {
    sentence: 'Der Rest des Satzes lautet anders.',
    place: 'Sie steht an einer anderen Stelle.',
    speaker: 'Jemand anderes ist als Sprecher vermerkt.',
  },
})

export const groundPartNames = inLanguage<Record<GroundPart, string>>({
  en: {
    text: 'the words quoted from it',
    files: 'its files',
    url: 'its address',
    rank: 'its rank',
    group: 'its independence group',
    standing: 'whether it stands',
    removed: 'it was taken off',
    other: 'something of it',
  },
  de: {
    text: 'die daraus zitierten Worte',
    files: 'die Dateien',
    url: 'die Adresse',
    rank: 'der Rang',
    group: 'der gemeinsame Ursprung',
    standing: 'ob sie noch gilt',
    removed: 'der Beleg wurde entfernt',
    other: 'etwas daran',
  },
})

export const sourceStandingNames = inLanguage<Record<SourceStanding, string>>({
  en: { stands: 'Stands', corrected: 'Corrected', disputed: 'Disputed', retracted: 'Retracted' },
  de: { stands: 'Gilt', corrected: 'Berichtigt', disputed: 'Bestritten', retracted: 'Zurückgezogen' },
})

export const subjectNames = inLanguage<Record<ChosenSubject, string>>({
  en: {
    title: 'A title or function',
    toll: 'A toll of dead or hurt',
    age: 'An age',
    none: 'Nothing that grows old',
  },
  de: {
    title: 'Titel oder Funktion',
    toll: 'Opferzahl',
    age: 'Alter',
    none: 'Nichts, was veraltet',
  },
})

/** What an edit did to claims: how many are changed or in another context, and of which the kind is asked. */
interface Staled {
  readonly changed: number
  readonly context: number
  readonly asksKind: readonly number[]
}

export const standingStrings = inLanguage({
  en: {
    label: 'Since it was settled',
    before: 'Settled words, and the words now',
    sentenceBefore: 'Its sentence then and now',
    removedWord: 'taken out',
    addedWord: 'put in',
    onlyTypography: 'Only typography differs: it stands.',
    confirmNew: 'Confirm the new words',
    openAgain: 'Look at it again',
    nothingNew: 'This claim reads as it was settled.',
    notConfirmed: (status: string) => `It was settled as “${status}”: say anew what it is.`,
    asksKind: 'Is it a statement or a quote now?',
    thin: {
      noBackup: 'Confirmed without backup.',
      noRecord: 'A quote wants a recording, a document or the speaker.',
      tooFew: (primary: number, independent: number) =>
        `Too little backup: ${plural(primary, '# primary source', '# primary sources')}, ${plural(independent, '# independent source', '# independent sources')}.`,
    },
    contradicted: 'A source says otherwise.',
    ownWords: 'Confirmed by who wrote it.',
    old: 'The check is older than this desk allows.',
    staled: ({ changed, context, asksKind }: Staled) =>
      [
        changed > 0 ? plural(changed, '# settled claim changed', '# settled claims changed') : '',
        context > 0 ? plural(context, '# claim has another context', '# claims have another context') : '',
        ...asksKind.map((number) => `Claim ${number}: is it a statement or a quote now?`),
      ]
        .filter((part) => part !== '')
        .join(', '),
    flagFilter: 'What became of it',
    anyFlag: 'Any standing',
    subject: 'About',
    subjectProposed: (subject: string) => `As its words look: ${subject}`,
    subjectNone: 'As its words look: nothing that grows old',
    group: 'Independence group',
    groupHint: 'Sources that rest on one thing, such as one wire story, count once',
    sourceStanding: 'Standing',
    rules: {
      item: 'Rules of the check',
      title: 'What this desk asks of a check',
      lead: 'A confirmed claim rests on',
      primary: (count: number) => plural(count, 'primary source, or', 'primary sources, or'),
      independent: (count: number) =>
        plural(count, 'independent source of any rank', 'independent sources of any rank'),
      quotes: 'A quote wants a recording, a document or its speaker',
      ownWords: 'Say so where words were confirmed by who wrote them',
      ownWordsHint: 'Never asked where one person works alone',
      shelfLife: 'A check is good for so many days (empty: for ever)',
      saved: 'The rules are saved',
      loading: 'Reading the rules',
      notRead: 'The rules could not be read',
      editorsOnly: 'An editor sets the rules.',
      wrongCount: 'A number from 1 to 9 is wanted.',
      wrongDays: 'A number of days is wanted, or nothing.',
    },
  },
  de: {
    label: 'Seit der Entscheidung',
    before: 'Entschiedener Wortlaut und Wortlaut jetzt',
    sentenceBefore: 'Der Satz damals und jetzt',
    removedWord: 'gestrichen',
    addedWord: 'eingefügt',
    onlyTypography: 'Nur die Typografie ist anders: Es bleibt dabei.',
    confirmNew: 'Neuen Wortlaut bestätigen',
    openAgain: 'Noch einmal ansehen',
    nothingNew: 'Diese Aussage lautet wie entschieden.',
    notConfirmed: (status: string) => `Entschieden war „${status}“: Bitte neu entscheiden.`,
    asksKind: 'Ist es jetzt Angabe oder Zitat?',
    thin: {
      noBackup: 'Ohne Beleg bestätigt.',
      noRecord: 'Ein Zitat braucht Aufnahme, Dokument oder die Person selbst.',
      tooFew: (primary: number, independent: number) =>
        `Zu wenig Belege: ${plural(primary, '# Primärquelle', '# Primärquellen')}, ${plural(independent, '# unabhängige Quelle', '# unabhängige Quellen')}.`,
    },
    contradicted: 'Eine Quelle sagt etwas anderes.',
    ownWords: 'Bestätigt von der Person, die es schrieb.',
    old: 'Die Prüfung ist älter, als diese Redaktion zulässt.',
    staled: ({ changed, context, asksKind }: Staled) =>
      [
        changed > 0 ? plural(changed, '# geprüfte Aussage geändert', '# geprüfte Aussagen geändert') : '',
        context > 0 ? plural(context, '# Aussage in anderem Umfeld', '# Aussagen in anderem Umfeld') : '',
        ...asksKind.map((number) => `Aussage ${number}: ist es jetzt Angabe oder Zitat?`),
      ]
        .filter((part) => part !== '')
        .join(', '),
    flagFilter: 'Was daraus wurde',
    anyFlag: 'Jeder Zustand',
    subject: 'Gegenstand',
    subjectProposed: (subject: string) => `Nach dem Wortlaut: ${subject}`,
    subjectNone: 'Nach dem Wortlaut: nichts, was veraltet',
    group: 'Gemeinsamer Ursprung',
    groupHint: 'Quellen, die auf dasselbe zurückgehen, etwa eine Agenturmeldung, zählen einmal',
    sourceStanding: 'Geltung',
    rules: {
      item: 'Prüfregeln',
      title: 'Was diese Redaktion von einer Prüfung verlangt',
      lead: 'Eine bestätigte Aussage stützt sich auf',
      primary: (count: number) => plural(count, 'Primärquelle oder', 'Primärquellen oder'),
      independent: (count: number) =>
        plural(count, 'unabhängige Quelle beliebigen Rangs', 'unabhängige Quellen beliebigen Rangs'),
      quotes: 'Ein Zitat braucht Aufnahme, Dokument oder die Person selbst',
      ownWords: 'Sagen, wenn bestätigt hat, wer die Worte schrieb',
      ownWordsHint: 'Entfällt, wo jemand allein arbeitet',
      shelfLife: 'Eine Prüfung gilt so viele Tage (leer: immer)',
      saved: 'Die Regeln sind gespeichert',
      loading: 'Die Regeln werden gelesen',
      notRead: 'Die Regeln waren nicht zu lesen',
      editorsOnly: 'Die Regeln setzt die Redaktionsleitung.',
      wrongCount: 'Gefragt ist eine Zahl von 1 bis 9.',
      wrongDays: 'Gefragt ist eine Zahl von Tagen, oder nichts.',
    },
  },
})
