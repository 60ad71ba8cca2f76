/** Opening marks and what closes each. “ closes „ in German, so it opens only where no „ is open. */
const pairs: Record<string, string> = {
  '“': '”',
  '„': '“”',
  '«': '»',
  '»': '«',
  '‹': '›',
  '›': '‹',
  '「': '」',
  '『': '』',
  '‚': '‘',
  '‘': '’',
  '"': '"',
  "'": "'",
}
/** Quotations within quotations that are followed; the rest are marks that nothing closes. */
const deepest = 8
const letter = /[\p{L}\p{N}]/u
const opensAfter = /[\s([{—–\-/“„«»‹‚‘"'\u00a0]/u

/**
 * How many spans of text stand between an opening and a closing quotation mark, of any style, nested ones
 * counted too. Apostrophes are none. A quotation that runs over several paragraphs, each opened anew and only
 * the last one closed, is one span.
 *
 * @param blocks the text of each block of text, in order
 */
export function countQuotedSpans(blocks: readonly string[]): number {
  let count = 0
  let carried = ''
  for (const text of blocks) {
    const open: string[] = []
    const isContinued = carried !== '' && text.trimStart().startsWith(carried)
    if (isContinued) open.push(carried)
    let isFirst = true
    for (let at = nextMark(text, 0); at >= 0; at = nextMark(text, at + 1)) {
      const character = text[at] ?? ''
      const isAgain = isFirst && isContinued
      isFirst = false
      if (isAgain) continue
      const before = text[at - 1] ?? ' '
      const after = text[at + 1] ?? ' '
      if (isApostrophe(character, before, after, open)) continue
      const closes = open.findLastIndex((mark) => pairs[mark]?.includes(character))
      const isStraight = character === '"' || character === "'"
      if (closes >= 0 && !(isStraight && /\s/u.test(before))) {
        open.length = closes
        count++
      } else if (character in pairs && mayOpen(character, before, after)) {
        open.push(character)
        if (open.length > deepest) open.shift()
      }
    }
    carried = open.find((mark) => mark === '“' || mark === '„' || mark === '"' || mark === '«') ?? ''
  }
  return count
}

const marks = /[“”„«»‹›「」『』‚‘’"']/gu

function nextMark(text: string, from: number): number {
  marks.lastIndex = from
  return marks.exec(text)?.index ?? -1
}

function mayOpen(character: string, before: string, after: string): boolean {
  if (character === '"' || character === "'" || character === '‘')
    return opensAfter.test(before) && !/\s/u.test(after) && !(character !== '"' && !letter.test(after))
  return true
}

/** ’ and ' inside a word, or at the start of ’tis and ’90s, or after a word while no such quotation is open. */
function isApostrophe(character: string, before: string, after: string, open: readonly string[]): boolean {
  if (character !== '’' && character !== "'") return false
  if (letter.test(before) && letter.test(after)) return true
  const opening = character === '’' ? '‘' : "'"
  if (character === "'" && !letter.test(before) && /\p{N}/u.test(after)) return true
  if (open.includes(opening)) return false
  return character === '’' || letter.test(before)
}
