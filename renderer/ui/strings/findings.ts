import type { FindingKind, FindingReason, StyleKind } from '../../../shared/mark/findings.ts'
import { inLanguage } from './in-language.ts'

/** One sentence or two for each kind: what does not fit, and what is asked. */
type Sentences = {
  readonly [Kind in FindingKind]: (reason: Extract<FindingReason, { kind: Kind }>) => string
}

const monday = Date.UTC(2024, 0, 1)

function weekdayIn(language: string, weekday: number): string {
  const day = new Date(monday + (weekday - 1) * 86_400_000)
  return new Intl.DateTimeFormat(language, { weekday: 'long', timeZone: 'UTC' }).format(day)
}

const numberIn = (language: string, value: number): string =>
  new Intl.NumberFormat(language, { maximumFractionDigits: 1 }).format(value)

const styleSentences = inLanguage<Record<StyleKind, (one: string, other: string) => string>>({
  en: {
    compoundDash: (one, other) => `“${one}” has a hyphen, “${other}” a dash. Is one of them meant for both?`,
    hyphenForDash: (one) => `A hyphen stands for a dash: “${one}”.`,
    dashes: (one, other) => `Two kinds of dashes: “${one}” and “${other}”.`,
    quotationMarks: (one, other) => `Two kinds of quotation marks: ${one} and ${other}`,
    apostrophes: (one, other) => `Two kinds of apostrophes: “${one}” and “${other}”.`,
    stops: (one, other) => `“${one}” and “${other}”: with stops or without?`,
    spelling: (one, other) => `“${one}” and “${other}”: one word in two spellings.`,
    dateOrder: (one, other) => `“${one}” and “${other}”: two ways to write a date.`,
  },
  de: {
    compoundDash: (one, other) =>
      `„${one}“ hat einen Bindestrich, „${other}“ einen Gedankenstrich. Soll es einheitlich sein?`,
    hyphenForDash: (one) => `Ein Bindestrich steht für einen Gedankenstrich: „${one}“.`,
    dashes: (one, other) => `Zwei Arten von Gedankenstrichen: „${one}“ und „${other}“.`,
    quotationMarks: (one, other) => `Zwei Arten von Anführungszeichen: ${one} und ${other}`,
    apostrophes: (one, other) => `Zwei Arten von Apostrophen: „${one}“ und „${other}“.`,
    stops: (one, other) => `„${one}“ und „${other}“: mit Punkten oder ohne?`,
    spelling: (one, other) => `„${one}“ und „${other}“: ein Wort in zwei Schreibweisen.`,
    dateOrder: (one, other) => `„${one}“ und „${other}“: ein Datum, zwei Schreibweisen.`,
  },
})

const findingSentences = inLanguage<Sentences>({
  en: {
    headlineFigure: ({ words }) => `The headline says “${words}”. The text has no such number.`,
    headlineName: ({ words }) => `The headline names ${words}. The text does not.`,
    headlineSuperlative: ({ words }) => `The headline says “${words}”. The text does not say so.`,
    twoSpellings: ({ one, other }) => `“${one}” and “${other}”: is this one name?`,
    twoNumbers: ({ one, other }) => `“${one}” and “${other}”: which number is right?`,
    twoAges: ({ name, one, other }) => `${name} is ${one} here and ${other} there. Which is right?`,
    twoTitles: ({ name, one, other }) => `${name} is “${one}” here and “${other}” there. Which is right?`,
    twoDates: ({ name, one, other }) => `For ${name} the text has “${one}” and “${other}”. Which is right?`,
    weekday: ({ words, weekday }) =>
      `“${words}” was a ${weekdayIn('en', weekday)}. Is it the day or the date?`,
    twoWeekdays: ({ one, other }) => `“${one}” and “${other}”: one day has one weekday. Which is right?`,
    shareSum: ({ words, sum }) => `${words.join(', ')} make ${numberIn('en', sum)} percent together.`,
    percentage: ({ words, one, other, computed }) =>
      `${one} and ${other} make ${numberIn('en', computed)} percent, not ${words}.`,
    quoteOwners: ({ words, one, other }) => `${words} is said by ${one} here and by ${other} there.`,
    noDate: () => 'The story has no date.',
    noByline: () => 'The story has no byline.',
    style: ({ style, one, other }) => styleSentences[style](one, other),
  },
  de: {
    headlineFigure: ({ words }) => `In der Überschrift steht „${words}“. Im Text kommt diese Zahl nicht vor.`,
    headlineName: ({ words }) => `Die Überschrift nennt ${words}. Der Text nicht.`,
    headlineSuperlative: ({ words }) => `In der Überschrift steht „${words}“. Der Text sagt das nicht.`,
    twoSpellings: ({ one, other }) => `„${one}“ und „${other}“: Ist das ein und derselbe Name?`,
    twoNumbers: ({ one, other }) => `„${one}“ und „${other}“: Welche Zahl stimmt?`,
    twoAges: ({ name, one, other }) => `${name} ist einmal ${one} und einmal ${other} Jahre alt. Was stimmt?`,
    twoTitles: ({ name, one, other }) => `${name} ist einmal „${one}“ und einmal „${other}“. Was stimmt?`,
    twoDates: ({ name, one, other }) =>
      `Bei ${name} steht einmal „${one}“ und einmal „${other}“. Was stimmt?`,
    weekday: ({ words, weekday }) =>
      `„${words}“ war ein ${weekdayIn('de', weekday)}. Stimmt der Tag nicht oder das Datum?`,
    twoWeekdays: ({ one, other }) => `„${one}“ und „${other}“: Ein Tag hat nur einen Wochentag. Was stimmt?`,
    shareSum: ({ words, sum }) => `${words.join(', ')} ergeben zusammen ${numberIn('de', sum)} Prozent.`,
    percentage: ({ words, one, other, computed }) =>
      `${one} und ${other} ergeben ${numberIn('de', computed)} Prozent, nicht ${words}.`,
    quoteOwners: ({ words, one, other }) => `${words} sagt einmal ${one} und einmal ${other}.`,
    noDate: () => 'Der Beitrag hat kein Datum.',
    noByline: () => 'Der Beitrag hat keine Autorenzeile.',
    style: ({ style, one, other }) => styleSentences[style](one, other),
  },
})

/** Why it is asked, in a sentence for people. */
export function findingSentence(reason: FindingReason): string {
  // Each kind's sentence takes the reason of that kind; the compiler does not follow the pair through an index.
  const sentence = findingSentences[reason.kind] as (reason: FindingReason) => string
  return sentence(reason)
}
