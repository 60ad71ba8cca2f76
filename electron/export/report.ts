import type { Node } from 'prosemirror-model'
import { wordChanges } from '../../shared/check/word-changes.ts'
import { type AnchorSpan, anchorSpans } from '../../shared/document/anchors.ts'
import { fieldOf } from '../../shared/document/build.ts'
import { wordCount } from '../../shared/document/count.ts'
import { isSafeHref } from '../../shared/document/href.ts'
import { textOf } from '../../shared/document/text.ts'
import { wholeWords } from '../../shared/document/words.ts'
import type { Backup } from '../../shared/model/backup.ts'
import type { StoryBundle } from '../../shared/model/bundle.ts'
import { type Claim, statusSchema } from '../../shared/model/claim.ts'
import type { GateKind, GateLine } from '../../shared/model/gate.ts'
import type { Source, SourceKind } from '../../shared/model/source.ts'
import { askedLines } from './asked-lines.ts'
import { kindNames, type Names, namesIn, sourceLine, statusWords, utc } from './claim-lines.ts'
import { escapeHtml } from './escape.ts'
import {
  clearingText,
  kindName,
  kindsOfClaim,
  notClearedMark,
  passesOf,
  type ReleasedGate,
} from './gate-lines.ts'
import { notClearedStyle } from './html.ts'
import { oneLine } from './legal.ts'
import { reportStyle, runningHead } from './report-style.ts'

/** The last event of the story's chain in the trail. */
export interface TrailHead {
  readonly seq: number
  readonly hash: string
}

/** Letters of a paragraph that are shown before and behind a claim's words. */
const contextLength = 220

const statusSigns = {
  unchecked: '○',
  queried: '?',
  confirmed: '✓',
  wrong: '✕',
  unverified: '≈',
  onAuthor: 'A',
  notAFact: '–',
} as const satisfies Record<Claim['status'], string>

const sourceKinds: Record<SourceKind, string> = {
  document: 'Document',
  webPage: 'Web page',
  person: 'Person',
  recording: 'Recording',
  dataSet: 'Data set',
  book: 'Book',
  observation: 'Observation',
}

type Fact = readonly [name: string, value: string]

/** A list of names and values; what has no value is left out. Values are text, but for those made by {@link link}. */
function facts(list: readonly (Fact | null)[], isMarkup = false): string {
  const lines = list.flatMap((fact) =>
    fact && fact[1].trim() !== ''
      ? [`<dt>${escapeHtml(fact[0])}</dt><dd dir="auto">${isMarkup ? fact[1] : escapeHtml(fact[1])}</dd>`]
      : [],
  )
  return lines.length === 0 ? '' : `<dl class="facts">${lines.join('')}</dl>`
}

function link(address: string): string {
  const shown = escapeHtml(address)
  return isSafeHref(address) ? `<a href="${shown}" rel="noopener noreferrer">${shown}</a>` : shown
}

/** The end of a text, or its beginning, cut where a word ends. */
function shortened(text: string, keep: 'start' | 'end'): string {
  if (text.length <= contextLength) return text
  const cut = keep === 'end' ? text.slice(-contextLength) : text.slice(0, contextLength)
  return keep === 'end' ? `… ${cut.replace(/^\S*\s+/u, '')}` : `${cut.replace(/\s+\S*$/u, '')} …`
}

/** The words of a claim between those that stand around them in its paragraphs. */
function contextOf(document: Node, anchor: AnchorSpan, status: Claim['status']): string {
  const span = wholeWords(document, anchor)
  const $from = document.resolve(span.from)
  const $to = document.resolve(span.to)
  const read = (from: number, to: number): string => textOf(document, 'accepted', { from, to })
  const before = shortened(read($from.start(), span.from), 'end')
  const after = shortened(read(span.to, $to.end()), 'start')
  return `<p class="context" dir="auto">${escapeHtml(before)}<mark class="${status}">${escapeHtml(read(span.from, span.to))}</mark>${escapeHtml(after)}</p>`
}

function backupHtml(backup: Backup, index: number, names: Names): string {
  const source = names.source(backup.sourceId)
  const by = names.person(backup.addedBy)?.name ?? ''
  const lines = facts([
    ['Where', backup.locator],
    ['Excerpt', backup.excerpt],
    ['Note', backup.note],
    ['Added', [by, utc(backup.addedAtMs)].filter((part) => part !== '').join(', ')],
  ])
  const address = source && source.url !== '' ? facts([['Address', link(source.url)]], true) : ''
  const heading = `${index + 1}. ${backup.stance}, ${backup.rank}: ${sourceLine(source)}`
  return `<div class="backup${backup.stance === 'contradicts' ? ' contradicts' : ''}"><p dir="auto"><b>${escapeHtml(oneLine(heading))}</b></p>${address}${lines}</div>`
}

