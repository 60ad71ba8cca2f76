import type { Passage } from '../passage.ts'
import type { PassageFacts } from '../statement/facts.ts'
import { type Finding, findingOf } from './finding.ts'

/** A note has neither date nor byline until it has become a story of so many characters. */
const leastCharacters = 300

function isStory(passages: readonly Passage[]): boolean {
  let characters = 0
  for (const { text, where } of passages) {
    if (where === 'paragraph') characters += text.length
    if (characters >= leastCharacters) return true
  }
  return false
}

/** What a story wants before it goes out: who wrote it, and when. A date may stand in the dateline or the byline. */
export function missingParts(
  passages: readonly Passage[],
  factsOf: (passage: Passage) => PassageFacts,
): readonly Finding[] {
  if (!isStory(passages)) return []
  const named = (where: string): Passage | undefined =>
    passages.find((passage) => passage.where === where && passage.text.trim() !== '')
  const byline = named('byline')
  const heads = [named('dateline'), byline].filter((one) => one !== undefined)
  const hasDate = heads.some((one) =>
    factsOf(one).dates.some(({ day, year, weekday }) => day !== null || year !== null || weekday !== null),
  )
  return [
    ...(hasDate ? [] : [findingOf({ kind: 'noDate' }, [], [])]),
    ...(byline ? [] : [findingOf({ kind: 'noByline' }, [], [])]),
  ]
}
