import type { Mark, Node } from 'prosemirror-model'
import { schema } from '../../../shared/document/schema.ts'
import { type ClaimId, claimIdSchema } from '../../../shared/model/ids.ts'

export function madeClaimId(number: number): ClaimId {
  return claimIdSchema.parse(`claim-made-${String(number).padStart(4, '0')}`)
}

const token = /\{(\d+):|\}|\[\^(\w+)\]|(\*\*|\*)/gu

/**
 * Words with claims in them, which may lie in each other: "{1:The bridge {2:cost 40 crowns}}". `*` and `**` stand
 * around italic and bold words, `[^id]` refers to a footnote.
 */
export function words(text: string): Node[] {
  const nodes: Node[] = []
  const claims: number[] = []
  const styles = new Set<string>()
  let from = 0
  const put = (to: number) => {
    if (to === from) return
    const marks: Mark[] = claims.map((number) => schema.mark('claim', { id: madeClaimId(number) }))
    if (styles.has('**')) marks.push(schema.mark('bold'))
    if (styles.has('*')) marks.push(schema.mark('italic'))
    let set: readonly Mark[] = []
    for (const mark of marks) set = mark.addToSet(set)
    nodes.push(schema.text(text.slice(from, to), set))
  }
  for (const found of text.matchAll(token)) {
    put(found.index)
    from = found.index + found[0].length
    const [, number, note, style] = found
    if (number) claims.push(Number(number))
    else if (note) nodes.push(schema.node('footnoteReference', { id: note }))
    else if (!style) claims.pop()
    else if (!styles.delete(style)) styles.add(style)
  }
  put(text.length)
  return nodes
}

export const paragraph = (text: string): Node => schema.node('paragraph', null, words(text))
export const crosshead = (text: string, level: 1 | 2 = 1): Node =>
  schema.node('crosshead', { level }, words(text))
