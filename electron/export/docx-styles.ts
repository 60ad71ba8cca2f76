import {
  BorderStyle,
  type IBaseParagraphStyleOptions,
  type IParagraphStyleOptions,
  type IStylesOptions,
  LineRuleType,
} from 'docx'
import { unknownLanguage } from '../../shared/model/language.ts'

// Both faces come with Word, and Linux has faces of the same widths (Liberation) for them.
const serif = 'Times New Roman'
const sans = 'Arial'

const grey = '595959'
const line = { style: BorderStyle.SINGLE, size: 6, color: 'A6A6A6' }

/** Around a paragraph in points, between its lines in 240ths of a line. */
export const spacing = (before: number, after: number, lineHeight = 300) => ({
  before: before * 20,
  after: after * 20,
  line: lineHeight,
  // LibreOffice takes a height without a rule for an exact one and cuts pictures off.
  lineRule: LineRuleType.AUTO,
})

const heading = (sizeHalfPoints: number, before: number): IBaseParagraphStyleOptions => ({
  next: 'Normal',
  quickFormat: true,
  run: { font: sans, size: sizeHalfPoints, bold: true, color: '1A1A1A' },
  paragraph: { keepNext: true, keepLines: true, spacing: spacing(before, 6, 260) },
})

const small = { font: sans, size: 18, color: grey }

const paragraphStyles: readonly IParagraphStyleOptions[] = [
  {
    id: 'Subtitle',
    name: 'Subtitle',
    basedOn: 'Normal',
    next: 'Normal',
    quickFormat: true,
    run: { size: 30, color: '404040' },
    paragraph: { spacing: spacing(0, 12, 280) },
  },
  { id: 'Byline', name: 'Byline', basedOn: 'Normal', run: small, paragraph: { spacing: spacing(0, 2) } },
  { id: 'Dateline', name: 'Dateline', basedOn: 'Normal', run: small, paragraph: { spacing: spacing(0, 16) } },
  {
    id: 'Quote',
    name: 'Quote',
    basedOn: 'Normal',
    quickFormat: true,
    paragraph: { indent: { left: 567, right: 567 }, spacing: spacing(0, 9) },
  },
  {
    id: 'IntenseQuote',
    name: 'Intense Quote',
    basedOn: 'Normal',
    next: 'Normal',
    quickFormat: true,
    run: { size: 32, italics: true },
    paragraph: {
      keepLines: true,
      indent: { left: 850, right: 850 },
      spacing: spacing(16, 18, 300),
      border: { top: { ...line, space: 8 }, bottom: { ...line, space: 8 } },
    },
  },
  {
    id: 'EditorsNote',
    name: "Editor's Note",
    basedOn: 'Normal',
    next: 'Normal',
    run: { size: 22 },
    paragraph: {
      spacing: spacing(8, 12),
      border: { left: { ...line, size: 18, space: 10 } },
      indent: { left: 227 },
    },
  },
  { id: 'ListBullet', name: 'List Bullet', basedOn: 'Normal', paragraph: { spacing: spacing(0, 4) } },
  { id: 'ListNumber', name: 'List Number', basedOn: 'Normal', paragraph: { spacing: spacing(0, 4) } },
  { id: 'ListContinue', name: 'List Continue', basedOn: 'Normal', paragraph: { spacing: spacing(0, 4) } },
  {
    id: 'Rule',
    name: 'Rule',
    basedOn: 'Normal',
    next: 'Normal',
    // A line without text: asterisks would be words that the story does not have.
    paragraph: {
      indent: { left: 3600, right: 3600 },
      spacing: spacing(6, 12),
      border: { bottom: { ...line, space: 1 } },
    },
  },
  {
    id: 'Picture',
    name: 'Picture',
    basedOn: 'Normal',
    paragraph: { keepNext: true, spacing: spacing(8, 4, 240) },
  },
  {
    id: 'Credit',
    name: 'Credit',
    basedOn: 'Normal',
    run: { ...small, size: 16 },
    paragraph: { spacing: spacing(0, 10) },
  },
  { id: 'AltText', name: 'Alt Text', basedOn: 'Normal', run: small, paragraph: { spacing: spacing(0, 12) } },
  {
    id: 'SearchField',
    name: 'Search Field',
    basedOn: 'Normal',
    run: small,
    paragraph: { spacing: spacing(0, 4) },
  },
  {
    id: 'DeskHeading',
    name: 'Desk Heading',
    basedOn: 'Normal',
    next: 'Normal',
    run: { font: sans, size: 24, bold: true, color: grey },
    paragraph: { keepNext: true, spacing: spacing(24, 8), border: { top: { ...line, space: 10 } } },
  },
  {
    id: 'ClaimHeading',
    name: 'Claim Heading',
    basedOn: 'Normal',
    run: { font: sans, size: 20, bold: true },
    paragraph: { keepNext: true, spacing: spacing(12, 2) },
  },
  {
    id: 'ClaimLine',
    name: 'Claim Line',
    basedOn: 'Normal',
    run: { font: sans, size: 20 },
    paragraph: { spacing: spacing(0, 2, 260) },
  },
  {
    id: 'TableText',
    name: 'Table Text',
    basedOn: 'Normal',
    run: { font: sans, size: 20 },
    paragraph: { spacing: spacing(2, 2, 260) },
  },
  {
    id: 'TableHeader',
    name: 'Table Header',
    basedOn: 'TableText',
    run: { font: sans, size: 20, bold: true },
    paragraph: { keepNext: true, spacing: spacing(2, 2, 260) },
  },
  { id: 'TableGap', name: 'Table Gap', basedOn: 'Normal', paragraph: { spacing: spacing(0, 0, 240) } },
  { id: 'Header', name: 'header', basedOn: 'Normal', run: small, paragraph: { spacing: spacing(0, 0, 240) } },
  { id: 'Footer', name: 'footer', basedOn: 'Normal', run: small, paragraph: { spacing: spacing(0, 0, 240) } },
  {
    id: 'CommentText',
    name: 'annotation text',
    basedOn: 'Normal',
    run: { font: sans, size: 18 },
    paragraph: { spacing: spacing(0, 2, 240) },
  },
]

/** Word's own styles by their own names where there is one, so that a desk's template takes over at once. */
const styles: IStylesOptions = {
  default: {
    document: {
      run: { font: serif, size: 24 },
      paragraph: { spacing: spacing(0, 9) },
    },
    title: {
      next: 'Normal',
      quickFormat: true,
      run: { font: sans, size: 48, bold: true },
      paragraph: { keepLines: true, spacing: spacing(0, 10, 250) },
    },
    heading1: heading(28, 18),
    heading2: heading(24, 14),
    caption: { run: { ...small, size: 20 }, paragraph: { spacing: spacing(0, 2, 260) } },
    footnoteText: { run: { font: serif, size: 20 }, paragraph: { spacing: spacing(0, 2, 240) } },
    hyperlink: { run: { color: '0B57A4', underline: {} } },
  },
  paragraphStyles: [...paragraphStyles],
  characterStyles: [
    { id: 'CommentReference', name: 'annotation reference', run: { size: 16 } },
    { id: 'NoteNumber', name: 'Note Number', run: { superScript: true } },
    { id: 'Label', name: 'Label', run: { bold: true } },
  ],
}

/** The styles for a story in that language, by which programs spell, hyphenate and read aloud. */
export function stylesIn(language: string): IStylesOptions {
  if (language === unknownLanguage) return styles
  const document = styles.default?.document
  const run = { ...document?.run, language: { value: language } }
  return { ...styles, default: { ...styles.default, document: { ...document, run } } }
}
