import type { Stretch } from '../../document/sentences.ts'
import type { Passage } from '../passage.ts'
import type { Mention } from './mention.ts'
import { type Naming, namingOf } from './naming.ts'

/** The words that say whose a quotation is, with all that their passage says of who that is. */
export interface Mentioned extends Stretch {
  readonly isSaid: boolean
  readonly naming: Naming
  /** For "they" and "it", what the sentence before speaks of; for "who", the noun before. */
  readonly antecedent: Mentioned | null
}

export function mentionedBy(mention: Mention, passage: Passage, language: string): Mentioned {
  const { from, to, isSaid, antecedent } = mention
  return {
    from,
    to,
    isSaid,
    naming: namingOf(mention, passage, language),
    antecedent: antecedent ? mentionedBy(antecedent, passage, language) : null,
  }
}
