import type { FixObjection, FixState, Remedy } from '../../../shared/model/fix.ts'
import { formatNumber, plural } from '../format.ts'
import { inLanguage } from './in-language.ts'

export const remedyNames = inLanguage<Record<Remedy, string>>({
  en: {
    words: 'Other words',
    cut: 'Cut',
    paraphrase: 'Paraphrase',
    answer: 'Answer in the text',
    stands: 'Stands as said',
  },
  de: {
    words: 'Andere Worte',
    cut: 'Kürzen',
    paraphrase: 'Umschreiben',
    answer: 'Im Text richtigstellen',
    stands: 'Bleibt wie gesagt',
  },
})

export const remedyHints = inLanguage<Record<Remedy, string>>({
  en: {
    words: 'What the words are to be.',
    cut: 'What is left of them; nothing takes all of them out.',
    paraphrase: 'The quotation in words of our own, without its marks.',
    answer: 'What is put behind the quotation, which stays as it was said.',
    stands: 'The text stays. An editor lets it stand, for a reason.',
  },
  de: {
    words: 'Wie die Worte lauten sollen.',
    cut: 'Was davon bleibt; ist es leer, fällt alles weg.',
    paraphrase: 'Das Zitat in eigenen Worten, ohne Anführungszeichen.',
    answer: 'Was hinter das Zitat kommt; es selbst bleibt, wie es gesagt wurde.',
    stands: 'Der Text bleibt. Die Redaktion lässt ihn mit einer Begründung stehen.',
  },
})

export const fixStateNames = inLanguage<Record<FixState, string>>({
  en: { open: 'Open', answered: 'Answered', accepted: 'Accepted', rejected: 'Rejected' },
  de: { open: 'Offen', answered: 'Beantwortet', accepted: 'Angenommen', rejected: 'Abgelehnt' },
})

/** Why a fix cannot be, for who is writing it. */
export const objectionTexts = inLanguage<Record<FixObjection, string>>({
  en: {
    same: 'Say what it is to be: these are the words that stand there.',
    notInTranscript:
      'Within quotation marks only words of a transcript are put: attach the recording or document with them as its excerpt, or choose another remedy.',
    notCut: 'A cut only takes words away; the rest stays in its order.',
    stillQuoted: 'A paraphrase has no quotation marks, and stands in none.',
    notQuoted: 'That is for what stands within quotation marks.',
    paragraphs: 'Keep the paragraphs apart as they are, by a line break.',
  },
  de: {
    same: 'Sagen Sie, wie es heißen soll: Das sind die Worte, die schon dastehen.',
    notInTranscript:
      'In Anführungszeichen kommen nur Worte aus einer Mitschrift: Hängen Sie die Aufnahme oder das Dokument mit diesen Worten als Auszug an, oder wählen Sie einen anderen Weg.',
    notCut: 'Beim Kürzen fallen nur Worte weg; die übrigen bleiben in ihrer Folge.',
    stillQuoted: 'Was umschrieben wird, hat keine Anführungszeichen und steht in keinen.',
    notQuoted: 'Das ist für Worte in Anführungszeichen.',
    paragraphs: 'Lassen Sie die Absätze getrennt, wie sie sind, mit einem Zeilenumbruch.',
  },
})

export const fixesStrings = inLanguage({
  en: {
    title: 'Suggested fixes',
    suggest: 'Suggest a fix',
    none: 'No fix was suggested.',
    remedy: 'Remedy',
    newWords: 'New words',
    why: 'Why',
    whyPlaceholder: 'What is wrong, and how you know',
    backup: 'Rests on',
    save: 'Suggest',
    by: (name: string, ago: string) => `${name}, ${ago}`,
    before: 'As it reads',
    beforeDecided: 'As it read',
    after: 'As suggested',
    behind: 'Put behind it',
    allCut: 'All of it goes.',
    answer: 'The writer’s answer',
    answerPlaceholder: 'Agreed, or why not',
    saveAnswer: 'Save answer',
    answered: (name: string, words: string) => `${name}: ${words}`,
    accept: 'Accept',
    acceptHint: 'Changes the text and confirms the claim on its new words.',
    accepted: (number: number) => `Claim ${formatNumber(number)} reads as suggested, and is confirmed.`,
    stood: (number: number) => `Claim ${formatNumber(number)} stands as it was said.`,
    reject: 'Reject',
    rejected: 'Fix rejected.',
    reason: 'Reason',
    reasonStands: 'Why it stands as said',
    withdraw: 'Withdraw this fix',
    withdrawn: 'Fix withdrawn.',
    decided: (state: string, name: string, ago: string) => `${state} by ${name}, ${ago}`,
    moved: 'The words were changed since. Suggest it again for what stands there now.',
    openCount: (count: number) => plural(count, '# open fix', '# open fixes'),
  },
  de: {
    title: 'Korrekturvorschläge',
    suggest: 'Korrektur vorschlagen',
    none: 'Keine Korrektur vorgeschlagen.',
    remedy: 'Weg',
    newWords: 'Neue Worte',
    why: 'Warum',
    whyPlaceholder: 'Was nicht stimmt und woher Sie das wissen',
    backup: 'Gestützt auf',
    save: 'Vorschlagen',
    by: (name: string, ago: string) => `von ${name}, ${ago}`,
    before: 'Wie es dasteht',
    beforeDecided: 'Wie es dastand',
    after: 'Wie vorgeschlagen',
    behind: 'Dahinter gesetzt',
    allCut: 'Alles davon fällt weg.',
    answer: 'Antwort aus der Autorschaft',
    answerPlaceholder: 'Einverstanden, oder warum nicht',
    saveAnswer: 'Antwort sichern',
    answered: (name: string, words: string) => `${name} dazu: ${words}`,
    accept: 'Annehmen',
    acceptHint: 'Ändert den Text und bestätigt die Aussage mit den neuen Worten.',
    accepted: (number: number) =>
      `Aussage ${formatNumber(number)} lautet jetzt wie vorgeschlagen und ist bestätigt.`,
    stood: (number: number) => `Aussage ${formatNumber(number)} bleibt, wie sie gesagt wurde.`,
    reject: 'Ablehnen',
    rejected: 'Vorschlag abgelehnt.',
    reason: 'Begründung',
    reasonStands: 'Warum es stehen bleibt',
    withdraw: 'Vorschlag zurückziehen',
    withdrawn: 'Vorschlag zurückgezogen.',
    decided: (state: string, name: string, ago: string) => `${state} von ${name}, ${ago}`,
    moved: 'Die Worte wurden seither geändert. Schlagen Sie es für das vor, was jetzt dasteht.',
    openCount: (count: number) => plural(count, '# offener Vorschlag', '# offene Vorschläge'),
  },
})
