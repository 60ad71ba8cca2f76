/** Quotation marks that are no apostrophes; which of them open and which close differs by language. */
const marks = /["“”„‟«»〝〞＂]/u
const isStraight = (mark: string): boolean => mark === '"' || mark === '＂'
const startsBefore = /[\s([{—–/‘“-]/u
const opensBefore = /[\p{L}\p{N}\p{Sc}([$#'‘’“”„«»".…-]/u

/** Whether a mark opens a quotation, by what stands next to it: each kind opens in one language and closes in another. */
function opensAt(text: string, at: number): boolean {
  const before = text[at - 1]
  const after = text[at + 1]
  if (after === undefined || !(before === undefined || startsBefore.test(before))) return false
  // French marks stand off from what they enclose.
  return opensBefore.test(after) || (text[at] === '«' && /\s/u.test(after))
}

/**
 * A text with all double quotation marks as English has them, letter for letter as long as it was: what is
 * quoted in it is the same in each kind of marks, also where one end has another kind than the other.
 */
export function inOneKind(text: string): string {
  if (!marks.test(text)) return text
  let opened = ''
  let result = ''
  for (let at = 0; at < text.length; at++) {
    const one = text[at] ?? ''
    if (!marks.test(one)) result += one
    else if (opensAt(text, at)) {
      opened = one
      result += '“'
    } else if (isStraight(one) && /\p{N}/u.test(text[at - 1] ?? '') && !isStraight(opened)) {
      // Inches, within a quotation in other marks or within none.
      result += one
    } else {
      opened = ''
      result += '”'
    }
  }
  return result
}