function claimHtml(claim: Claim, document: Node, names: Names, gate: ReleasedGate | null): string {
  const anchor = anchorSpans(document).get(claim.id)
  const { settling, speaker } = claim
  const who = (id: Parameters<Names['person']>[0]): string =>
    names.person(id)?.name ?? 'somebody not in this file'
  const said = speaker ? [speaker.name, speaker.role].filter((part) => part !== '').join(', ') : ''
  const settled =
    settling && `${statusWords[settling.status]} by ${who(settling.personId)}, ${utc(settling.atMs)}`
  const lines = facts([
    ['Speaker', said],
    ['Settled', settled ?? 'by nobody yet'],
    settling && settling.words !== claim.words ? ['Words as settled', settling.words] : null,
    ['Remark', settling?.note ?? ''],
    ...(gate ? passesOf(gate, claim, names) : []).map(({ label, text }): Fact => [label, text]),
    claim.assigneeId ? ['With', who(claim.assigneeId)] : null,
    ...askedLines(claim, names).map(({ label, text }): Fact => [label, text]),
    ['Note', claim.note],
    ['Tagged', `${who(claim.taggedBy)}, ${utc(claim.taggedAtMs)}`],
  ])
  const backup =
    claim.backup.length === 0
      ? '<p class="none">No backup.</p>'
      : claim.backup.map((one, index) => backupHtml(one, index, names)).join('\n')
  const status = `<span class="status ${claim.status}">${statusSigns[claim.status]} ${statusWords[claim.status]}</span>`
  const flag = claim.isLegal ? '<span class="flag">Legal</span>' : ''
  const kinds = gate ? kindsOfClaim(gate, claim.id).filter((kind) => kind !== claim.status) : []
  const gateFlags = kinds.map((kind) => `<span class="flag">${kindName(kind)}</span>`).join('')
  const words = anchor
    ? contextOf(document, anchor, claim.status)
    : `<p class="context" dir="auto"><mark class="${claim.status}">${escapeHtml(claim.words)}</mark></p>`
  return `<article class="claim" id="claim-${claim.number}">
<h3><span class="number">${claim.number}</span><span class="kind">${kindNames[claim.kind]}</span>${status}${flag}${gateFlags}</h3>
${words}
${changedHtml(claim, kinds)}${lines}
${backup}
</article>`
}

/** What became of the words since they were settled. */
function changedHtml({ settling, words }: Claim, said: readonly GateKind[]): string {
  if (!settling || !said.includes('changed') || settling.words === words) return ''
  const parts = wordChanges(settling.words, words).map(({ kind, text }) => {
    const shown = escapeHtml(text)
    if (kind === 'same') return shown
    return kind === 'removed' ? `<del>${shown}</del>` : `<ins>${shown}</ins>`
  })
  return `<p class="changes" dir="auto">${parts.join('')}</p>\n`
}

/** What blocks and is asked: of a claim by its number and its words as they are let out, else by the text's own. */
function gateHtml({ gate }: ReleasedGate, claims: readonly Claim[]): string[] {
  const wordsOf = new Map(claims.map((claim) => [claim.number, claim.words]))
  const list = (title: string, lines: readonly GateLine[]): string[] => {
    if (lines.length === 0) return []
    const items = lines.map(({ kind, number, words }) => {
      const what = number
        ? `<a href="#claim-${number}">${number}</a> ${escapeHtml(wordsOf.get(number) ?? '')}`
        : escapeHtml(words)
      return `<li dir="auto"><b>${kindName(kind)}</b> ${what}</li>`
    })
    return [`<h2>${title}</h2>`, `<ul class="gate">${items.join('')}</ul>`]
  }
  return [...list('Blocks', gate.blocks), ...list('Asks', gate.asks)]
}

/** Every override that is in force, by claim. */
function passesHtml(gate: ReleasedGate, claims: readonly Claim[], names: Names): string[] {
  const items = claims.flatMap((claim) =>
    passesOf(gate, claim, names).map(
      ({ text }) =>
        `<li dir="auto"><a href="#claim-${claim.number}">${claim.number}</a> ${escapeHtml(text)}</li>`,
    ),
  )
  return items.length === 0 ? [] : ['<h2>Let pass</h2>', `<ul class="gate">${items.join('')}</ul>`]
}

function sourceHtml(source: Source, claims: readonly Claim[], isPartial: boolean): string {
  const numbers = claims
    .filter((claim) => claim.backup.some((backup) => backup.sourceId === source.id))
    .map((claim) => `<a href="#claim-${claim.number}">${claim.number}</a>`)
  const lines = facts([
    ['Publisher or speaker', source.publisher],
    ['Date', source.date],
    ['Note', source.note],
    ['Files', source.files.map((file) => file.name).join('\n')],
  ])
  const markup = facts(
    [source.url === '' ? null : ['Address', link(source.url)], ['Backs claims', numbers.join(', ')]],
    true,
  )
  // What kind of thing it is may already say who it is.
  const isHidden = source.isConfidential && isPartial
  const kind = isHidden
    ? 'Confidential'
    : `${sourceKinds[source.kind]}${source.isConfidential ? ', confidential' : ''}`
  return `<article class="source">
<h3 dir="auto">${escapeHtml(oneLine(source.title))} <span class="kind">${kind}</span></h3>
${lines}
${markup}
</article>`
}

