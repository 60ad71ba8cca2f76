import type { ExportFormat } from '../../../shared/model/export.ts'
import type { MissingPart, Receipt } from '../../../shared/model/receipt.ts'
import { plural } from '../format.ts'

export const missingNames: Record<MissingPart, string> = {
  headline: 'headline',
  byline: 'byline',
  dateline: 'dateline',
  date: 'date',
  address: 'web address',
}

export const receiptFormatNames: Record<Receipt['format'], string> = {
  text: 'plain text',
  markdown: 'Markdown',
  html: 'HTML',
  json: 'Stet JSON',
}

export const exportNames: Record<ExportFormat, { name: string; about: string }> = {
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
}

export const importStrings = {
  title: 'Import',
  lead: 'Plain text, Markdown, HTML or Stet JSON. Nothing is fetched from the web.',
  choose: 'Choose a file',
  dropHere: 'or drop it anywhere in the window',
  pasteLabel: 'Or paste the text',
  pastePlaceholder: 'Paste the story or its HTML here',
  doPaste: 'Import the pasted text',
  dropTitle: 'Drop to import',
  working: (name: string) => `Reading ${name || 'the text'}…`,
}

export const receiptStrings = {
  title: 'Import receipt',
  from: (name: string, format: string) => (name ? `${name}, read as ${format}` : `Pasted ${format}`),
  kept: 'Kept',
  changed: 'Changed',
  dropped: 'Dropped',
  missing: 'Missing',
  nothingDropped: 'Nothing was dropped.',
  nothingChanged: 'Nothing was changed.',
  nothingMissing: 'Nothing expected is missing.',
  missingLead: (list: string) => `The story has no ${list}.`,
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
}

export const exportStrings = {
  title: 'Export',
  format: 'Format',
  confidential: 'Let confidential sources out whole',
  confidentialOff: 'Confidential sources appear only as described in print.',
  confidentialOn:
    'Names, titles, addresses, files and excerpts of confidential sources will be in the file. Whoever gets it can read them.',
  make: 'Export',
  making: 'Making the file…',
  done: (name: string) => `${name} is ready.`,
}
