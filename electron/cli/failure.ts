/** 0 done, 1 failed, 2 bad input, 3 refused, 4 `verify` found something. */
export type ExitCode = 0 | 1 | 2 | 3 | 4

/** How a command ends when it does not end well: a name for scripts, words for people. */
export class CommandFailed extends Error {
  override readonly name = 'CommandFailed'
  /** Upper-case words joined by underscores: "NOT_FOUND". */
  readonly code: string
  readonly exitCode: ExitCode

  constructor(exitCode: ExitCode, code: string, message: string) {
    super(message)
    this.code = code
    this.exitCode = exitCode
  }
}

/** What was given cannot be meant: exit code 2. */
export function badInput(message: string, code = 'BAD_INPUT'): CommandFailed {
  return new CommandFailed(2, code, message)
}

/** What was asked is understood and not done: exit code 3. */
export function refused(code: string, message: string): CommandFailed {
  return new CommandFailed(3, code, message)
}
