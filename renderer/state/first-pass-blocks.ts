/*
 * What goes to the thread that reads and comes back from it: it keeps no text, so words are put in here.
 */
import type { Node } from '@tiptap/pm/model'
import { wordedFinding } from '../../shared/mark/finding/quote-owners.ts'
import type {
  Block,
  BlockFinding,
  BlockMarks,
  ChangedBlock,
  SentFinding,
} from '../../shared/mark/marked-blocks.ts'
import { passagesAhead, passagesIn } from '../../shared/mark/passages.ts'
import type { MarksOfBlock } from '../../shared/mark/proposals.ts'
import { markFrom } from '../../shared/mark/sent-mark.ts'

export const blockOf = (child: Node): Block => passagesIn(child).map(({ passage }) => passage)

/** A block that was edited: of its passages those that read otherwise than the ones in their place. */
export function changedBlockOf(child: Node, before: Node | undefined): ChangedBlock {
  const known = before ? passagesIn(before) : []
  return passagesIn(child).map(({ passage }, index) => {
    const one = known[index]?.passage
    return one?.text === passage.text && one.where === passage.where ? null : passage
  })
}

/** The marks of a block with the words that they have in the text that was told. */
export function marksWithWords(document: Node, { block, marks }: BlockMarks): MarksOfBlock {
  return marks.map((own, passage) => {
    const passageAt = passagesAhead(document, { index: block, offset: 0, passage })
    return own.flatMap(
      (sent) => markFrom(sent, (ahead) => passageAt(ahead)?.placed.passage.text ?? null) ?? [],
    )
  })
}

/** A question with its words; null where the text that was told gives no cause for it. */
export function findingWithWords(document: Node, sent: SentFinding): BlockFinding | null {
  return wordedFinding(sent, ({ block, passage, from, to }) => {
    const child = document.maybeChild(block)
    const placed = child && passagesIn(child)[passage]
    return placed?.passage.text.slice(from, to) ?? ''
  })
}
