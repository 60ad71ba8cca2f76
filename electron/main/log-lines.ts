/** A place in the code, as every stack of V8 writes it. */
const FRAME =
  /^\s+at (?:async )?(?:[\w$.<>#[\] ]{1,160} \()?(?:file:\/\/|node:|stet:\/\/|\/|[A-Za-z]:\\)[^()]{0,400}:\d+:\d+\)?$/

/** "claims.settle: SqliteError SQLITE_FULL" as the desk begins it, or "TypeError [ERR_X]" as Node does. */
const HEAD =
  /^(?:[a-z]\w{0,40}(?:\.\w{1,40}){0,3}: )?\$?[A-Z]\w{0,60}(?:Error|Exception|Failed|Refused|Closed|Lost|Large)(?: \[?[A-Z][A-Z0-9_]{2,60}\]?)?(?=:|\s|$)/

/** `Error` alone is a name too. */
const PLAIN = /^(?:[a-z]\w{0,40}(?:\.\w{1,40}){0,3}: )?Error(?: \[?[A-Z][A-Z0-9_]{2,60}\]?)?(?=:|\s|$)/

/**
 * What may be written down of what a process of ours said of errors: their names and codes, and places in the
 * code. A message may quote a story, so everything behind the code is left out, and so is every other line.
 *
 * @param text whole lines
 * @param home the person's folder, which is written "~"
 */
export function keptOf(text: string, home: string): string[] {
  return text
    .split(/\r?\n|; because of /)
    .map((line) => line.replace(/^Uncaught /, ''))
    .flatMap((line) => {
      if (FRAME.test(line)) return shorten(line, home)
      return (HEAD.exec(line) ?? PLAIN.exec(line))?.[0] ?? []
    })
}

/** A frame names places, never values; of the place, whose folder it lies in is nobody's business. */
function shorten(frame: string, home: string): string {
  return home === '' ? frame : frame.replaceAll(home, '~')
}

/** Name, code and places of an error, without its message. */
export function linesOf(error: unknown, home: string): string[] {
  if (!(error instanceof Error)) return [`threw ${typeof error}`]
  const code = 'code' in error && /^[A-Z0-9_]{1,60}$/.test(String(error.code)) ? ` ${String(error.code)}` : ''
  const name = /^\$?\w{1,60}$/.test(error.name) ? error.name : 'Error'
  const frames = (error.stack ?? '').split('\n').filter((line) => FRAME.test(line))
  return [`${name}${code}`, ...frames.slice(0, 20).map((line) => shorten(line, home))]
}
