import { show, windowState } from './window.ts'

export type Panel = 'left' | 'right'

/** Where the window is too narrow for a panel beside the page, it is drawn over it. */
export const drawerMedia: Record<Panel, string> = {
  left: '(max-width: 879px)',
  right: '(max-width: 1139px)',
}

export function isDrawer(panel: Panel): boolean {
  return matchMedia(drawerMedia[panel]).matches
}

/** Makes sure that a panel is in sight. */
export function reveal(panel: Panel): void {
  if (isDrawer(panel)) show({ drawer: panel })
  else if (windowState.get().hidden.includes(panel))
    show({ hidden: windowState.get().hidden.filter((each) => each !== panel) })
}

export function togglePanel(panel: Panel): void {
  const { drawer, hidden } = windowState.get()
  if (isDrawer(panel)) show({ drawer: drawer === panel ? null : panel })
  else if (hidden.includes(panel)) reveal(panel)
  else show({ hidden: [...hidden, panel] })
}
