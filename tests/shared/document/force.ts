import type { Node } from 'prosemirror-model'
import { anchorId, anchorMarks } from '../../../shared/document/anchors.ts'
import { insideWord } from '../../../shared/document/words.ts'

/** Words of every claim, read the slow way: every character of the document with its marks and its block. */
export function readByForce(document: Node): Map<string, string> {
  const characters: { text: string; ids: string[]; block: number; run: number }[] = []
  let block = 0
  // A footnote's reference parts words: what stands before and behind it is not read out across it.
  let run = 0
  document.descendants((node) => {
    if (node.isTextblock) block++
    if (node.isTextblock || !node.isText) run++
    if (!node.isText) return
    for (const text of node.text ?? '')
      characters.push({ text, ids: anchorMarks(node.marks).map(anchorId), block, run })
  })
  const words = new Map<string, string>()
  for (const id of new Set(characters.flatMap((character) => character.ids))) {
    let from = characters.findIndex((character) => character.ids.includes(id))
    let to = characters.findLastIndex((character) => character.ids.includes(id)) + 1
    const sameBlock = (at: number) => characters[at - 1]?.block === characters[at]?.block
    const inside = (at: number): boolean => {
      const here = characters[at]?.run
      if (characters[at - 1]?.run !== here) return false
      const first = characters.findIndex((character) => character.run === here)
      const texts = characters
        .filter((character) => character.run === here)
        .map((character) => character.text)
      return insideWord(texts, at - first)
    }
    while (from > 0 && inside(from)) from--
    while (to < characters.length && inside(to)) to++
    let text = ''
    for (let at = from; at < to; at++) {
      if (at > from && !sameBlock(at)) text += '\n'
      text += characters[at]?.text
    }
    words.set(id, text.trim())
  }
  return words
}
