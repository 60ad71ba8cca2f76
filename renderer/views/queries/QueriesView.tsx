import { useEffect, useMemo, useRef } from 'react'
import { isOverdue, type ListedQuery } from '../../../shared/model/query.ts'
import { useDesk } from '../../state/desk.ts'
import { goToStory } from '../../state/open-story.ts'
import { useWaitingQueries } from '../../state/queries.ts'
import { explain } from '../../state/refused.ts'
import { goIn, home } from '../../ui/focus-home.ts'
import { Empty, Failure, Loading } from '../../ui/Notice.tsx'
import { queriesStrings } from '../../ui/strings/queries.ts'
import { VirtualList } from '../../ui/VirtualList.tsx'
import { QueryFacts } from '../claims/QueryList.tsx'
import { StoriesSwitch } from '../story/TopBar.tsx'
import styles from './queries.module.css'

const none: readonly ListedQuery[] = []

/** Who was asked and has not answered, over all stories; what is overdue leads. A row goes to its claim. */
export function QueriesView() {
  const { data, error, isPending, refetch } = useWaitingQueries()
  const queries = data ?? none
  const byId = useMemo(() => new Map(queries.map((one) => [one.query.id as string, one])), [queries])
  const ids = useMemo(() => queries.map((one) => one.query.id as string), [queries])
  const late = queries.filter(({ query }) => isOverdue(query, Date.now())).length
  const view = useRef<HTMLElement>(null)
  const hasRows = ids.length > 0
  // Who comes to the list works in it: its rows have the focus as soon as they are drawn.
  // biome-ignore lint/correctness/useExhaustiveDependencies: once without rows, and once when there are some
  useEffect(() => {
    const frame = requestAnimationFrame(() => {
      const isAtRow = document.activeElement?.closest('button, a, input') ?? null
      if (view.current && !(isAtRow && view.current.contains(isAtRow))) goIn(view.current)
    })
    return () => cancelAnimationFrame(frame)
  }, [hasRows])
  return (
    <section ref={view} className={styles.view} aria-label={queriesStrings.waiting} tabIndex={-1}>
      <div className={styles.list} {...home}>
        <header className={styles.bar}>
          <StoriesSwitch />
          <h1 className={styles.title}>{queriesStrings.waiting}</h1>
          <span className={styles.count} role="status">
            {data ? queriesStrings.count(queries.length) : ''}
            {late > 0 ? (
              <>
                , <strong className={styles.late}>{queriesStrings.overdueCount(late)}</strong>
              </>
            ) : null}
          </span>
        </header>
        {body()}
      </div>
    </section>
  )

  function body() {
    if (isPending) return <Loading label={queriesStrings.waiting} />
    if (error) {
      return (
        <Failure title={queriesStrings.notRead} explanation={explain(error)} onAgain={() => void refetch()} />
      )
    }
    if (queries.length === 0) return <Empty title={queriesStrings.nobody} hint={queriesStrings.nobodyHint} />
    return (
      <VirtualList label={queriesStrings.list} items={ids} estimatePx={76} current={null}>
        {(id, row) => {
          const one = byId.get(id)
          return one ? <Row one={one} row={row} /> : null
        }}
      </VirtualList>
    )
  }
}

function Row({ one, row }: { one: ListedQuery; row: { tabIndex: 0 | -1; 'data-row': number } }) {
  const { link } = useDesk()
  const { query, headline, slug, number } = one
  async function open() {
    const session = await goToStory(link, one.storyId)
    session?.openClaim(query.claimId, { scroll: true })
  }
  return (
    <button
      type="button"
      className={styles.row}
      data-late={isOverdue(query, Date.now())}
      onClick={() => void open()}
      {...row}
    >
      <span className={styles.asked} dir="auto">
        {query.asked}
      </span>
      <span className={styles.question} dir="auto">
        {query.question}
      </span>
      <QueryFacts query={query} />
      <span className={styles.claim} dir="auto">
        {queriesStrings.ofClaim(headline || slug, number)}
      </span>
    </button>
  )
}
