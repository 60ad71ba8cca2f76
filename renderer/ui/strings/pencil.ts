import type { Risk } from '../../../shared/check/risk.ts'
import type { WalkOrder } from '../../../shared/check/walk.ts'
import { formatNumber, plural } from '../format.ts'
import { inLanguage } from './in-language.ts'

export const walkOrderNames = inLanguage<Record<WalkOrder, string>>({
  en: { text: 'As in the text', risk: 'By risk' },
  de: { text: 'Wie im Text', risk: 'Nach Risiko' },
})

/** Why a stop comes where it comes. */
export const riskNames = inLanguage<Record<Risk, string>>({
  en: {
    legal: 'Flagged for legal',
    quote: 'Quote',
    accusation: 'Accuses somebody',
    superlative: 'Superlative or absolute word',
    figure: 'Has a figure',
    title: 'Names a title or role',
    rest: 'Everything else',
  },
  de: {
    legal: 'Liegt beim Recht',
    quote: 'Zitat',
    accusation: 'Erhebt einen Vorwurf',
    superlative: 'Superlativ oder ausschließendes Wort',
    figure: 'Enthält eine Zahl',
    title: 'Nennt Titel oder Funktion',
    rest: 'Alles Übrige',
  },
})

/** Where a sentence stands, by the kind of its text block. */
export const placeLabels = inLanguage<Readonly<Record<string, string>>>({
  en: {
    headline: 'Headline',
    dek: 'Dek',
    byline: 'Byline',
    dateline: 'Dateline',
    paragraph: 'Text',
    crosshead: 'Crosshead',
    pullQuote: 'Pull quote',
    caption: 'Caption',
    credit: 'Credit',
    altText: 'Picture’s description',
    tableHeader: 'Table header',
    tableCell: 'Table cell',
    editorsNote: 'Editor’s note',
    footnote: 'Footnote',
    searchTitle: 'Search title',
    searchDescription: 'Search description',
    socialLine: 'Social line',
  },
  de: {
    headline: 'Titel',
    dek: 'Vorspann',
    byline: 'Autorenzeile',
    dateline: 'Ortsmarke',
    paragraph: 'Text',
    crosshead: 'Zwischentitel',
    pullQuote: 'Zitatkasten',
    caption: 'Bildunterschrift',
    credit: 'Bildnachweis',
    altText: 'Bildbeschreibung',
    tableHeader: 'Tabellenkopf',
    tableCell: 'Tabellenzelle',
    editorsNote: 'Anmerkung der Redaktion',
    footnote: 'Fußnote',
    searchTitle: 'Suchtitel',
    searchDescription: 'Suchbeschreibung',
    socialLine: 'Social-Zeile',
  },
})

export const pencilStrings = inLanguage({
  en: {
    title: 'Red pencil',
    takeUp: 'Red pencil: go through the story stop by stop',
    putDown: 'Put the red pencil down',
    facts: (left: number) => (left === 0 ? 'no facts left' : plural(left, '# fact left', '# facts left')),
    unread: (left: number) =>
      left === 0 ? 'all read' : plural(left, '# sentence unread', '# sentences unread'),
    order: 'Order',
    dim: 'Dim the rest',
    sentence: 'Sentence to read',
    nothing: 'Nothing to check',
    paragraph: 'Nothing in the paragraph',
    tag: 'Tag it',
    next: 'Next',
    back: 'Back',
    begin: 'Begin',
    beginHint: 'Each open claim and each unread sentence comes up in turn; every answer is one key.',
    done: 'Nothing is left',
    doneHint: 'Every fact is settled and every sentence was read as it stands.',
    isDone: 'Nothing is left: every fact is settled and every sentence read.',
    read: (count: number) => plural(count, 'Sentence read.', '# sentences read.'),
    readBack: 'Reading taken back.',
    readMoved: 'The sentence changed meanwhile: read it again.',
    readAlready: 'That is read already.',
    noBack: 'This was the first stop.',
    used: 'Sources used in this story',
    attachUsed: (title: string) => `Attach “${title}”`,
    noUsed: (at: number) => `No source ${formatNumber(at)} is used in this story yet.`,
    besides: 'The source',
    inFile: (name: string) => `In ${name}`,
    excerptFound: 'The excerpt in the file',
    excerptMissing: 'The excerpt does not stand in the file so.',
  },
  de: {
    title: 'Rotstift',
    takeUp: 'Rotstift: den Beitrag Stelle für Stelle durchgehen',
    putDown: 'Rotstift weglegen',
    facts: (left: number) =>
      left === 0 ? 'keine Aussage offen' : plural(left, '# Aussage offen', '# Aussagen offen'),
    unread: (left: number) =>
      left === 0 ? 'alles gelesen' : plural(left, '# Satz ungelesen', '# Sätze ungelesen'),
    order: 'Reihenfolge',
    dim: 'Übriges abblenden',
    sentence: 'Zu lesender Satz',
    nothing: 'Nichts zu prüfen',
    paragraph: 'Nichts im ganzen Absatz',
    tag: 'Markieren',
    next: 'Weiter',
    back: 'Zurück',
    begin: 'Anfangen',
    beginHint:
      'Jede offene Aussage und jeder ungelesene Satz kommt an die Reihe; jede Antwort ist eine Taste.',
    done: 'Nichts mehr offen',
    doneHint: 'Jede Aussage ist entschieden, jeder Satz gelesen, so wie er dasteht.',
    isDone: 'Nichts mehr offen: Jede Aussage ist entschieden, jeder Satz gelesen.',
    read: (count: number) => plural(count, 'Satz gelesen.', '# Sätze gelesen.'),
    readBack: 'Lesen zurückgenommen.',
    readMoved: 'Der Satz hat sich inzwischen geändert: bitte noch einmal lesen.',
    readAlready: 'Das ist schon gelesen.',
    noBack: 'Das war die erste Stelle.',
    used: 'Quellen dieses Beitrags',
    attachUsed: (title: string) => `„${title}“ anhängen`,
    noUsed: (at: number) => `Eine Quelle ${formatNumber(at)} hat dieser Beitrag noch nicht.`,
    besides: 'Die Quelle',
    inFile: (name: string) => `Aus ${name}`,
    excerptFound: 'Der Auszug in der Datei',
    excerptMissing: 'So steht der Auszug nicht in der Datei.',
  },
})
