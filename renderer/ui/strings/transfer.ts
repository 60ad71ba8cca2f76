import type { ExportFormat } from '../../../shared/model/export.ts'
import type { MissingPart, Receipt } from '../../../shared/model/receipt.ts'
import { joinByAnd, joinByOr, plural } from '../format.ts'
import { inLanguage } from './in-language.ts'

export const missingNames = inLanguage<Record<MissingPart, string>>({
  en: {
    headline: 'headline',
    byline: 'byline',
    dateline: 'dateline',
    date: 'date',
    address: 'web address',
  },
  de: {
    headline: 'Titel',
    byline: 'Autorenzeile',
    dateline: 'Ortsmarke',
    date: 'Datum',
    address: 'Webadresse',
  },
})

export const receiptFormatNames = inLanguage<Record<Receipt['format'], string>>({
  en: {
    text: 'plain text',
    markdown: 'Markdown',
    html: 'HTML',
    json: 'Stet JSON',
  },
  de: {
    text: 'reiner Text',
    markdown: 'Markdown',
    html: 'HTML',
    json: 'Stet-JSON',
  },
})

export const exportNames = inLanguage<Record<ExportFormat, { name: string; about: string }>>({
  en: {
    'docx-backup': {
      name: 'Word, with the backup',
      about: 'Each claim as a comment on its very words: number, status, backup, note.',
    },
    report: {
      name: 'Check report',
      about: 'Every claim with its backup, to be read or printed. A web page that needs nothing beside it.',
    },
    docx: { name: 'Word, clean', about: 'The story alone.' },
    html: { name: 'HTML', about: 'Clean markup, ready to paste into a site.' },
    md: { name: 'Markdown', about: 'For systems that take Markdown.' },
    txt: { name: 'Plain text', about: 'Words only.' },
    json: {
      name: 'Stet JSON',
      about: 'Everything: words, claims, sources, people. Another desk can import it.',
    },
  },
  de: {
    'docx-backup': {
      name: 'Word, mit den Belegen',
      about: 'Jede Aussage als Kommentar an ihrem Wortlaut: Nummer, Status, Belege, Notiz.',
    },
    report: {
      name: 'Prüfbericht',
      about:
        'Jede Aussage mit ihren Belegen, zum Lesen oder Drucken. Eine Webseite, die nichts neben sich braucht.',
    },
    docx: { name: 'Word, sauber', about: 'Nur der Beitrag.' },
    html: { name: 'HTML', about: 'Sauberer Quelltext, bereit für die Website.' },
    md: { name: 'Markdown', about: 'Für Systeme, die Markdown annehmen.' },
    txt: { name: 'Reiner Text', about: 'Nur die Worte.' },
    json: {
      name: 'Stet-JSON',
      about: 'Alles: Wortlaut, Aussagen, Quellen, Personen. Ein anderer Desk kann es importieren.',
    },
  },
})

export const importStrings = inLanguage({
  en: {
    title: 'Import',
    lead: 'Plain text, Markdown, HTML or Stet JSON. Nothing is fetched from the web.',
    choose: 'Choose a file',
    dropHere: 'or drop it anywhere in the window',
    pasteLabel: 'Or paste the text',
    pastePlaceholder: 'Paste the story or its HTML here',
    doPaste: 'Import the pasted text',
    dropTitle: 'Drop to import',
    working: (name: string) => `Reading ${name || 'the text'}…`,
  },
  de: {
    title: 'Importieren',
    lead: 'Reiner Text, Markdown, HTML oder Stet-JSON. Aus dem Netz wird nichts geholt.',
    choose: 'Datei wählen',
    dropHere: 'oder irgendwo im Fenster fallen lassen',
    pasteLabel: 'Oder den Text einfügen',
    pastePlaceholder: 'Den Beitrag oder sein HTML hier einfügen',
    doPaste: 'Eingefügten Text importieren',
    dropTitle: 'Zum Importieren loslassen',
    working: (name: string) => `${name || 'Der Text'} wird gelesen …`,
  },
})

