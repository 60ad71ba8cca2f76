/**
 * Where the focus goes when what had it is gone. A *home* is a part of the window that can be gone to as a
 * whole: it carries {@link home}, and gets the focus itself or, where it holds a list, hands it to the row that
 * Tab would reach. Homes may lie within homes.
 */
export const home = { tabIndex: -1, 'data-home': '' } as const

const homes = '[data-home], [role="dialog"], [role="alertdialog"]'
/** What stands before the window for a while and hands the focus back when it goes. */
const passing = '[role="dialog"], [role="alertdialog"], [role="menu"], [role="listbox"], [data-passing]'

interface Place {
  readonly element: HTMLElement
  /** The homes around it, nearest first; kept, because an element that is gone no longer knows them. */
  readonly homes: readonly HTMLElement[]
}

function placeOf(element: HTMLElement): Place {
  const around: HTMLElement[] = []
  for (let at = element.closest<HTMLElement>(homes); at; at = at.parentElement?.closest(homes) ?? null)
    around.push(at)
  return { element, homes: around }
}

function canHaveFocus(element: HTMLElement): boolean {
  return element.isConnected && element.checkVisibility() && !element.matches(':disabled')
}

function enter(place: HTMLElement): void {
  const row = place.querySelector<HTMLElement>('[data-row][tabindex="0"]')
  ;(row ?? place).focus({ preventScroll: true })
}

/** Leaves a field for the home around it, where single keys act. */
export function goHome(from: Element): void {
  const around = from.closest<HTMLElement>(homes)
  if (around) enter(around)
  else if (from instanceof HTMLElement) from.blur()
}

/** From a field above a list to its row that Tab would reach, or to the first of what was found. */
export function goToRows(from: Element): void {
  from.closest(homes)?.querySelector<HTMLElement>('[data-row][tabindex="0"], [data-hit]')?.focus()
}

/** Goes into a drawer: to the last home in it, which is what was opened there. */
export function goIn(drawer: HTMLElement): void {
  enter([...drawer.querySelectorAll<HTMLElement>('[data-home]')].filter(canHaveFocus).at(-1) ?? drawer)
}

function isNowhere(): boolean {
  return document.activeElement === null || document.activeElement === document.body
}

/**
 * Watches over the focus: a control that was removed, hidden or disabled while it had the focus leaves it to
 * the nearest home that still stands, a closed dialog to what had it before. Who gives the focus up without
 * losing its place, as by a click beside everything, keeps it given up.
 *
 * @returns ends the watch
 */
export function keepFocus(): () => void {
  let last: Place | null = null
  /** The last one that is neither in a dialog nor in a menu. */
  let beneath: Place | null = null
  let frame = 0

  function restore() {
    if (!last || !isNowhere()) return
    // A control that still stands was left on purpose.
    if (canHaveFocus(last.element)) return
    const homesLeft = [
      ...last.homes,
      ...(last === beneath ? [] : [beneath?.element, ...(beneath?.homes ?? [])]),
    ]
    const next =
      homesLeft.find((each) => each !== undefined && canHaveFocus(each)) ??
      document.querySelector<HTMLElement>('main[data-home]')
    if (!next) return
    if (next === beneath?.element) next.focus({ preventScroll: true })
    else enter(next)
  }

  function onFocusIn({ target }: FocusEvent) {
    if (!(target instanceof HTMLElement) || target === document.body) return
    last = placeOf(target)
    if (!target.closest(passing)) beneath = last
  }

  function onFocusOut({ target, relatedTarget }: FocusEvent) {
    if (relatedTarget !== null || !(target instanceof HTMLElement)) return
    queueMicrotask(() => {
      if (!isNowhere() || !document.hasFocus() || !canHaveFocus(target)) return
      last = null
      beneath = null
    })
  }

  const watch = new MutationObserver((changes) => {
    if (last === null || frame !== 0) return
    // What was hidden or disabled loses the focus only when the page is drawn again.
    if (!isNowhere() && !changes.some((change) => change.type === 'attributes')) return
    // A dialog that closes hands the focus back by itself, a moment later.
    frame = requestAnimationFrame(() =>
      setTimeout(() => {
        frame = 0
        restore()
      }),
    )
  })
  document.addEventListener('focusin', onFocusIn)
  document.addEventListener('focusout', onFocusOut)
  watch.observe(document.body, {
    subtree: true,
    childList: true,
    attributes: true,
    attributeFilter: ['disabled', 'hidden'],
  })
  return () => {
    document.removeEventListener('focusin', onFocusIn)
    document.removeEventListener('focusout', onFocusOut)
    watch.disconnect()
    cancelAnimationFrame(frame)
  }
}
