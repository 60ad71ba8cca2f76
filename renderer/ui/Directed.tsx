import { Direction } from 'radix-ui'
import type { ReactNode } from 'react'

/** Menus, choices and tips go the way that the page goes; left to themselves they go from left to right. */
export function Directed({ children }: { children: ReactNode }) {
  const dir = document.documentElement.dir === 'rtl' ? 'rtl' : 'ltr'
  return <Direction.Provider dir={dir}>{children}</Direction.Provider>
}
