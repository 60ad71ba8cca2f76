import type { TagRefusal } from '../../shared/document/zones.ts'
import { exhaustive } from '../../shared/lib/assert.ts'

const partNames: Record<string, string> = {
  headline: 'the headline',
  dek: 'the dek',
  byline: 'the byline',
  dateline: 'the dateline',
  body: 'the body',
  caption: 'a caption',
  credit: 'a credit',
  altText: 'a picture’s description',
  tableHeader: 'a table’s cell',
  tableCell: 'a table’s cell',
  footnote: 'a footnote',
  editorsNote: 'an editor’s note',
  searchTitle: 'the search title',
  searchDescription: 'the search description',
  socialLine: 'the social line',
}

export const notices = {
  widest: 'The tag covers the whole paragraph already.',
  narrowest: 'The tag covers a single word already.',
  nothingToNarrow: 'Tag something first; then it can be narrowed.',
  selectFirst: 'Select the words first.',
  notInText: 'The claim is not in the text.',
  notWithin: 'Put the caret within the claim’s words to split it.',
  archived: 'The story is archived. Restore it to change it.',
  arrange: {
    footnote: 'A footnote stands in the body, a caption or a cell. Put the caret there.',
    table: 'A table stands in the body. Put the caret there.',
    within: 'Put the caret in the table or the footnote that you mean.',
  },
  mergeTwo: 'Merging wants two claims that are in the text.',
} as const

/** Why words cannot be tagged as one claim, for the status line. */
export function refusalNotice(refusal: TagRefusal): string {
  switch (refusal.kind) {
    case 'noWords':
      return 'There are no words here to tag.'
    case 'acrossParts': {
      const [one, other] = refusal.parts.map((part) => partNames[part] ?? part)
      return one === other
        ? `One claim cannot reach from ${one} into another.`
        : `One claim cannot reach from ${one} into ${other}.`
    }
    default:
      return exhaustive(refusal)
  }
}
