import { queryOptions, useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import type { DeskClient } from '../../shared/contract/contract.ts'
import type { PersonId, SourceId, StoryId } from '../../shared/model/ids.ts'
import { type Deed, may } from '../../shared/model/may.ts'
import type { Person } from '../../shared/model/person.ts'
import type { Source } from '../../shared/model/source.ts'
import { useDesk } from './desk.ts'
import { preferences } from './preferences.ts'
import { useStore } from './store.ts'

/** The lists that the window keeps; `state/news.ts` has them read again when the desk says that they changed. */
export const listQueries = {
  stories: (client: DeskClient) =>
    queryOptions({ queryKey: ['stories', 'live'], queryFn: () => client.stories.list({ archived: false }) }),
  /** Everything, the archived too. */
  allStories: (client: DeskClient) =>
    queryOptions({ queryKey: ['stories', 'all'], queryFn: () => client.stories.list({ archived: true }) }),
  sources: (client: DeskClient) =>
    queryOptions({ queryKey: ['sources'], queryFn: () => client.sources.list() }),
  rules: (client: DeskClient) => queryOptions({ queryKey: ['rules'], queryFn: () => client.desk.rules() }),
  /** How many candidates of the first pass became claims, and how many were put aside. */
  passCounts: (client: DeskClient) =>
    queryOptions({
      queryKey: ['passCounts'],
      queryFn: () => client.firstPass.counts(),
      // Whatever is decided adds to it.
      staleTime: 0,
    }),
  /** Those that wait for an answer, over all stories. */
  queries: (client: DeskClient) =>
    queryOptions({ queryKey: ['queries'], queryFn: () => client.queries.list({ all: false }) }),
  people: (client: DeskClient) => queryOptions({ queryKey: ['people'], queryFn: () => client.people.list() }),
  copies: (client: DeskClient) =>
    queryOptions({ queryKey: ['copies'], queryFn: () => client.desk.copies(), staleTime: 0 }),
  receipt: (client: DeskClient, storyId: StoryId) =>
    queryOptions({ queryKey: ['receipt', storyId], queryFn: () => client.transfer.receipt({ storyId }) }),
  trail: (client: DeskClient, storyId: StoryId) =>
    queryOptions({
      queryKey: ['trail', storyId],
      queryFn: () => client.stories.trail({ storyId }),
      // Whatever is done adds to it.
      staleTime: 0,
    }),
  /** The records of a story that need not be the open one. */
  storyRecords: (client: DeskClient, storyId: StoryId) =>
    queryOptions({
      queryKey: ['storyRecords', storyId],
      queryFn: async () => {
        const { story, claims } = await client.stories.open({ storyId })
        return { story, claims }
      },
      staleTime: 0,
    }),
  search: (client: DeskClient, words: string) =>
    queryOptions({
      queryKey: ['search', words],
      queryFn: () => client.desk.search({ words, limit: 60 }),
      // What is found ages with every keystroke in a story.
      staleTime: 2000,
    }),
}

export function useStories() {
  return useQuery(listQueries.stories(useDesk().link.client))
}

export function useAllStories() {
  return useQuery(listQueries.allStories(useDesk().link.client))
}

export function useSources() {
  return useQuery(listQueries.sources(useDesk().link.client))
}

export function useWaitingQueries() {
  return useQuery(listQueries.queries(useDesk().link.client))
}

export function usePeople() {
  return useQuery(listQueries.people(useDesk().link.client))
}

const noPeople: ReadonlyMap<PersonId, Person> = new Map()
const noSources: ReadonlyMap<SourceId, Source> = new Map()

export function usePeopleById(): ReadonlyMap<PersonId, Person> {
  const { data } = usePeople()
  return useMemo(() => (data ? new Map(data.map((person) => [person.id, person])) : noPeople), [data])
}

export function useSourcesById(): ReadonlyMap<SourceId, Source> {
  const { data } = useSources()
  return useMemo(() => (data ? new Map(data.map((source) => [source.id, source])) : noSources), [data])
}

export function useMe(): Person | null {
  const personId = useStore(preferences, (now) => now.personId)
  const people = usePeopleById()
  return (personId && people.get(personId)) || null
}

/** Whether whoever works at this window may do it; the desk asks the same. */
export function useMay(deed: Deed): boolean {
  const me = useMe()
  const people = usePeopleById()
  return me !== null && may(deed, me.role, people.size === 1)
}
