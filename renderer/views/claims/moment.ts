/** A moment as a field for day and time has it, by this computer's clock: "2026-05-03T16:00". */
export function fieldValueOf(atMs: number): string {
  const date = new Date(atMs)
  const two = (part: number) => String(part).padStart(2, '0')
  const day = [date.getFullYear(), two(date.getMonth() + 1), two(date.getDate())].join('-')
  return `${day}T${two(date.getHours())}:${two(date.getMinutes())}`
}

/** null where the field holds no whole moment. */
export function momentOf(value: string): number | null {
  const atMs = new Date(value).getTime()
  return value !== '' && Number.isFinite(atMs) ? atMs : null
}
