/** Focuses the control with that id as soon as it is drawn; gives up after a third of a second. */
export function focusSoon(id: string): void {
  const untilMs = performance.now() + 330
  const attempt = () => {
    const control = document.getElementById(id)
    if (control) {
      control.focus()
      if (control instanceof HTMLInputElement) control.select()
    } else if (performance.now() < untilMs) requestAnimationFrame(attempt)
  }
  attempt()
}

/** Brings the focus into a panel that is about to be drawn: to the row that Tab would reach, else to all of it. */
export function focusPanel(id: string): void {
  requestAnimationFrame(() => {
    requestAnimationFrame(() => {
      const panel = document.getElementById(id)
      const row = panel?.querySelector<HTMLElement>('[data-row][tabindex="0"]')
      ;(row ?? panel)?.focus()
    })
  })
}
