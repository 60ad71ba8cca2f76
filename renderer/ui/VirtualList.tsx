import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual'
import {
  type KeyboardEvent,
  type ReactNode,
  useEffect,
  useEffectEvent,
  useLayoutEffect,
  useRef,
  useState,
} from 'react'
import { classes } from './classes.ts'
import styles from './virtual-list.module.css'

/** How rows of a list are chosen together; each tells the list's owner, who keeps what is chosen. */
export interface Selecting<T> {
  /** Everything between two rows; `start` counts where nothing was chosen yet. */
  to(item: T, start: T): void
  toggle(item: T): void
  all(): void
  /** The focus went on without choosing. */
  none(): void
}

/**
 * A list that draws only what is in sight. One row takes part in the tab order; arrows, Home and End move
 * between rows; with `selecting`, Shift with these chooses what lies between, Shift+Space one row more or less, and
 * Control or Command with A all. A row puts `tabIndex` and `data-row` on its one main control. When the row that has the focus
 * leaves the list, the one in its place takes it.
 */
export function VirtualList<T extends string>({
  label,
  items,
  estimatePx,
  current,
  revealCurrent = true,
  selecting,
  description,
  className,
  children,
}: {
  label: string
  /** Read out with the label. */
  description?: string
  /** Keys of the rows, in order. */
  items: readonly T[]
  estimatePx: number
  /** The chosen row: brought into sight when it changes, and where Tab arrives. */
  current: T | null
  revealCurrent?: boolean
  selecting?: Selecting<T>
  className?: string | undefined
  children: (item: T, row: { tabIndex: 0 | -1; 'data-row': number }) => ReactNode
}) {
  const frame = useRef<HTMLDivElement>(null)
  const [active, setActive] = useState(0)
  const tabStop = Math.min(active, items.length - 1)
  const virtualizer = useVirtualizer({
    count: items.length,
    getScrollElement: () => frame.current,
    estimateSize: () => estimatePx,
    getItemKey: (index) => items[index] ?? index,
    overscan: 8,
    // The row that Tab reaches, and that may have the focus, is there wherever the list was scrolled to.
    rangeExtractor: (range) => {
      const rows = defaultRangeExtractor(range)
      if (tabStop < 0 || rows.includes(tabStop)) return rows
      return [...rows, tabStop].sort((a, b) => a - b)
    },
  })
  const focused = useRef<T | null>(null)

  /** Only another choice scrolls, not another order. */
  const show = useEffectEvent((chosen: T) => {
    const index = items.indexOf(chosen)
    if (index < 0) return
    setActive(index)
    if (revealCurrent) virtualizer.scrollToIndex(index, { align: 'auto' })
  })
  const hasRows = items.length > 0
  useEffect(() => {
    if (hasRows && current !== null) show(current)
  }, [current, hasRows])

  /** Only a change of the rows can take one away. */
  const keepFocus = useEffectEvent((rows: readonly T[]) => {
    if (focused.current === null || rows.includes(focused.current)) return
    focused.current = null
    if (rows.length > 0) moveTo(tabStop)
  })
  useLayoutEffect(() => keepFocus(items), [items])

  function moveTo(index: number) {
    setActive(index)
    virtualizer.scrollToIndex(index, { align: 'auto' })
    // The row may only be drawn after the scroll.
    requestAnimationFrame(() => {
      requestAnimationFrame(() => {
        frame.current?.querySelector<HTMLElement>(`[data-row="${index}"]`)?.focus({ preventScroll: true })
      })
    })
  }

  function onKeyDown(event: KeyboardEvent) {
    const row = (event.target as HTMLElement).closest<HTMLElement>('[data-row]')
    if (!row || event.altKey) return
    const from = Number(row.dataset.row)
    const item = items[from]
    if (event.ctrlKey || event.metaKey) {
      if (!selecting || event.shiftKey || event.key.toLowerCase() !== 'a') return
      event.preventDefault()
      selecting.all()
      return
    }
    if (selecting && item !== undefined && event.shiftKey && event.key === ' ') {
      event.preventDefault()
      selecting.toggle(item)
      return
    }
    const last = items.length - 1
    const to = { ArrowDown: from + 1, ArrowUp: from - 1, Home: 0, End: last }[event.key]
    if (to === undefined || to < 0 || to > last) return
    event.preventDefault()
    const next = items[to]
    if (event.shiftKey && item !== undefined && next !== undefined) selecting?.to(next, item)
    else selecting?.none()
    moveTo(to)
  }

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: arrow keys pass through the frame to the rows
    <div
      ref={frame}
      className={classes(styles.frame, className)}
      onKeyDown={onKeyDown}
      onFocus={({ target }) => {
        focused.current = items[Number(target.closest('li')?.dataset.index)] ?? null
      }}
      onBlur={() => {
        focused.current = null
      }}
    >
      <ul
        aria-label={label}
        aria-description={description}
        className={styles.list}
        style={{ blockSize: virtualizer.getTotalSize() }}
      >
        {virtualizer.getVirtualItems().map((row) => {
          const item = items[row.index]
          if (item === undefined) return null
          return (
            <li
              key={row.key}
              ref={virtualizer.measureElement}
              data-index={row.index}
              aria-setsize={items.length}
              aria-posinset={row.index + 1}
              className={styles.row}
              style={{ transform: `translateY(${row.start}px)` }}
            >
              {children(item, { tabIndex: row.index === tabStop ? 0 : -1, 'data-row': row.index })}
            </li>
          )
        })}
      </ul>
    </div>
  )
}
