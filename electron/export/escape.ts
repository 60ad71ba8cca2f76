import { legalText } from './legal.ts'

/** A text as HTML shows it, in an element or an attribute in double quotation marks. */
export function escapeHtml(text: string): string {
  return legalText(text)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
}
