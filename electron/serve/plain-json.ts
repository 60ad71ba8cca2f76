/**
 * An answer that is plain JSON, which is all that the contract knows. The library would look through every value of
 * it for dates, sets and the like and copy it: for a book of 5,000 claims that took longer than everything else that
 * the desk does to open it. What is no plain object it leaves alone, and `JSON.stringify` finds what is inside.
 */
class PlainJson {
  readonly #value: object

  constructor(value: object) {
    this.#value = value
  }

  toJSON(): object {
    return this.#value
  }
}

/** For a handler's `clientInterceptors`: answers go out as they are; streams are the library's. */
export async function answerPlainly({ next }: { next(): Promise<unknown> }): Promise<unknown> {
  const answer = await next()
  const isPlain = typeof answer === 'object' && answer !== null && !(Symbol.asyncIterator in answer)
  return isPlain ? new PlainJson(answer) : answer
}
