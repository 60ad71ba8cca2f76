import { createHash } from 'node:crypto'

const STYLE = `
  :root { color-scheme: light dark }
  body { font: 1.05rem/1.6 Georgia, serif; max-width: 36rem; margin: 18vh auto 0; padding: 0 1.5rem }
  h1 { font-size: 1.6rem; line-height: 1.2 }`

export const STOPPED_POLICY = `default-src 'none'; style-src 'sha256-${createHash('sha256').update(STYLE).digest('base64')}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`

/** The query of the address that has the desk started again. */
export const AGAIN = 'again'

/** Where the desk's process ended so often that starting it again would be a loop. */
export const stoppedPage = `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <title>Stet: the desk has stopped</title>
    <style>${STYLE}</style>
  </head>
  <body>
    <main role="alert">
      <h1>The desk has stopped</h1>
      <p>The part of Stet that keeps your stories stopped several times within a minute, so it was not started again. Nothing that was saved is lost.</p>
      <p><a href="/?${AGAIN}">Start it again</a></p>
      <p>If it stops again, close Stet and run <code>stet verify</code>. The log, under Help, says where it stopped.</p>
    </main>
  </body>
</html>
`
