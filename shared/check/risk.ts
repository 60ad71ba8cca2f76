import { english } from '../mark/statement/english.ts'
import { german } from '../mark/statement/german.ts'

/** What may do most harm if it is wrong comes first: the order of what the first pass proposes. */
export const risks = ['legal', 'quote', 'accusation', 'superlative', 'figure', 'title', 'rest'] as const
export type Risk = (typeof risks)[number]

/**
 * The order in which the red pencil goes: what a checker settles fastest and readers correct most, the figures, before
 * superlatives; of the rest accusations first, for those that matter bear a legal flag.
 */
export const walkRisks: readonly Risk[] = [
  'legal',
  'quote',
  'figure',
  'superlative',
  'accusation',
  'title',
  'rest',
]

const quotation = /[“”„«»"]|(?:^|[\s([])['‘‚‹]/u
/** Deeds that somebody is said to have done, not the nouns of statistics: “murdered”, never “murders”. */
const accusation =
  /(?<!\p{L})(?:accus(?:es|ed|ing)|alleg(?:es|ed|edly|ing)|convicted|indicted|charged with|guilty|lied|liar|brib(?:ed|ing)|corrupt|defrauded|fraudsters?|(?:commit(?:s|ted)?|of) fraud|embezzl(?:es|ed|ing)|stole|stolen|thief|forged|faked|plagiari[sz]ed|laundered|cheated|evaded|abused|abusing|assaulted|harassed|rap(?:ed|ist)|molested|murdered|murderer|blackmailed|covered up|beschuldigt(?:e[nr]?)?|vorgeworfen|wirft [^.]{0,80}? vor|warf [^.]{0,80}? vor|mutmaßlich(?:e[mnrs]?)?|verurteilt|angeklagt|schuldig|gelogen|belogen|lügt|lügner(?:in)?|bestochen|bestechlich|korrupt|betrogen|betrüger(?:in)?|veruntreut(?:e)?|gestohlen|gefälscht|fälschte|plagiiert|hinterzogen|missbraucht(?:e)?|misshandelt(?:e)?|belästigt(?:e)?|vergewaltigt(?:e)?|ermordet(?:e)?|mörder(?:in)?|erpresst(?:e)?|vertuscht(?:e)?)(?!\p{L})/iu
const figure =
  /\p{N}|(?<!\p{L})(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozens?|hundreds?|thousands?|(?:m|b|tr)illions?|half|third|quarter|twice|percent|zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn|elf|zwölf|dutzende?|hunderte?|tausende?|millionen?|milliarden?|hälfte|drittel|viertel|prozent)(?!\p{L})/iu
/** Also words that leave no room for an exception: one is enough to refute them. */
const superlative = new RegExp(
  `(?<!\\p{L})(?:first|last|only|never|ever|always|all|every|none|nobody|best|worst|most|least|record|unprecedented|unique|sole|exactly|safest|simplest|${[...english.superlatives, ...german.superlatives].join('|')}|erste[mnrs]?|letzte[mnrs]?|einzige[mnrs]?|nie(?:mals)?|immer|stets|alle[mnrs]?|jede[mnrs]?|niemand|kein(?:e[mnrs]?)?|meiste[mn]?|wenigste[mn]?|einmalig|beispiellos|genau)(?!\\p{L})`,
  'iu',
)
const title =
  /(?<!\p{L})(?:dr\.?|prof\.?|sen\.|gov\.|rep\.|gen\.|col\.|lt\.|capt\.|rev\.|president|(?:prime |foreign |finance |interior |health |defen[cs]e )?minister|chancellor|senator|governor|mayor|ambassador|bishop|professor|commissioner|congress(?:wo)?man|chief (?:executive|of staff|financial officer|economist)|chair(?:man|woman|person)|director|deputy|spokes(?:man|woman|person)|ceo|founder|co-founder|editor-in-chief|analyst|(?:vize)?präsident(?:in)?|(?:premier|außen|innen|finanz|gesundheits|verteidigungs|wirtschafts|justiz)?minister(?:in)?|(?:bundes)?kanzler(?:in)?|(?:ober)?bürgermeister(?:in)?|botschafter(?:in)?|bischöfin|bischof|landr(?:at|ätin)|abgeordneten?|vorsitzenden?|vorstandschef(?:in)?|geschäftsführer(?:in)?|direktor(?:in)?|intendant(?:in)?|sprecher(?:in)?|leiter(?:in)?|gründer(?:in)?|chefredakteur(?:in)?|staatssekretär(?:in)?|professorin)(?!\p{L})/iu

/** By what a claim's record or the words themselves say; the first that holds in {@link walkRisks}. */
export function riskOf(given: {
  readonly words: string
  readonly isLegal?: boolean
  readonly isQuote?: boolean
}): Risk {
  if (given.isLegal) return 'legal'
  if (given.isQuote || quotation.test(given.words)) return 'quote'
  if (figure.test(given.words)) return 'figure'
  if (superlative.test(given.words)) return 'superlative'
  if (accusation.test(given.words)) return 'accusation'
  return title.test(given.words) ? 'title' : 'rest'
}
