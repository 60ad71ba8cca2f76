import type { Digest } from '../digest.ts'
import { type Finding, findingOf } from './finding.ts'

/** A note has neither date nor byline until it has become a story of so many characters. */
const leastCharacters = 300

function isStory(digests: readonly Digest[]): boolean {
  let characters = 0
  for (const { length, where } of digests) {
    if (where === 'paragraph') characters += length
    if (characters >= leastCharacters) return true
  }
  return false
}

/** What a story wants before it goes out: who wrote it, and when. A date may stand in the dateline or the byline. */
export function missingParts(digests: readonly Digest[]): readonly Finding[] {
  if (!isStory(digests)) return []
  const named = (where: string): Digest | undefined =>
    digests.find((digest) => digest.where === where && !digest.isBlank)
  const byline = named('byline')
  const hasDate = [named('dateline'), byline].some((one) => one?.traces?.hasDate)
  return [
    ...(hasDate ? [] : [findingOf({ kind: 'noDate' }, [], [])]),
    ...(byline ? [] : [findingOf({ kind: 'noByline' }, [], [])]),
  ]
}
