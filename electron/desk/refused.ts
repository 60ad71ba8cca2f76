import { z } from 'zod'

/** Who has a desk open, as `desk.json` in its folder says. */
export const deskHolderSchema = z.object({
  pid: z.int().positive(),
  /** How it was started: "window", "commandLine" … */
  via: z.string(),
  /** Where it answers, key and all, once it does. */
  url: z.string().nullable(),
  startedAtMs: z.int(),
})
export type DeskHolder = z.infer<typeof deskHolderSchema>

export type DeskRefusalCode = 'locked' | 'network' | 'newer' | 'damaged' | 'readOnly' | 'full'

/** A folder that cannot be opened as a desk. Its message says why, and its database was not written to. */
export class DeskRefused extends Error {
  override readonly name = 'DeskRefused'
  readonly code: DeskRefusalCode
  /** Who has it open, for `locked`, where that could be read. */
  readonly holder: DeskHolder | null

  constructor(
    code: DeskRefusalCode,
    message: string,
    options: { holder?: DeskHolder | null; cause?: unknown } = {},
  ) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause })
    this.code = code
    this.holder = options.holder ?? null
  }
}
