import { z } from 'zod'
import { english } from '../mark/statement/english.ts'
import { german } from '../mark/statement/german.ts'

/** What a claim is about where that grows old: somebody's title or function, a toll of dead or hurt, an age. */
export const subjectSchema = z.enum(['title', 'toll', 'age'])
export type Subject = z.infer<typeof subjectSchema>

/** As a person sets it; `none` where the claim is about nothing of the kind although its words look so. */
export const chosenSubjectSchema = z.enum([...subjectSchema.options, 'none'])
export type ChosenSubject = z.infer<typeof chosenSubjectSchema>

/** Any of the words, as a part of a pattern; longer ones first, so that "ministerin" is not cut to "minister". */
function anyOf(words: readonly string[]): string {
  const longestFirst = [...words].sort((one, other) => other.length - one.length)
  return `(?:${longestFirst.join('|').replaceAll('.', '\\.')})`
}

/** With a capital letter or without, where the language leaves the choice. */
const eitherCase = (word: string): string =>
  `[${word.charAt(0).toUpperCase()}${word.charAt(0)}]${word.slice(1)}`
const capitalized = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1)

const numbers = [...Object.keys(english.smallNumbers), ...Object.keys(german.smallNumbers)]
const figure = `(?:\\p{N}[\\p{N}.,\u00a0 ]*|${anyOf(numbers)}|dozens?|scores?|hundreds?|thousands?|ein(?:e|en)|dutzende?|hunderte?|tausende?)`
const harm = anyOf([...english.harms, ...german.harms])
const toll = new RegExp(
  `(?<!\\p{L})(?:${figure}(?![\\p{L}])(?:[^.!?;]{0,60}?)(?<!\\p{L})${harm}|${harm}(?![\\p{L}])(?:[^.!?;]{0,40}?)(?<![\\p{L}\\p{N}])${figure})(?!\\p{L})`,
  'iu',
)
const age =
  /(?<![\p{L}\p{N}])(?:aged \p{N}{1,3}|\p{N}{1,3}[-‐‑ \u00a0]years?[-‐‑ \u00a0]old|\p{N}{1,3}[-‐‑ \u00a0](?:month|week)s?[-‐‑ \u00a0]old|\p{N}{1,3} Jahre (?:alt|jung)|\p{N}{1,3}[-‐‑]?[Jj]ährige[nrs]?|im Alter von \p{N}{1,3})(?![\p{L}\p{N}])|\p{Lu}\p{L}+(?: \p{Lu}\p{L}+)*, \p{N}{2,3},/u
const titles = anyOf([
  ...english.roles.map(eitherCase),
  'prime minister',
  'chief executive',
  'CEO',
  'CFO',
  ...german.roles.map(capitalized),
])
const name = "\\p{Lu}[\\p{L}\\p{M}’'-]+"
/** "Mayor Ada Holm", "Ada Holm, the mayor of …", "Ada Holm is director of …". */
const title = new RegExp(
  `(?<!\\p{L})(?:(?:\\p{Lu}?\\p{L}+[- ])?(?:${titles})(?: (?:of|for|at)(?: the)? \\p{Lu}\\p{L}+)? ${name}(?: ${name})?|${name} ${name},(?: \\p{L}+){0,4} (?:${titles})(?!\\p{L})|${name} (?:is|was|became|remains|ist|war|wurde)(?: \\p{L}+){0,3} (?:${titles})(?!\\p{L}))`,
  'u',
)

/**
 * What a claim's words look as if they were about: a proposal, by words of English and German. A toll grows old
 * first, so it is looked for first.
 */
export function proposeSubject(words: string): Subject | null {
  if (toll.test(words)) return 'toll'
  if (age.test(words)) return 'age'
  return title.test(words) || title.test(words.replace(/^\p{Ll}/u, (first) => first.toUpperCase()))
    ? 'title'
    : null
}

/** What a claim is about: as a person said, else as its words look. */
export function subjectOf(claim: {
  readonly subject: ChosenSubject | null
  readonly words: string
}): Subject | null {
  if (claim.subject === 'none') return null
  return claim.subject ?? proposeSubject(claim.words)
}
