import { FileDown, Hourglass, Library, Plus, Search, X } from 'lucide-react'
import { useDeferredValue, useMemo, useState } from 'react'
import type { StoryId } from '../../../shared/model/ids.ts'
import { isOverdue } from '../../../shared/model/query.ts'
import type { Story } from '../../../shared/model/story.ts'
import { useCommands } from '../../app/commands.ts'
import { keysOf } from '../../app/keys.ts'
import { openStory } from '../../state/open-story.ts'
import { useAllStories, useMe, useStories, useWaitingQueries } from '../../state/queries.ts'
import { explain } from '../../state/refused.ts'
import { useStore } from '../../state/store.ts'
import { openDialog, show, windowState } from '../../state/window.ts'
import { Button, IconButton } from '../../ui/Button.tsx'
import { goHome, goToRows, home } from '../../ui/focus-home.ts'
import { formatNumber } from '../../ui/format.ts'
import { Keys } from '../../ui/Keys.tsx'
import { Empty, Failure, Loading } from '../../ui/Notice.tsx'
import { queriesStrings } from '../../ui/strings/queries.ts'
import { roleNames, strings } from '../../ui/strings.ts'
import { Tip } from '../../ui/Tip.tsx'
import { VirtualList } from '../../ui/VirtualList.tsx'
import { SearchResults } from './SearchResults.tsx'
import { StoryRow } from './StoryRow.tsx'
import styles from './stories.module.css'

/** The left panel: who works here, search, the stories. */
export function StoriesPanel() {
  const words = useStore(windowState, (now) => now.searchWords)
  const sought = useDeferredValue(words.trim())
  const commands = useCommands()
  return (
    <div className={styles.panel} {...home}>
      <Head />
      <div className={styles.tools}>
        <div className={styles.search}>
          <Search size={14} aria-hidden="true" />
          <input
            id="desk-search"
            type="search"
            autoComplete="off"
            spellCheck={false}
            aria-label={strings.stories.searchLabel}
            placeholder={strings.stories.searchPlaceholder}
            value={words}
            onChange={(event) => show({ searchWords: event.target.value })}
            onKeyDown={(event) => {
              if (event.key === 'ArrowDown' || (event.key === 'Enter' && !event.nativeEvent.isComposing)) {
                event.preventDefault()
                goToRows(event.currentTarget)
              }
              if (event.key !== 'Escape') return
              show({ searchWords: '' })
              goHome(event.currentTarget)
            }}
          />
          {words ? (
            <IconButton
              size="small"
              label={strings.stories.clearSearch}
              icon={<X size={13} />}
              onClick={() => show({ searchWords: '' })}
            />
          ) : (
            <Keys keys={keysOf('search').single ?? '/'} />
          )}
        </div>
        <div className={styles.buttons}>
          <Button onClick={() => commands.run('newStory')}>
            <Plus size={14} aria-hidden="true" />
            {strings.stories.new}
          </Button>
          <Button onClick={() => openDialog({ kind: 'import' })}>
            <FileDown size={14} aria-hidden="true" />
            {strings.stories.import}
          </Button>
        </div>
      </div>
      {sought ? <SearchResults words={sought} /> : <StoryList />}
    </div>
  )
}

function Head() {
  const me = useMe()
  const view = useStore(windowState, (now) => now.view)
  return (
    <header className={styles.head}>
      <span className={styles.brand}>{strings.app.name}</span>
      <Button
        tone="quiet"
        aria-pressed={view === 'sources'}
        onClick={() => show({ view: view === 'sources' ? 'story' : 'sources', drawer: null })}
      >
        <Library size={14} aria-hidden="true" />
        {strings.stories.sources}
      </Button>
      <WaitingSwitch />
      {me ? (
        <Tip text={`${me.name}, ${roleNames[me.role]}`}>
          <button
            type="button"
            className={styles.me}
            aria-label={strings.person.asYou(me.name, roleNames[me.role])}
            onClick={() => openDialog({ kind: 'people' })}
          >
            {me.initials}
          </button>
        </Tip>
      ) : null}
    </header>
  )
}

/** Goes to who is waited for; says how many there are, and whether one is overdue. */
function WaitingSwitch() {
  const view = useStore(windowState, (now) => now.view)
  const { data: queries = [] } = useWaitingQueries()
  const late = queries.filter(({ query }) => isOverdue(query, Date.now())).length
  const name =
    late > 0
      ? `${queriesStrings.waiting}: ${queriesStrings.count(queries.length)}, ${queriesStrings.overdueCount(late)}`
      : `${queriesStrings.waiting}: ${queriesStrings.count(queries.length)}`
  return (
    <Tip text={name} keys={keysOf('queries').single}>
      <Button
        tone="quiet"
        aria-label={name}
        aria-pressed={view === 'queries'}
        className={late > 0 ? styles.late : undefined}
        onClick={() => show({ view: view === 'queries' ? 'story' : 'queries', drawer: null })}
      >
        <Hourglass size={14} aria-hidden="true" />
        {queries.length > 0 ? formatNumber(queries.length) : null}
      </Button>
    </Tip>
  )
}

function StoryList() {
  const live = useStories()
  const [showsArchived, setShowsArchived] = useState(false)
  const all = useAllStories()
  const openId = useStore(openStory, (now) => (now.kind === 'none' ? null : now.storyId))
  const archived = useMemo(() => (all.data ?? []).filter((story) => story.archivedAtMs !== null), [all.data])
  const shown = useMemo(() => (live.data ?? []).filter((story) => story.archivedAtMs === null), [live.data])
  const stories = showsArchived ? archived : shown
  const byId = useMemo(() => new Map<StoryId, Story>(stories.map((story) => [story.id, story])), [stories])
  const ids = useMemo(() => stories.map((story) => story.id), [stories])

  if (live.isPending) return <Loading label={strings.app.loading} lines={9} />
  if (live.isError)
    return (
      <Failure
        title={strings.errors.loadStories}
        explanation={explain(live.error)}
        onAgain={() => void live.refetch()}
      />
    )
  return (
    <nav className={styles.stories} aria-label={strings.stories.title}>
      {stories.length === 0 ? (
        <Empty title={strings.stories.empty} />
      ) : (
        <VirtualList
          label={showsArchived ? strings.stories.archivedTitle : strings.stories.title}
          items={ids}
          estimatePx={64}
          current={openId}
        >
          {(id, row) => {
            const story = byId.get(id)
            return story ? <StoryRow story={story} isOpen={id === openId} row={row} /> : null
          }}
        </VirtualList>
      )}
      {archived.length > 0 || showsArchived ? (
        <button
          type="button"
          className={styles.archivedSwitch}
          aria-expanded={showsArchived}
          onClick={() => setShowsArchived(!showsArchived)}
        >
          {showsArchived ? `← ${strings.stories.title}` : strings.stories.archived(archived.length)}
        </button>
      ) : null}
    </nav>
  )
}
