import { createHash } from 'node:crypto'
import type { DeskCopy } from '../../shared/model/copy.ts'
import { chooseWindowLanguage, type InEach, type WindowLanguage } from '../../shared/model/window-language.ts'
import type { DeskRefusalCode, DeskRefused } from '../desk/refused.ts'
import { PLAIN_STYLE } from './plain-style.ts'
import { refusalWords } from './refusal-words.ts'

const FORGET_KEY = "history.replaceState(null, '', location.pathname)"

const hashOf = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`

/** The page needs its faces and no script but the one that takes the key out of the address; its forms are plain ones. */
export const REFUSAL_POLICY = `default-src 'none'; style-src ${hashOf(PLAIN_STYLE)}; script-src ${hashOf(FORGET_KEY)}; font-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'`

function toHtml(text: string): string {
  const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
  return text.replace(/[&<>"]/g, (character) => entities[character] ?? character)
}

const moments: InEach<Intl.DateTimeFormat> = {
  en: new Intl.DateTimeFormat('en-GB', { dateStyle: 'full', timeStyle: 'short' }),
  de: new Intl.DateTimeFormat('de', { dateStyle: 'full', timeStyle: 'short' }),
}

function sizeOf(sizeBytes: number, language: WindowLanguage): string {
  const isSmall = sizeBytes < 1_000_000
  const number = isSmall ? Math.ceil(sizeBytes / 1000) : sizeBytes / 1_000_000
  const digits = isSmall ? 0 : 1
  const format = new Intl.NumberFormat(language, {
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  })
  return `${format.format(number)} ${isSmall ? 'kB' : 'MB'}`
}

function contentOf(
  { sizeBytes, stories, lastChangeMs, trouble }: DeskCopy,
  language: WindowLanguage,
): string {
  const words = refusalWords[language]
  if (trouble !== null) return words.trouble(trouble)
  const last = lastChangeMs === null ? null : moments[language].format(lastChangeMs)
  return words.content(stories, last, sizeOf(sizeBytes, language))
}

function pageOf(title: string, body: string, language: WindowLanguage): string {
  return `<!doctype html>
<html lang="${language}">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <title>Stet: ${toHtml(title)}</title>
    <style>${PLAIN_STYLE}</style>
    <script>${FORGET_KEY}</script>
  </head>
  <body>
    <main>
<p class="brand">Stet</p>
${body}
    </main>
  </body>
</html>
`
}

function lineOf(copy: DeskCopy, language: WindowLanguage): string {
  const words = refusalWords[language]
  const moment = toHtml(moments[language].format(copy.atMs))
  const about = `<div>${moment}, ${toHtml(words.occasions[copy.occasion])}<small>${toHtml(contentOf(copy, language))}</small></div>`
  const ask =
    copy.trouble === null
      ? `<form method="get" action="/restore"><input type="hidden" name="name" value="${toHtml(copy.name)}" /><button aria-label="${words.openLabel(moment)}">${words.open}</button></form>`
      : ''
  return `<li>${about}${ask}</li>`
}

/** Whether opening one of its backups helps against a refusal. */
export function isRestorable(code: DeskRefusalCode): boolean {
  return code === 'damaged'
}

function adviceFor(
  code: DeskRefusalCode,
  copies: readonly DeskCopy[] | null,
  language: WindowLanguage,
): string {
  const words = refusalWords[language]
  if (!isRestorable(code)) return words.advice[code]
  if (copies === null) return words.backupsElsewhere
  return copies.length === 0 ? words.noBackups : words.advice[code]
}

/** The desk words its refusals in English; in another language they are the detail behind a sentence of its own. */
function whyOf({ code, message }: Pick<DeskRefused, 'code' | 'message'>, language: WindowLanguage): string {
  const why = refusalWords[language].why[code]
  return why === ''
    ? `<p>${toHtml(message)}</p>`
    : `<p>${toHtml(why)}</p>\n<p><small lang="en">${toHtml(message)}</small></p>`
}

/**
 * Says why a desk cannot be opened, and lists the backups from which it opens where that helps.
 *
 * @param copies null where this shell cannot carry it out
 * @param wrong what went wrong with the last attempt
 */
export function refusalPage(
  refused: Pick<DeskRefused, 'code' | 'message'>,
  folder: string,
  copies: readonly DeskCopy[] | null = null,
  wrong: string | null = null,
  language: WindowLanguage = 'en',
): string {
  const words = refusalWords[language]
  const offers = copies !== null && isRestorable(refused.code)
  const parts = [
    '<div role="alert">',
    `<h1>${toHtml(words.heading)}</h1>`,
    wrong === null ? '' : `<p class="wrong">${toHtml(wrong)}</p>`,
    whyOf(refused, language),
    `<p><code>${toHtml(folder)}</code></p>`,
    `<p>${toHtml(adviceFor(refused.code, copies, language))}</p>`,
    '</div>',
    offers && copies.length > 0
      ? `<h2 id="backups">${words.backups}</h2><ul aria-labelledby="backups">${copies.map((copy) => lineOf(copy, language)).join('\n')}</ul>`
      : '',
    copies === null
      ? ''
      : `<form method="post" action="/again"><button class="main">${words.again}</button></form>`,
  ]
  return pageOf(words.title, parts.filter((part) => part !== '').join('\n'), language)
}

/** Asks once more before a backup takes the desk's place. */
export function confirmPage(copy: DeskCopy, folder: string, language: WindowLanguage = 'en'): string {
  const words = refusalWords[language]
  return pageOf(
    words.confirmTitle,
    `<h1>${toHtml(words.confirm(moments[language].format(copy.atMs)))}</h1>
<p>${toHtml(words.notInIt(contentOf(copy, language)))}</p>
<p>${words.setAside(`<code>${toHtml(folder)}</code>`)}</p>
<form method="post" action="/restore"><input type="hidden" name="name" value="${toHtml(copy.name)}" /><button class="main">${words.openThis}</button></form>
<a class="plain" href="/">${words.back}</a>`,
    language,
  )
}

/** While the desk is closed and opened anew; it looks again by itself. */
export function openingPage(waitSeconds = 1, language: WindowLanguage = 'en'): string {
  const words = refusalWords[language]
  return pageOf(words.openingTitle, `<p role="status">${words.opening}</p>`, language).replace(
    '<meta charset="utf-8" />',
    `<meta charset="utf-8" />\n    <meta http-equiv="refresh" content="${waitSeconds}; url=/" />`,
  )
}

/** What a browser prefers, as its request says. */
export function languageOf(acceptLanguage: string | undefined): WindowLanguage {
  return chooseWindowLanguage(
    (acceptLanguage ?? '').split(',').map((each) => (each.split(';')[0] ?? '').trim()),
  )
}
