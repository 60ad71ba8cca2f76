import { createHash } from 'node:crypto'
import type { DeskCopy } from '../../shared/model/copy.ts'
import type { DeskRefusalCode, DeskRefused } from '../desk/refused.ts'
import { PLAIN_STYLE } from './plain-style.ts'

const ADVICE: Record<DeskRefusalCode, string> = {
  locked: 'Close the other Stet, then try again.',
  network:
    'A desk has to lie on a disk of this computer. Move the folder to one, or name another folder with --desk, then start Stet again.',
  newer: 'Get the newest Stet and open the desk with that. Nothing in the folder was changed.',
  damaged:
    'Nothing of it was changed. Open a backup below: the damaged database is then set aside in the folder “set-aside”, never deleted.',
  readOnly: 'Make the folder writable, or name another one with --desk, then try again.',
  full: 'Make room on the disk, then try again. Nothing in the folder was changed.',
}

/** Where the page itself cannot open one. */
const BACKUPS_ELSEWHERE =
  'Nothing of it was changed. The command “stet backup list” names its backups, and “stet restore” opens one; the damaged database is then set aside, never deleted.'

const NO_BACKUPS =
  'There is no backup in its folder. Keep the whole folder safe: what can still be read of the database is in it.'

const FORGET_KEY = "history.replaceState(null, '', location.pathname)"

const hashOf = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`

/** The page needs no script of ours but the one that takes the key out of the address; its forms are plain ones. */
export const REFUSAL_POLICY = `default-src 'none'; style-src ${hashOf(PLAIN_STYLE)}; script-src ${hashOf(FORGET_KEY)}; base-uri 'none'; form-action 'self'; frame-ancestors 'none'`

function toHtml(text: string): string {
  const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
  return text.replace(/[&<>"]/g, (character) => entities[character] ?? character)
}

const OCCASIONS: Record<DeskCopy['occasion'], string> = {
  start: 'as Stet was started',
  day: 'at the start of a day',
  import: 'before an import',
  asked: 'asked for',
  migration: 'before a newer Stet changed it',
  rescue: 'what could be rescued',
  setAside: 'set aside',
}

const moments = new Intl.DateTimeFormat('en-GB', { dateStyle: 'full', timeStyle: 'short' })

function sizeOf(sizeBytes: number): string {
  return sizeBytes < 1_000_000
    ? `${Math.ceil(sizeBytes / 1000)} kB`
    : `${(sizeBytes / 1_000_000).toFixed(1)} MB`
}

function contentOf({ sizeBytes, stories, lastChangeMs, trouble }: DeskCopy): string {
  if (trouble !== null) return `cannot be opened: ${trouble}`
  const count = `${stories} ${stories === 1 ? 'story' : 'stories'}`
  const last = lastChangeMs === null ? 'nothing done in it' : `last change ${moments.format(lastChangeMs)}`
  return `${count}, ${last}, ${sizeOf(sizeBytes)}`
}

function pageOf(title: string, body: string): string {
  return `<!doctype html>
<html lang="en">
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

function lineOf(copy: DeskCopy): string {
  const about = `<div>${toHtml(moments.format(copy.atMs))}, ${toHtml(OCCASIONS[copy.occasion])}<small>${toHtml(contentOf(copy))}</small></div>`
  const ask =
    copy.trouble === null
      ? `<form method="get" action="/restore"><input type="hidden" name="name" value="${toHtml(copy.name)}" /><button aria-label="Open the backup of ${toHtml(moments.format(copy.atMs))}">Open this backup…</button></form>`
      : ''
  return `<li>${about}${ask}</li>`
}

/** Whether opening one of its backups helps against a refusal. */
export function isRestorable(code: DeskRefusalCode): boolean {
  return code === 'damaged'
}

function adviceFor(code: DeskRefusalCode, copies: readonly DeskCopy[] | null): string {
  if (!isRestorable(code)) return ADVICE[code]
  if (copies === null) return BACKUPS_ELSEWHERE
  return copies.length === 0 ? NO_BACKUPS : ADVICE[code]
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
): string {
  const offers = copies !== null && isRestorable(refused.code)
  const parts = [
    '<div role="alert">',
    '<h1>The desk cannot be opened</h1>',
    wrong === null ? '' : `<p class="wrong">${toHtml(wrong)}</p>`,
    `<p>${toHtml(refused.message)}</p>`,
    `<p><code>${toHtml(folder)}</code></p>`,
    `<p>${toHtml(adviceFor(refused.code, copies))}</p>`,
    '</div>',
    offers && copies.length > 0
      ? `<h2 id="backups">Backups</h2><ul aria-labelledby="backups">${copies.map(lineOf).join('\n')}</ul>`
      : '',
    copies === null
      ? ''
      : '<form method="post" action="/again"><button class="main">Try again</button></form>',
  ]
  return pageOf('the desk cannot be opened', parts.filter((part) => part !== '').join('\n'))
}

/** Asks once more before a backup takes the desk's place. */
export function confirmPage(copy: DeskCopy, folder: string): string {
  return pageOf(
    'open a backup',
    `<h1>Open the backup of ${toHtml(moments.format(copy.atMs))}?</h1>
<p>${toHtml(contentOf(copy))}. What was done after that is not in it.</p>
<p>The database that cannot be opened is set aside in <code>${toHtml(folder)}</code>, folder “set-aside”, byte for byte.</p>
<form method="post" action="/restore"><input type="hidden" name="name" value="${toHtml(copy.name)}" /><button class="main">Open this backup</button></form>
<a class="plain" href="/">Back</a>`,
  )
}

/** While the desk is closed and opened anew; it looks again by itself. */
export function openingPage(waitSeconds = 1): string {
  return pageOf('opening the desk', '<p role="status">Opening the desk…</p>').replace(
    '<meta charset="utf-8" />',
    `<meta charset="utf-8" />\n    <meta http-equiv="refresh" content="${waitSeconds}; url=/" />`,
  )
}