export const receiptStrings = inLanguage({
  en: {
    title: 'Import receipt',
    from: (name: string, format: string) => (name ? `${name}, read as ${format}` : `Pasted ${format}`),
    kept: 'Kept',
    changed: 'Changed',
    dropped: 'Dropped',
    missing: 'Missing',
    nothingDropped: 'Nothing was dropped.',
    nothingChanged: 'Nothing was changed.',
    nothingMissing: 'Nothing expected is missing.',
    missingLead: (names: readonly string[]) => `The story has no ${joinByOr(names)}.`,
    putAllBack: 'Put dropped parts back',
    putBack: 'Put back',
    isBack: 'back in the story',
    rule: 'Rule',
    put: (count: number) => `${plural(count, '# part is', '# parts are')} back in the story.`,
    open: 'Open the story',
    none: 'This story was not imported.',
    keptItems: {
      headlines: ['# headline', '# headlines'],
      crossheads: ['# crosshead', '# crossheads'],
      paragraphs: ['# paragraph', '# paragraphs'],
      blockquotes: ['# block quotation', '# block quotations'],
      lists: ['# list', '# lists'],
      figures: ['# picture', '# pictures'],
      tables: ['# table', '# tables'],
      footnotes: ['# footnote', '# footnotes'],
      links: ['# link', '# links'],
      quotedSpans: ['# quoted span', '# quoted spans'],
      words: ['# word', '# words'],
      claims: ['# claim', '# claims'],
      sources: ['# source', '# sources'],
    } satisfies Record<keyof Receipt['kept'], [string, string]>,
  },
  de: {
    title: 'Importbericht',
    from: (name: string, format: string) =>
      name ? `${name}, gelesen als ${format}` : `Eingefügt als ${format}`,
    kept: 'Übernommen',
    changed: 'Geändert',
    dropped: 'Weggelassen',
    missing: 'Fehlt',
    nothingDropped: 'Weggelassen wurde nichts.',
    nothingChanged: 'Geändert wurde nichts.',
    nothingMissing: 'Es fehlt nichts, was zu erwarten war.',
    missingLead: (names: readonly string[]) => `Dem Beitrag fehlt: ${joinByAnd(names)}.`,
    putAllBack: 'Weggelassenes zurückholen',
    putBack: 'Zurückholen',
    isBack: 'wieder im Beitrag',
    rule: 'Regel',
    put: (count: number) => plural(count, '# Teil ist wieder im Beitrag.', '# Teile sind wieder im Beitrag.'),
    open: 'Beitrag öffnen',
    none: 'Dieser Beitrag wurde nicht importiert.',
    keptItems: {
      headlines: ['# Titel', '# Titel'],
      crossheads: ['# Zwischentitel', '# Zwischentitel'],
      paragraphs: ['# Absatz', '# Absätze'],
      blockquotes: ['# Zitatblock', '# Zitatblöcke'],
      lists: ['# Liste', '# Listen'],
      figures: ['# Bild', '# Bilder'],
      tables: ['# Tabelle', '# Tabellen'],
      footnotes: ['# Fußnote', '# Fußnoten'],
      links: ['# Link', '# Links'],
      quotedSpans: ['# Stelle in Anführungszeichen', '# Stellen in Anführungszeichen'],
      words: ['# Wort', '# Wörter'],
      claims: ['# Aussage', '# Aussagen'],
      sources: ['# Quelle', '# Quellen'],
    } satisfies Record<keyof Receipt['kept'], [string, string]>,
  },
})

export const exportStrings = inLanguage({
  en: {
    title: 'Export',
    format: 'Format',
    confidential: 'Let confidential sources out whole',
    confidentialOff: 'Confidential sources appear only as described in print.',
    confidentialOn:
      'Names, titles, addresses, files and excerpts of confidential sources will be in the file. Whoever gets it can read them.',
    make: 'Export',
    making: 'Making the file…',
    done: (name: string) => `${name} is ready.`,
  },
  de: {
    title: 'Exportieren',
    format: 'Format',
    confidential: 'Vertrauliche Quellen vollständig mitgeben',
    confidentialOff: 'Vertrauliche Quellen erscheinen nur so, wie sie im Text umschrieben werden.',
    confidentialOn:
      'Namen, Titel, Adressen, Dateien und Wortlaut vertraulicher Quellen werden in der Datei stehen. Wer sie bekommt, kann sie lesen.',
    make: 'Exportieren',
    making: 'Die Datei wird erstellt …',
    done: (name: string) => `${name} ist fertig.`,
  },
})
