import type { ExitCode } from './failure.ts'

/** What a command has to say. */
export interface Answer {
  /** What `--json` prints; for bytes, these. */
  readonly json: unknown
  /** What people read, or bytes to hand on as they are, `--json` or not. */
  readonly text: string | Uint8Array
  readonly exitCode?: ExitCode
}
