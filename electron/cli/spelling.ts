import { z } from 'zod'

/** As the command line writes a name: "onAuthor" is "on-author". */
export function spellingOf(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)
}

/** As people read a name: "onAuthor" is "on author". */
export function wordsFor(name: string): string {
  return spellingOf(name).replaceAll('-', ' ')
}

function bare(text: string): string {
  return text.toLowerCase().replace(/[\s_-]/gu, '')
}

/** One of `choices`, however it is written: "onAuthor", "on-author" and "On author" are one. */
export function spelled<const T extends string>(choices: readonly T[]): z.ZodType<T, string> {
  return z.string().transform((given, context) => {
    const found = choices.find((choice) => bare(choice) === bare(given))
    if (found !== undefined) return found
    const list = choices.map(spellingOf).join(', ')
    context.addIssue({ code: 'custom', message: `“${given}” is none of: ${list}` })
    return z.NEVER
  })
}

/** For help: "statement|quote". */
export function choicesOf(choices: readonly string[]): string {
  return choices.map(spellingOf).join('|')
}
