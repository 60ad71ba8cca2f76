import type { TagRefusal } from '../../shared/document/zones.ts'
import { exhaustive } from '../../shared/lib/assert.ts'
import { strings } from '../ui/strings.ts'

export const notices = strings.editor

/** Why words cannot be tagged as one claim, for the status line. */
export function refusalNotice(refusal: TagRefusal): string {
  switch (refusal.kind) {
    case 'noWords':
      return notices.noWords
    case 'acrossParts': {
      const [one, other] = refusal.parts.map((part) => strings.parts[part] ?? { from: part, into: part })
      if (!one || !other) return notices.noWords
      return one.into === other.into ? notices.acrossSame(one.from) : notices.across(one.from, other.into)
    }
    default:
      return exhaustive(refusal)
  }
}
