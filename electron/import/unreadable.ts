/** Thrown when bytes cannot be made a story; `reason` says in plain words what it is and what to do. */
export class Unreadable extends Error {
  override readonly name = 'Unreadable'
  readonly reason: string

  constructor(reason: string) {
    super(reason)
    this.reason = reason
  }
}
