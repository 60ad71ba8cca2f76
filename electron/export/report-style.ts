import { must } from '../../shared/lib/assert.ts'

/**
 * A page for paper: light whatever the reader's screen is, in Stet's faces where the system has them and else in such
 * as every system has. Colours and the lines under claims are those of the window (docs/design.md).
 */
export const reportStyle = `
:root { color-scheme: light; }
body { max-width: 46rem; margin: 2.5rem auto; padding: 0 1.25rem; font: .95rem/1.5 Inter, Helvetica, Arial, sans-serif;
  color: #1a1a1a; background: #fff; overflow-wrap: anywhere; }
h1 { margin: 0 0 .35rem; font: 640 1.7rem/1.2 "Source Serif 4", Georgia, "Times New Roman", serif; white-space: pre-wrap; text-wrap: balance; }
h2 { margin: 2.5rem 0 .75rem; padding-bottom: .3rem; border-bottom: 1px solid #1a1a1a;
  font: 640 1.2rem/1.3 "Source Serif 4", Georgia, "Times New Roman", serif; }
h3 { display: flex; flex-wrap: wrap; gap: .2rem .75rem; align-items: baseline; margin: 0; font-size: 1rem; }
p { margin: 0 0 .5rem; }
a { color: #24568f; }
.lead { color: #444; }
.facts, .counts { display: grid; grid-template-columns: 8.5rem 1fr; gap: .15rem 1rem; margin: .6rem 0 0; font-size: .875rem; }
.counts { grid-template-columns: repeat(auto-fill, minmax(9rem, 1fr)); }
.counts > div { display: flex; gap: .5rem; align-items: baseline; padding: .35rem 0; border-top: 1px solid #ccc; }
.counts b { font-size: 1.15rem; }
dt { color: #595959; }
dd { margin: 0; white-space: pre-line; }
.claim, .source { margin: 0 0 1.25rem; padding: 0 0 1rem; border-bottom: 1px solid #ccc; }
.number { font-size: 1.15rem; font-weight: 700; }
.kind { color: #595959; font-weight: 400; }
.status { padding: .05rem .5rem; border: 1.5px solid currentColor; border-radius: 1rem; font-size: .8rem; }
.status.confirmed { color: #256b42; }
.status.wrong { color: #b02a23; border-radius: 0; border-style: double; border-width: 3px; padding-block: 0; }
.status.queried { color: #8a5600; }
.status.unchecked { color: #595959; border-style: dotted; }
.status.unverified { color: #7a3f94; border-style: dashed; }
.status.onAuthor { color: #14646f; border-radius: .2rem; }
.status.notAFact { color: #595959; border-radius: .2rem; }
.flag { color: #b02a23; font-size: .8rem; font-weight: 700; text-transform: uppercase; letter-spacing: .04em; }
.context { margin: .5rem 0; padding-inline-start: .9rem; border-inline-start: 3px solid #bbb; font: 1rem/1.55 "Source Serif 4", Georgia, "Times New Roman", serif; white-space: pre-line; color: #555; }
mark { background: none; color: #1a1a1a; text-decoration: underline 1.5px #595959; text-underline-offset: .2em; text-decoration-skip-ink: none; }
mark.unchecked, mark.notAFact { text-decoration-style: dotted; }
mark.queried { text-decoration: underline wavy 1px #8a5600; }
mark.confirmed { text-decoration-color: #256b42; text-decoration-thickness: 1px; }
mark.wrong { text-decoration: underline double 1px #b02a23; }
mark.unverified { text-decoration: underline dashed 1.5px #7a3f94; }
mark.onAuthor { text-decoration-color: #14646f; }
.backup { margin: .6rem 0 0; padding: .5rem .75rem; background: #f5f5f2; }
.facts + .facts { margin-top: .15rem; }
.counts { margin-top: 1rem; }
.backup .facts { grid-template-columns: 7.75rem 1fr; margin-top: .3rem; }
.none { margin-top: .4rem; }
.backup.contradicts { border-inline-start: 4px solid #b02a23; }
.none { color: #b02a23; font-size: .875rem; }
.changes { padding-inline-start: .75rem; border-inline-start: 2px solid #b8860b; font-size: .9rem; }
del { color: #b02a23; }
ins { text-decoration: underline; }
.gate { padding-inline-start: 1.1rem; font-size: .9rem; }
.end { margin-top: 2.5rem; color: #595959; font-size: .8rem; }
.hash { font-family: "Courier New", Courier, monospace; }
@media print {
  body { max-width: none; margin: 0; padding: 0; font-size: 9.5pt; }
  p, dd { orphans: 2; widows: 2; }
  h1, h2, h3, .claim > .context { break-after: avoid; }
  h2.fresh { break-before: page; }
  .claim > .facts:has(+ .backup) { break-after: avoid; }
  header, .backup, .source, .context, .facts { break-inside: avoid; }
  a { color: inherit; text-decoration: none; }
}
@page { margin: 2.2cm 2cm 2.2cm; @bottom-right { content: counter(page) " / " counter(pages); font: 8pt Inter, Helvetica, Arial, sans-serif; color: #595959; } }
`

/** Text as a style sheet quotes it: whatever is no letter or figure is written by its number. */
function quoted(text: string): string {
  return `"${text.replace(/[^\p{L}\p{N} ]/gu, (sign) => `\\${must(sign.codePointAt(0), 'a sign has a number').toString(16)} `)}"`
}

/** What stands at the head of each sheet. */
export function runningHead(left: string, right: string): string {
  const line = (place: string, text: string): string =>
    `@${place} { content: ${quoted(text)}; font: 8pt Inter, Helvetica, Arial, sans-serif; color: #595959; }`
  return `@page { ${line('top-left', left)} ${line('top-right', right)} }\n`
}
