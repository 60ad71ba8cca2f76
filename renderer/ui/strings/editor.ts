import type { NodeName } from '../../../shared/document/schema.ts'
import { formatNumber, plural } from '../format.ts'
import { inLanguage } from './in-language.ts'

/** What empty fields of the galley say of themselves. */
export const fieldNames = inLanguage({
  en: {
    headline: 'Headline',
    dek: 'Dek',
    byline: 'Byline',
    dateline: 'Dateline',
    caption: 'Caption',
    credit: 'Credit',
    altText: 'Description for those who cannot see it',
    searchTitle: 'Search title',
    searchDescription: 'Search description',
    socialLine: 'Social line',
    pullQuote: 'Pull quote',
    editorsNote: 'Editor’s note',
  },
  de: {
    headline: 'Titel',
    dek: 'Vorspann',
    byline: 'Autorenzeile',
    dateline: 'Ortsmarke',
    caption: 'Bildunterschrift',
    credit: 'Bildnachweis',
    altText: 'Beschreibung für alle, die das Bild nicht sehen',
    searchTitle: 'Suchtitel',
    searchDescription: 'Suchbeschreibung',
    socialLine: 'Zeile für soziale Netze',
    pullQuote: 'Herausgestelltes Zitat',
    editorsNote: 'Anmerkung der Redaktion',
  },
}) satisfies Partial<Record<NodeName, string>>

/** Parts of a story as they stand behind “from” and “into” in {@link editorStrings}. */
export const partNames = inLanguage<Readonly<Record<string, { from: string; into: string }>>>({
  en: {
    headline: { from: 'the headline', into: 'the headline' },
    dek: { from: 'the dek', into: 'the dek' },
    byline: { from: 'the byline', into: 'the byline' },
    dateline: { from: 'the dateline', into: 'the dateline' },
    body: { from: 'the body', into: 'the body' },
    caption: { from: 'a caption', into: 'a caption' },
    credit: { from: 'a credit', into: 'a credit' },
    altText: { from: 'a picture’s description', into: 'a picture’s description' },
    tableHeader: { from: 'a table’s cell', into: 'a table’s cell' },
    tableCell: { from: 'a table’s cell', into: 'a table’s cell' },
    footnote: { from: 'a footnote', into: 'a footnote' },
    editorsNote: { from: 'an editor’s note', into: 'an editor’s note' },
    searchTitle: { from: 'the search title', into: 'the search title' },
    searchDescription: { from: 'the search description', into: 'the search description' },
    socialLine: { from: 'the social line', into: 'the social line' },
  },
  de: {
    headline: { from: 'vom Titel', into: 'in den Titel' },
    dek: { from: 'vom Vorspann', into: 'in den Vorspann' },
    byline: { from: 'von der Autorenzeile', into: 'in die Autorenzeile' },
    dateline: { from: 'von der Ortsmarke', into: 'in die Ortsmarke' },
    body: { from: 'vom Fließtext', into: 'in den Fließtext' },
    caption: { from: 'von einer Bildunterschrift', into: 'in eine Bildunterschrift' },
    credit: { from: 'von einem Bildnachweis', into: 'in einen Bildnachweis' },
    altText: { from: 'von einer Bildbeschreibung', into: 'in eine Bildbeschreibung' },
    tableHeader: { from: 'von einer Tabellenzelle', into: 'in eine Tabellenzelle' },
    tableCell: { from: 'von einer Tabellenzelle', into: 'in eine Tabellenzelle' },
    footnote: { from: 'von einer Fußnote', into: 'in eine Fußnote' },
    editorsNote: { from: 'von einer Anmerkung der Redaktion', into: 'in eine Anmerkung der Redaktion' },
    searchTitle: { from: 'vom Suchtitel', into: 'in den Suchtitel' },
    searchDescription: { from: 'von der Suchbeschreibung', into: 'in die Suchbeschreibung' },
    socialLine: { from: 'von der Zeile für soziale Netze', into: 'in die Zeile für soziale Netze' },
  },
})

