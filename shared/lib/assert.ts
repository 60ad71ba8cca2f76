/** Thrown when the program contradicts itself: always a defect of ours, never the user's input. */
export class AssertionFailed extends Error {
  override readonly name = 'AssertionFailed'
}

/** @throws AssertionFailed when `condition` does not hold. */
export function assert(condition: unknown, message: string): asserts condition {
  if (!condition) throw new AssertionFailed(message)
}

/** @throws AssertionFailed when `value` is null or undefined. */
export function must<T>(value: T | null | undefined, message: string): T {
  if (value === null || value === undefined) throw new AssertionFailed(message)
  return value
}

/** Closes a `switch`: the compiler proves that every case was named. */
export function exhaustive(value: never): never {
  throw new AssertionFailed(`unexpected case: ${JSON.stringify(value)}`)
}