function byTitle(one: Source, other: Source): number {
  const key = (source: Source): string => `${source.title}\n${source.id}`
  return key(one) < key(other) ? -1 : 1
}

/** In the order of the text; those that are not in it behind them, by number. */
function inOrder(claims: readonly Claim[], document: Node): { inText: Claim[]; others: Claim[] } {
  const spans = anchorSpans(document)
  const at = (claim: Claim): number => spans.get(claim.id)?.from ?? Number.POSITIVE_INFINITY
  const sorted = [...claims].sort((one, other) => at(one) - at(other) || one.number - other.number)
  return {
    inText: sorted.filter((claim) => spans.has(claim.id)),
    others: claims.filter((claim) => !spans.has(claim.id)).sort((one, other) => one.number - other.number),
  }
}

/**
 * The check report: every claim of a story with its words where they stand, what became of it, and what backs it, then
 * the sources. One page that needs nothing beside it, runs nothing, and is made for paper. It says when the story was
 * last changed, never when it was made: the same story gives the same report.
 */
export function makeReport(
  bundle: StoryBundle,
  document: Node,
  trail: TrailHead | null,
  gate: ReleasedGate | null = null,
): string {
  const names = namesIn(bundle)
  const { inText, others } = inOrder(bundle.claims, document)
  const { story } = bundle
  const isNotCleared = gate !== null && !gate.isCleared
  const headline = oneLine(textOf(fieldOf(document, 'headline'), 'accepted')) || oneLine(story.slug)
  const byline = oneLine(textOf(fieldOf(document, 'byline'), 'accepted'))
  const counts = statusSchema.options.map((status) => {
    const count = inText.filter((claim) => claim.status === status).length
    return `<div><b>${count}</b><span>${statusSigns[status]} ${statusWords[status]}</span></div>`
  })
  const unbacked = inText.filter((claim) => claim.backup.length === 0).length
  const section = (title: string, articles: readonly string[], className = ''): string[] =>
    articles.length === 0 ? [] : [`<h2${className}>${title}</h2>`, ...articles]
  const lines = [
    '<!DOCTYPE html>',
    '<html lang="en">',
    '<head>',
    '<meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">`,
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    '<meta name="robots" content="noindex">',
    `<title>Check report: ${escapeHtml(headline)}</title>`,
    `<style>${reportStyle}${isNotCleared ? notClearedStyle : ''}${runningHead(`${isNotCleared ? `${notClearedMark} · ` : ''}Check report: ${story.slug}`, `Version ${story.version}, last changed ${utc(story.updatedAtMs)}`)}</style>`,
    '</head>',
    '<body>',
    isNotCleared ? `<p class="not-cleared">${notClearedMark}</p>` : '',
    '<header>',
    '<p class="lead">Check report</p>',
    `<h1 dir="auto">${escapeHtml(headline)}</h1>`,
    facts([
      ['Byline', byline],
      ['Slug', story.slug],
      gate ? [gate.isCleared ? 'Cleared' : 'Not cleared', clearingText(gate, names)] : null,
      ['Stage', story.stage],
      ['Version', `${story.version}, last changed ${utc(story.updatedAtMs)}`],
      ['Words', `${wordCount(document)}`],
      ['Claims', `${inText.length} in the text, ${others.length} not in it; ${unbacked} without backup`],
      ['Sources', `${bundle.sources.length}`],
      bundle.isPartial ? ['Confidential', 'Confidential sources appear only as described in print.'] : null,
    ]),
    `<div class="counts">${counts.join('')}</div>`,
    '</header>',
    '<main>',
    ...(gate
      ? [...passesHtml(gate, [...inText, ...others], names), ...gateHtml(gate, [...inText, ...others])]
      : []),
    ...section(
      'Claims',
      inText.map((claim) => claimHtml(claim, document, names, gate)),
    ),
    ...section(
      'Claims not in the text',
      others.map((claim) => claimHtml(claim, document, names, gate)),
    ),
    ...section(
      'Sources',
      [...bundle.sources].sort(byTitle).map((source) => sourceHtml(source, bundle.claims, bundle.isPartial)),
      ' class="fresh"',
    ),
    '</main>',
    trail
      ? `<p class="end">The story’s trail stood at event ${trail.seq}: <span class="hash">${escapeHtml(trail.hash)}</span></p>`
      : '',
    '</body>',
    '</html>',
  ]
  return `${lines.filter((line) => line !== '').join('\n')}\n`
}
