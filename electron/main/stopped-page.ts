import { createHash } from 'node:crypto'
import type { WindowLanguage } from '../../shared/model/window-language.ts'
import { PLAIN_STYLE } from '../serve/plain-style.ts'
import { refusalWords } from '../serve/refusal-words.ts'

export const STOPPED_POLICY = `default-src 'none'; style-src 'sha256-${createHash('sha256').update(PLAIN_STYLE).digest('base64')}'; font-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`

/** The query of the address that has the desk started again. */
export const AGAIN = 'again'

/** Where the desk's process ended so often that starting it again would be a loop. */
export function stoppedPage(language: WindowLanguage): string {
  const words = refusalWords[language]
  return `<!doctype html>
<html lang="${language}">
  <head>
    <meta charset="utf-8" />
    <title>Stet: ${words.stoppedTitle}</title>
    <style>${PLAIN_STYLE}</style>
  </head>
  <body>
    <main role="alert">
      <p class="brand">Stet</p>
      <h1>${words.stopped}</h1>
      <p>${words.stoppedWhy}</p>
      <p>${words.ifAgain}</p>
      <p><a class="plain main" href="/?${AGAIN}">${words.startAgain}</a></p>
    </main>
  </body>
</html>
`
}
