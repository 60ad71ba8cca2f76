/**
 * The look of pages that stand where the window cannot: its colours and its faces (`plain-type.ts`); where those are
 * not to be had, what the reader's system has of them. The colours are those of the window's tokens
 * (renderer/ui/tokens.css).
 */
export const PLAIN_STYLE = `
  @font-face { font-family: "Stet Galley"; src: url("/type/galley") format("woff2"); font-weight: 200 900;
    font-display: swap }
  @font-face { font-family: "Stet Galley"; src: url("/type/galley-italic") format("woff2"); font-weight: 200 900;
    font-style: italic; font-display: swap }
  @font-face { font-family: "Stet Interface"; src: url("/type/interface") format("woff2"); font-weight: 100 900;
    font-display: swap }
  :root { color-scheme: light dark; --paper: #fdfbf7; --raised: #fff; --ink: #25221d; --soft: #575147; --line: #e1dbcf;
    --edge: #918878; --pencil: #24568f; --on-pencil: #fff; --danger: #a62b25; --danger-tint: #f8e6e2; --focus: #2f6fb8 }
  @media (prefers-color-scheme: dark) {
    :root { --paper: #1f1e1b; --raised: #292724; --ink: #e9e4da; --soft: #bab3a6; --line: #33302b; --edge: #7d766a;
      --pencil: #8ab8ec; --on-pencil: #10233a; --danger: #f08a7f; --danger-tint: #3b2320; --focus: #7db0ea }
  }
  @media (prefers-contrast: more) {
    :root { --ink: CanvasText; --soft: CanvasText; --line: CanvasText; --edge: CanvasText; --paper: Canvas }
  }
  * { box-sizing: border-box }
  html { background: var(--paper); color: var(--ink) }
  body { font: .9375rem/1.55 "Stet Interface", Inter, system-ui, sans-serif; max-width: 42rem; margin: max(3rem, 12vh) auto 4rem;
    padding: 0 1.5rem; overflow-wrap: anywhere }
  .brand { margin: 0 0 1.75rem; font: italic 600 1.25rem/1.2 "Stet Galley", "Source Serif 4", Georgia, serif }
  h1, h2 { font-family: "Stet Galley", "Source Serif 4", Georgia, serif; font-weight: 640; line-height: 1.25;
    text-wrap: balance }
  h1 { margin: 0 0 .75rem; font-size: 1.625rem; letter-spacing: -.01em }
  h2 { margin: 2.25rem 0 .6rem; font-size: 1.125rem }
  p { margin: 0 0 .9rem; text-wrap: pretty }
  code { padding: .1em .35em; border: 1px solid var(--line); border-radius: 4px; font-size: .9em }
  ul { list-style: none; margin: 0 0 1.5rem; padding: 0; border-block-start: 1px solid var(--line) }
  li { display: flex; flex-wrap: wrap; gap: .3rem 1rem; align-items: center; padding: .6rem 0;
    border-block-end: 1px solid var(--line) }
  li > div { flex: 1 1 18rem }
  small { display: block; color: var(--soft); font-size: .8125rem }
  form { display: inline-block; margin: 0 .6rem 0 0 }
  li form { margin: 0 }
  button, .plain { display: inline-block; min-height: 1.875rem; padding: .25rem .75rem; border: 1px solid var(--edge);
    border-radius: 6px; background: var(--raised); color: inherit; font: 500 .8125rem/1.6 "Stet Interface", Inter, system-ui, sans-serif;
    text-decoration: none }
  .main { border-color: var(--pencil); background: var(--pencil); color: var(--on-pencil) }
  a { color: var(--pencil) }
  :focus-visible { outline: 2px solid var(--focus); outline-offset: 2px }
  .wrong { padding: .6rem .8rem; border-radius: 6px; background: var(--danger-tint); color: var(--danger) }
  @media (pointer: coarse) { button, .plain { min-height: 44px; padding: .6rem 1rem } }
  @media (forced-colors: active) { .wrong, .main { border: 1px solid } }`