export const editorStrings = inLanguage({
  en: {
    tools: 'Selected words',
    tag: 'Tag',
    tagStatement: 'Tag as a statement',
    tagQuote: 'Tag as a quote',
    pictureMissing:
      'This picture is not on this desk. Its words are kept; put the picture in again beside it.',
    pictureUndescribed: 'Picture without a description',
    pictureComing: (name: string) => (name === '' ? 'Adding the picture…' : `Adding ${name}…`),
    footnote: (number: string) => `Footnote ${number}`,
    footnoteTip: (number: string) => `Footnote ${number}: click to go to it`,
    widest: 'The tag covers the whole paragraph already.',
    narrowest: 'The tag covers a single word already.',
    nothingToNarrow: 'Tag something first; then it can be narrowed.',
    selectFirst: 'Select the words first.',
    notInText: 'The claim is not in the text.',
    notWithin: 'Put the caret within the claim’s words to split it.',
    archived: 'The story is archived. Restore it to change it.',
    arrange: {
      footnote: 'A footnote stands in the body, a caption or a cell. Put the caret there.',
      table: 'A table stands in the body. Put the caret there.',
      within: 'Put the caret in the table or the footnote that you mean.',
    },
    mergeTwo: 'Merging wants two claims that are in the text.',
    noWords: 'There are no words here to tag.',
    across: (from: string, into: string) => `One claim cannot reach from ${from} into ${into}.`,
    acrossSame: (from: string) => `One claim cannot reach from ${from} into another.`,
  },
  de: {
    tools: 'Ausgewählte Worte',
    tag: 'Markieren',
    tagStatement: 'Als Angabe markieren',
    tagQuote: 'Als Zitat markieren',
    pictureMissing:
      'Dieses Bild liegt nicht an diesem Desk. Seine Texte sind aufgehoben; fügen Sie das Bild daneben neu ein.',
    pictureUndescribed: 'Bild ohne Beschreibung',
    pictureComing: (name: string) => (name === '' ? 'Das Bild wird eingefügt …' : `${name} wird eingefügt …`),
    footnote: (number: string) => `Fußnote ${number}`,
    footnoteTip: (number: string) => `Fußnote ${number}: klicken, um hinzugehen`,
    widest: 'Der ganze Absatz ist schon markiert.',
    narrowest: 'Es ist nur noch ein Wort markiert.',
    nothingToNarrow: 'Markieren Sie zuerst etwas; dann lässt es sich enger fassen.',
    selectFirst: 'Wählen Sie zuerst die Worte aus.',
    notInText: 'Die Aussage steht nicht im Text.',
    notWithin: 'Setzen Sie die Schreibmarke in den Wortlaut der Aussage, um sie zu teilen.',
    archived: 'Der Beitrag ist archiviert. Holen Sie ihn aus dem Archiv, um ihn zu ändern.',
    arrange: {
      footnote:
        'Eine Fußnote gehört in den Fließtext, eine Bildunterschrift oder eine Zelle. Setzen Sie die Schreibmarke dorthin.',
      table: 'Eine Tabelle gehört in den Fließtext. Setzen Sie die Schreibmarke dorthin.',
      within: 'Setzen Sie die Schreibmarke in die Tabelle oder Fußnote, die Sie meinen.',
    },
    mergeTwo: 'Verbinden lassen sich nur zwei Aussagen, die im Text stehen.',
    noWords: 'Hier stehen keine Worte, die sich markieren ließen.',
    across: (from: string, into: string) => `Eine Aussage kann nicht ${from} ${into} reichen.`,
    acrossSame: (from: string) =>
      `Eine Aussage kann nicht ${from} in eine andere Stelle derselben Art reichen.`,
  },
})

export const findStrings = inLanguage({
  en: {
    title: 'Find in the story',
    find: 'Find',
    noMatch: 'No match',
    count: (current: number, all: number) => `${formatNumber(current)} of ${formatNumber(all)}`,
    previous: 'Previous match',
    next: 'Next match',
    matchCase: 'Match case',
    wholeWords: 'Whole words',
    replace: 'Replace',
    replaceWith: 'Replace with',
    replaceThis: 'Replace this',
    replaceAll: 'Replace all',
    replaced: (count: number) => plural(count, '# replaced', '# replaced'),
    close: 'Close the search',
  },
  de: {
    title: 'Im Beitrag suchen',
    find: 'Suchen',
    noMatch: 'Kein Treffer',
    count: (current: number, all: number) => `${formatNumber(current)} von ${formatNumber(all)}`,
    previous: 'Voriger Treffer',
    next: 'Nächster Treffer',
    matchCase: 'Groß/klein',
    wholeWords: 'Ganze Wörter',
    replace: 'Ersetzen',
    replaceWith: 'Ersetzen durch',
    replaceThis: 'Dies ersetzen',
    replaceAll: 'Alle ersetzen',
    replaced: (count: number) => plural(count, '# ersetzt', '# ersetzt'),
    close: 'Suche schließen',
  },
})

export const linkStrings = inLanguage({
  en: {
    address: 'Web address',
    set: 'Set the link',
    remove: 'Remove the link',
    unfit: 'Only web, mail and telephone addresses can be linked.',
  },
  de: {
    address: 'Webadresse',
    set: 'Link setzen',
    remove: 'Link entfernen',
    unfit: 'Verlinken lassen sich nur Web-, Mail- und Telefonadressen.',
  },
})
