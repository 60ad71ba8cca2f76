/** What may do most harm if it is wrong comes first. */
export const risks = ['legal', 'quote', 'figure', 'superlative', 'rest'] as const
export type Risk = (typeof risks)[number]

const quotation = /[“”„«»"]|(?:^|[\s([])['‘‚‹]/u
const figure =
  /\p{N}|(?<!\p{L})(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozens?|hundreds?|thousands?|(?:m|b|tr)illions?|half|third|quarter|twice|percent|zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn|elf|zwölf|dutzende?|hunderte?|tausende?|millionen?|milliarden?|hälfte|drittel|viertel|prozent)(?!\p{L})/iu
/** Also words that leave no room for an exception: one is enough to refute them. */
const superlative =
  /(?<!\p{L})(?:first|last|only|never|ever|always|all|every|none|nobody|best|worst|most|least|record|unprecedented|unique|sole|exactly|(?:larg|bigg|small|high|low|long|short|old|young|new|lat|earli|fast|slow|great|rich|poor|strong|weak|deep|hard|heavi|deadli|lovli|loveli|cheap|near|clos|saf|simpl|wid|tall)est|erste[mnrs]?|letzte[mnrs]?|einzige[mnrs]?|nie(?:mals)?|immer|stets|alle[mnrs]?|jede[mnrs]?|niemand|kein(?:e[mnrs]?)?|beste[mnrs]?|schlechteste[mnrs]?|meiste[mn]?|wenigste[mn]?|größte[mnrs]?|kleinste[mnrs]?|höchste[mnrs]?|niedrigste[mnrs]?|längste[mnrs]?|kürzeste[mnrs]?|älteste[mnrs]?|jüngste[mnrs]?|neu(?:e)?ste[mnrs]?|stärkste[mnrs]?|schwerste[mnrs]?|schönste[mnrs]?|einmalig|beispiellos|genau)(?!\p{L})/iu

/** By what a claim's record or the words themselves say; the first that holds. */
export function riskOf(given: {
  readonly words: string
  readonly isLegal?: boolean
  readonly isQuote?: boolean
}): Risk {
  if (given.isLegal) return 'legal'
  if (given.isQuote || quotation.test(given.words)) return 'quote'
  if (figure.test(given.words)) return 'figure'
  return superlative.test(given.words) ? 'superlative' : 'rest'
}
