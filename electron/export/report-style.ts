/** A page for paper: light whatever the reader's screen is, in faces that every system has. */
export const reportStyle = `
:root { color-scheme: light; }
body { max-width: 46rem; margin: 2.5rem auto; padding: 0 1.25rem; font: .95rem/1.5 Helvetica, Arial, sans-serif;
  color: #1a1a1a; background: #fff; overflow-wrap: anywhere; }
h1 { margin: 0 0 .25rem; font: 600 1.7rem/1.2 Georgia, "Times New Roman", serif; white-space: pre-wrap; }
h2 { margin: 2.5rem 0 .75rem; padding-bottom: .3rem; border-bottom: 2px solid #1a1a1a; font-size: 1.1rem; }
h3 { display: flex; flex-wrap: wrap; gap: .2rem .75rem; align-items: baseline; margin: 0; font-size: 1rem; }
p { margin: 0 0 .5rem; }
a { color: #0b57a4; }
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
.confirmed { color: #1c6b2c; }
.wrong { color: #a3161a; border-radius: 0; }
.queried { color: #7a4b00; border-style: dashed; }
.unchecked { color: #595959; border-style: dotted; }
.unverified { color: #6b2a86; border-style: double; }
.onAuthor, .notAFact { color: #1a1a1a; border-radius: .2rem; }
.flag { color: #a3161a; font-size: .8rem; font-weight: 700; text-transform: uppercase; letter-spacing: .04em; }
.context { margin: .5rem 0; padding-inline-start: .9rem; border-inline-start: 3px solid #bbb; font: 1rem/1.55 Georgia, "Times New Roman", serif; white-space: pre-line; color: #555; }
mark { background: #fff1b8; color: #1a1a1a; }
.backup { margin: .6rem 0 0; padding: .5rem .75rem; background: #f5f5f2; }
.facts + .facts { margin-top: .15rem; }
.counts { margin-top: 1rem; }
.backup .facts { grid-template-columns: 7.75rem 1fr; margin-top: .3rem; }
.none { margin-top: .4rem; }
.contradicts { border-inline-start: 4px solid #a3161a; }
.none { color: #a3161a; font-size: .875rem; }
.end { margin-top: 2.5rem; color: #595959; font-size: .8rem; }
.hash { font-family: "Courier New", Courier, monospace; }
@media print {
  body { max-width: none; margin: 0; padding: 0; font-size: 9.5pt; }
  h2, h3, .claim > .context { break-after: avoid; }
  h2.fresh { break-before: page; }
  .backup, .source, .context { break-inside: avoid; }
  mark { background: none; text-decoration: underline; text-decoration-thickness: 1.5px; }
  a { color: inherit; text-decoration: none; }
}
@page { size: A4; margin: 2cm 2cm 2.2cm; @bottom-right { content: counter(page) " / " counter(pages); font: 8pt Helvetica, Arial, sans-serif; color: #595959; } }
`
