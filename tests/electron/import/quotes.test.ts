import { expect, it } from 'vitest'
import { countQuotedSpans } from '../../../electron/import/quotes.ts'

it.each<[number, string[]]>([
  [0, ['It’s the fishermen’s union’s boat, and the ’90s were theirs.']],
  [0, ["It's the fishermen's union's boat, and the '90s were theirs."]],
  [1, ['“Enough,” he said.']],
  [2, ['“Enough,” he said. “Quite enough.”']],
  [1, ['He called it "enough" and left.']],
  [2, ['"One," she said, "two."']],
  [1, ['„Genug“, sagte er.']],
  [2, ['«Assez», dit-elle, « vraiment ».']],
  [1, ['»Genug«, sagte sie.']],
  [1, ['He called it ‘enough’ and left.']],
  [2, ['“They said ‘never’ to us,” she said.']],
  [1, ['‘The dog’s dinner,’ he said.']],
  [1, ["He called it 'enough' and left."]],
  [0, ['A 5" pipe and a 6\' ladder.']],
  [0, ['An “open mark that nothing closes.']],
  [1, ['「十分だ」と彼は言った。']],
  [1, ['“The first paragraph goes on.', '“The second ends it,” she said.']],
  [2, ['“One,” she said.', '“Two,” she said.']],
  [0, ['“Never closed.', 'And nothing goes on here.']],
])('%i quoted spans stand in %j', (count, blocks) => {
  expect(countQuotedSpans(blocks)).toBe(count)
})
