import { BookOpen, Database, Eye, FileText, Globe, LockKeyhole, Mic, Plus, User } from 'lucide-react'
import { type ReactNode, useEffect, useMemo, useRef, useState } from 'react'
import type { Outputs } from '../../../shared/contract/contract.ts'
import type { SourceId } from '../../../shared/model/ids.ts'
import { type SourceKind, sourceKindSchema } from '../../../shared/model/source.ts'
import { useSources } from '../../state/queries.ts'
import { explain } from '../../state/refused.ts'
import { useStore } from '../../state/store.ts'
import { show, windowState } from '../../state/window.ts'
import { Button } from '../../ui/Button.tsx'
import { classes } from '../../ui/classes.ts'
import { Choice } from '../../ui/Field.tsx'
import { goHome, goIn, goToRows, home } from '../../ui/focus-home.ts'
import { Empty, Failure, Loading } from '../../ui/Notice.tsx'
import { sourceKindNames, strings } from '../../ui/strings.ts'
import { VirtualList } from '../../ui/VirtualList.tsx'
import { StoriesSwitch } from '../story/TopBar.tsx'
import { SourceForm } from './SourceForm.tsx'
import { sourceDrafts } from './source-drafts.ts'
import styles from './sources.module.css'

export type ListedSource = Outputs['sources']['list'][number]

const kindIcons: Record<SourceKind, ReactNode> = {
  document: <FileText size={14} />,
  webPage: <Globe size={14} />,
  person: <User size={14} />,
  recording: <Mic size={14} />,
  dataSet: <Database size={14} />,
  book: <BookOpen size={14} />,
  observation: <Eye size={14} />,
}

const kindOptions = [
  { value: 'any', name: strings.sources.anyKind },
  ...sourceKindSchema.options.map((value) => ({ value, name: sourceKindNames[value] })),
] as const

/** The library of sources, shared by all stories. */
export function SourcesView() {
  const { data, error, isPending, refetch } = useSources()
  const chosenId = useStore(windowState, (now) => now.sourceId)
  const [text, setText] = useState('')
  const [kind, setKind] = useState<SourceKind | 'any'>('any')
  const [isOnlyConfidential, setOnlyConfidential] = useState(false)
  const sources = data ?? noSources
  const byId = useMemo(() => new Map(sources.map((source) => [source.id, source])), [sources])
  const shown = useMemo(() => {
    const sought = text.trim().toLocaleLowerCase()
    return sources
      .filter((source) => kind === 'any' || source.kind === kind)
      .filter((source) => !isOnlyConfidential || source.isConfidential)
      .filter((source) =>
        `${source.title} ${source.publisher} ${source.url} ${source.codeName} ${source.note}`
          .toLocaleLowerCase()
          .includes(sought),
      )
      .map((source) => source.id)
  }, [sources, text, kind, isOnlyConfidential])
  const chosen = chosenId && chosenId !== 'new' ? byId.get(chosenId) : undefined
  const hasForm = chosenId === 'new' || chosen !== undefined
  const view = useRef<HTMLElement>(null)
  // Who comes to the library works in it: the keys of the list are at hand.
  useEffect(() => {
    if (view.current && !view.current.contains(document.activeElement)) goIn(view.current)
  }, [])

  return (
    <section
      ref={view}
      className={classes(styles.view, hasForm && styles.hasForm)}
      aria-label={strings.sources.title}
      tabIndex={-1}
    >
      <div className={styles.library} {...home}>
        <header className={styles.bar}>
          <StoriesSwitch />
          <h1 className={styles.title}>{strings.sources.title}</h1>
          <span className={styles.count}>
            {data ? strings.sources.count(shown.length, sources.length) : ''}
          </span>
          <Button size="small" onClick={() => show({ sourceId: 'new' })}>
            <Plus size={13} aria-hidden="true" />
            {strings.sources.new}
          </Button>
        </header>
        <div className={styles.filters}>
          <input
            type="search"
            autoComplete="off"
            className={styles.filter}
            aria-label={strings.sources.filter}
            placeholder={strings.sources.filter}
            value={text}
            onChange={(event) => setText(event.target.value)}
            onKeyDown={(event) => {
              if (event.key === 'ArrowDown' || (event.key === 'Enter' && !event.nativeEvent.isComposing)) {
                event.preventDefault()
                goToRows(event.currentTarget)
              }
              if (event.key !== 'Escape') return
              setText('')
              goHome(event.currentTarget)
            }}
          />
          <Choice
            className={styles.kind}
            aria-label={strings.sources.kind}
            options={kindOptions}
            value={kind}
            onChange={setKind}
          />
          <Button
            tone="quiet"
            size="small"
            aria-pressed={isOnlyConfidential}
            onClick={() => setOnlyConfidential(!isOnlyConfidential)}
          >
            <LockKeyhole size={12} aria-hidden="true" />
            {strings.sources.onlyConfidential}
          </Button>
        </div>
        {isPending ? <Loading label={strings.app.loading} lines={8} /> : null}
        {error && !data ? (
          <Failure
            title={strings.errors.loadSources}
            explanation={explain(error)}
            onAgain={() => void refetch()}
          />
        ) : null}
        {data && sources.length === 0 ? (
          <Empty title={strings.sources.empty} hint={strings.sources.emptyHint}>
            <Button onClick={() => show({ sourceId: 'new' })}>{strings.sources.new}</Button>
          </Empty>
        ) : null}
        {sources.length > 0 && shown.length === 0 ? <Empty title={strings.sources.noMatch} /> : null}
        {shown.length > 0 ? (
          <VirtualList<SourceId>
            label={strings.sources.title}
            items={shown}
            estimatePx={58}
            current={chosen?.id ?? null}
          >
            {(id, row) => {
              const source = byId.get(id)
              return source ? <SourceRow source={source} isChosen={id === chosenId} row={row} /> : null
            }}
          </VirtualList>
        ) : null}
      </div>
      {hasForm ? (
        <SourceForm key={chosenId} source={chosen ?? null} />
      ) : (
        <div className={styles.placeholder}>
          <Empty title={strings.sources.choose} hint={strings.sources.chooseHint} />
        </div>
      )}
    </section>
  )
}

const noSources: ListedSource[] = []

function SourceRow({
  source,
  isChosen,
  row,
}: {
  source: ListedSource
  isChosen: boolean
  row: { tabIndex: 0 | -1; 'data-row': number }
}) {
  const isChanged = sourceDrafts.use(source.id) !== undefined
  const about = [sourceKindNames[source.kind], source.publisher, source.date].filter(Boolean).join(' · ')
  return (
    <button
      type="button"
      className={classes(styles.row, isChosen && styles.isChosen)}
      aria-current={isChosen ? 'true' : undefined}
      onClick={() => show({ sourceId: source.id })}
      {...row}
    >
      <span className={styles.icon} aria-hidden="true">
        {kindIcons[source.kind]}
      </span>
      <span className={styles.rowTitle} dir="auto">
        {source.title}
      </span>
      <span className={styles.used}>
        {isChanged ? strings.sources.unsaved : strings.sources.usedBy(source.usedBy)}
      </span>
      <span className={styles.about}>
        {source.isConfidential ? (
          <span className={styles.secret}>
            <LockKeyhole size={11} aria-hidden="true" /> {strings.sources.confidential}
          </span>
        ) : null}
        <span className={styles.aboutText}>{about}</span>
      </span>
    </button>
  )
}
