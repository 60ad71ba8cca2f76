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
    const characters = [...text]
    const first = characters.find((character) => !/\s/u.test(character))
    if (carried !== '' && first === carried) open.push(carried)
    let isStart = true
    for (let i = 0; i < characters.length; i++) {
      const character = characters[i] ?? ''
      if (!(character in pairs) && !isClosing(character)) {
        if (!/\s/u.test(character)) isStart = false
        continue
      }
      const isAgain = isStart && open.length > 0 && character === open[0]
      isStart = false
      if (isAgain) continue
      const before = characters[i - 1] ?? ' '
      const after = characters[i + 1] ?? ' '
      if (isApostrophe(character, before, after, open)) continue
      const closes = open.findLastIndex((mark) => pairs[mark]?.includes(character))
      if (closes >= 0 && !/\s/u.test(character === '"' || character === "'" ? before : 'x')) {
        open.length = closes
        count++
      } else if (character in pairs && mayOpen(character, before, after)) open.push(character)
    }
    carried = open.find((mark) => mark === '“' || mark === '„' || mark === '"' || mark === '«') ?? ''
  }
  return count
}

function isClosing(character: string): boolean {
  return '”’」』'.includes(character)
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
