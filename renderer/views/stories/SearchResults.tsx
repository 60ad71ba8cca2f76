import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { type KeyboardEvent, useMemo } from 'react'
import { claimIdSchema, sourceIdSchema, storyIdSchema } from '../../../shared/model/ids.ts'
import type { SearchHit } from '../../../shared/model/search.ts'
import { useDesk } from '../../state/desk.ts'
import { goToStory } from '../../state/open-story.ts'
import { listQueries, useAllStories } from '../../state/queries.ts'
import { explain } from '../../state/refused.ts'
import { show } from '../../state/window.ts'
import { Empty, Failure, Loading } from '../../ui/Notice.tsx'
import { hitKindNames, strings } from '../../ui/strings.ts'
import styles from './stories.module.css'

/** What the desk finds, under its three kinds, the words looked for marked in their surroundings. */
export function SearchResults({ words }: { words: string }) {
  const { link } = useDesk()
  const { data, error, isPending, refetch } = useQuery({
    ...listQueries.search(link.client, words),
    placeholderData: keepPreviousData,
  })

  const { data: stories } = useAllStories()
  const byId = useMemo(() => new Map(stories?.map((story) => [story.id, story])), [stories])

  async function goTo(hit: SearchHit) {
    if (hit.kind === 'source') {
      show({ view: 'sources', sourceId: sourceIdSchema.parse(hit.id), drawer: null })
      return
    }
    const session = await goToStory(link, storyIdSchema.parse(hit.storyId ?? hit.id))
    if (hit.kind === 'claim') session?.openClaim(claimIdSchema.parse(hit.id), { scroll: true })
  }

  if (isPending) return <Loading label={strings.stories.searching} lines={6} />
  if (error && !data)
    return (
      <Failure title={strings.errors.search} explanation={explain(error)} onAgain={() => void refetch()} />
    )
  const hits = data ?? []
  return (
    <section className={styles.results} aria-label={strings.stories.search} onKeyDown={step}>
      <p className="visually-hidden" role="status">
        {strings.stories.results(hits.length)}
      </p>
      {hits.length === 0 ? (
        <Empty title={strings.stories.noResults(words)} hint={strings.stories.noResultsHint} />
      ) : (
        (['story', 'claim', 'source'] as const).map((kind) => {
          const ofKind = hits.filter((hit) => hit.kind === kind)
          if (ofKind.length === 0) return null
          return (
            <section key={kind} aria-label={hitKindNames[kind]}>
              <h2 className={styles.resultsHead}>{hitKindNames[kind]}</h2>
              <ul>
                {ofKind.map((hit) => {
                  const story = hit.storyId ? byId.get(hit.storyId) : undefined
                  return (
                    <li key={`${hit.kind} ${hit.id}`}>
                      <button type="button" className={styles.hit} data-hit="" onClick={() => void goTo(hit)}>
                        {hit.kind === 'claim' ? (
                          <span className={styles.hitPlace}>
                            <span className={styles.hitNumber}>#{hit.title}</span>
                            <span className={styles.hitStory} dir="auto">
                              {story ? story.headline || story.slug : ''}
                            </span>
                          </span>
                        ) : (
                          <span className={styles.hitTitle} dir="auto">
                            {hit.title || story?.slug || strings.stories.untitled}
                          </span>
                        )}
                        <Excerpt hit={hit} />
                        {story && story.archivedAtMs !== null ? (
                          <span className={styles.hitArchived}>{strings.stories.archivedTitle}</span>
                        ) : null}
                      </button>
                    </li>
                  )
                })}
              </ul>
            </section>
          )
        })
      )}
    </section>
  )
}

/** Arrows go from hit to hit, and from the first back to the words looked for. */
function step(event: KeyboardEvent<HTMLElement>) {
  if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return
  event.preventDefault()
  const hits = [...event.currentTarget.querySelectorAll<HTMLElement>('[data-hit]')]
  const at = hits.findIndex((hit) => hit.contains(document.activeElement))
  const next = hits[event.key === 'ArrowDown' ? at + 1 : at - 1]
  if (next) next.focus()
  else if (event.key === 'ArrowUp') document.getElementById('desk-search')?.focus()
}

function Excerpt({ hit }: { hit: SearchHit }) {
  if (hit.excerpt.length === 0) return null
  return (
    <span className={styles.excerpt} dir="auto">
      {hit.excerpt.map((part, at) =>
        part.hit ? (
          // biome-ignore lint/suspicious/noArrayIndexKey: the parts of one excerpt never move
          <mark key={at}>{part.text}</mark>
        ) : (
          part.text
        ),
      )}
    </span>
  )
}
