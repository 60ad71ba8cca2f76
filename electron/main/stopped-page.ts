import { createHash } from 'node:crypto'
import { PLAIN_STYLE } from '../serve/plain-style.ts'

export const STOPPED_POLICY = `default-src 'none'; style-src 'sha256-${createHash('sha256').update(PLAIN_STYLE).digest('base64')}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`

/** The query of the address that has the desk started again. */
export const AGAIN = 'again'

/** Where the desk's process ended so often that starting it again would be a loop. */
export const stoppedPage = `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <title>Stet: the desk has stopped</title>
    <style>${PLAIN_STYLE}</style>
  </head>
  <body>
    <main role="alert">
      <p class="brand">Stet</p>
      <h1>The desk has stopped</h1>
      <p>The part of Stet that keeps your stories stopped several times within a minute, so it was not started again. Nothing that was saved is lost.</p>
      <p>If it stops again, close Stet and run <code>stet verify</code>. The log, under Help, says where it stopped.</p>
      <p><a class="plain main" href="/?${AGAIN}">Start it again</a></p>
    </main>
  </body>
</html>
`
