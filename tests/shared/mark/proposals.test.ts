import { expect, it } from 'vitest'
import { firstPassMarks } from '../../../shared/mark/first-pass.ts'
import { carriedMarks } from '../../../shared/mark/proposals.ts'
import { defaultFirstPass } from '../../../shared/mark/settings.ts'

const sentence = 'On 4 May 2019 the repair cost 340,000 crowns. '

/** A text that counts how often one of its characters is looked at. */
function counted(text: string): { text: string; looks: () => number } {
  let looks = 0
  const characters = new Proxy([...text], {
    get(of, name) {
      if (name !== 'length') looks++
      return Reflect.get(of, name)
    },
  })
  return { text: characters as unknown as string, looks: () => looks }
}

const placed = (text: string) => [{ passage: { text, where: 'paragraph' }, from: 1 }]

it('looks for what an edit changed once, however much is proposed in the paragraph', () => {
  const text = sentence.repeat(40)
  const marks = firstPassMarks([{ text, where: 'paragraph' }], 'en', defaultFirstPass)
  expect(marks[0]?.length).toBeGreaterThan(20)
  const before = counted(text)
  const after = counted(`${text.slice(0, 900)}x${text.slice(900)}`)
  carriedMarks(placed(before.text), placed(after.text), marks)
  expect(before.looks()).toBeLessThan(2 * text.length)
})

it('carries what stands before and behind an edit, and drops what it is in', () => {
  const text = sentence.repeat(3)
  const marks = firstPassMarks([{ text, where: 'paragraph' }], 'en', defaultFirstPass)
  const at = text.indexOf('340', sentence.length) + 1
  const edited = `${text.slice(0, at)}9${text.slice(at)}`
  const [carried] = carriedMarks(placed(text), placed(edited), marks)
  const gone = marks[0]?.filter((mark) => mark.parts[0].from <= at && mark.parts[0].to >= at) ?? []
  expect(gone.length).toBeGreaterThan(0)
  expect(carried).toHaveLength((marks[0]?.length ?? 0) - gone.length)
  for (const { parts, words } of carried ?? []) {
    expect(edited.slice(parts[0].from, parts[0].to)).toBe(words)
  }
})
