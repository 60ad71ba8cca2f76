import type { QueryClient } from '@tanstack/react-query'
import { createContext, useContext, useSyncExternalStore } from 'react'
import { must } from '../../shared/lib/assert.ts'
import type { DeskLink, LinkState } from '../link/link.ts'

/** The window's hold on its desk. */
export interface Desk {
  readonly link: DeskLink
  readonly queries: QueryClient
}

export const DeskContext = createContext<Desk | null>(null)

export function useDesk(): Desk {
  return must(useContext(DeskContext), 'a view stands outside the desk')
}

export function useLinkState(): LinkState {
  const { link } = useDesk()
  return useSyncExternalStore(link.subscribe, link.state)
}
