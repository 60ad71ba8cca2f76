import { useMemo } from 'react'
import { type WordChange, wordChanges } from '../../../shared/check/word-changes.ts'
import styles from './word-diff.module.css'

const sides = { before: 'removed', after: 'added' } as const

/** Two wordings, the one below the other; in each what the other has not is marked, also for who hears it. */
export function WordDiff({
  before,
  after,
  names,
}: {
  before: string
  after: string
  names: { before: string; after: string }
}) {
  const changes = useMemo(() => wordChanges(before, after), [before, after])
  return (
    <dl className={styles.diff}>
      <dt>{names.before}</dt>
      <dd dir="auto">{side(changes, 'before')}</dd>
      <dt>{names.after}</dt>
      <dd dir="auto">{side(changes, 'after')}</dd>
    </dl>
  )
}

function side(changes: readonly WordChange[], which: keyof typeof sides) {
  let at = 0
  return changes
    .filter(({ kind }) => kind === 'same' || kind === sides[which])
    .map(({ kind, text }) => {
      const key = `${at} ${kind}`
      at += text.length
      if (kind === 'removed') return <del key={key}>{text}</del>
      if (kind === 'added') return <ins key={key}>{text}</ins>
      return <span key={key}>{text}</span>
    })
}
