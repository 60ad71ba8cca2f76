import type { Changes } from './changes.ts'
import { collapseSpace } from './characters.ts'
import { attribute, type Element, hasPart, isElement, isText, nameParts, seenText } from './tree.ts'

const pictures = new Set([
  'img',
  'picture',
  'video',
  'amp-img',
  'svg',
  'canvas',
  'object',
  'embed',
  'iframe',
  'audio',
])
/** What makes a `<figure>` more than a picture with its words: it is then read like any other part. */
const texts = new Set(['blockquote', 'table', 'pre', 'ul', 'ol', 'h1', 'h2', 'h3', 'h4', 'math', 'q'])
const captionNames = [
  'wp-caption',
  'wp-caption-text',
  'image-caption',
  'photo-caption',
  'img-caption',
  'media-caption',
  'caption-text',
  'caption',
  'image-credit',
  'photo-credit',
  'img-credit',
  'bildunterschrift',
  'bildunterzeile',
] as const

function holds(element: Element, names: ReadonlySet<string>): boolean {
  return element.childNodes.some(
    (child) => isElement(child) && (names.has(child.tagName) || holds(child, names)),
  )
}

/** Whether an element is a picture with its words, and nothing else of the story. */
export function isFigure(element: Element): boolean {
  if (element.tagName === 'picture') return true
  const parts = nameParts(element)
  const isNamed = element.tagName === 'figure' || (element.tagName === 'div' && hasPart(parts, 'wp-caption'))
  return isNamed && (holds(element, pictures) || hasPart(parts, 'wp-caption')) && !holds(element, texts)
}

/** Whether an element is a caption that stands by itself beside a picture. */
export function isLoneCaption(element: Element): boolean {
  if (element.tagName === 'figcaption')
    return isElement(element.parentNode) && !holds(element.parentNode, texts)
  if (!/^(div|p|aside|section|span)$/u.test(element.tagName)) return false
  const parts = nameParts(element)
  if (parts === '' || !captionNames.some((name) => hasPart(parts, name))) return false
  const { parentNode } = element
  // Words inside a sentence are never taken for a caption.
  const isInSentence = parentNode?.childNodes.some((near) => isText(near) && near.value.trim() !== '')
  if (!isElement(parentNode) || (isInSentence && element.tagName === 'span')) return false
  if (seenText(element).length > 600) return false
  const above =
    isElement(parentNode.parentNode) && parentNode.tagName !== 'body' ? parentNode.parentNode : parentNode
  const nearby = [parentNode, above].filter((near) => near.tagName !== 'body' && near.childNodes.length < 12)
  return nearby.some((near) => holds(near, pictures))
}

/**
 * The words that go with a picture whose bytes the page does not carry: caption, credit and alternative text, each on
 * a line of its own, and the address of its file. It is never fetched.
 */
export function figureWords(element: Element, base: string, changes: Changes): string {
  const words = element.tagName === 'img' ? collapseSpace(attribute(element, 'alt')) : seenText(element)
  if (words === '') {
    changes.add('pictures without words left out')
    return ''
  }
  const addresses = imagesIn(element).map((image) => addressOf(image, base))
  return [words, ...addresses.filter((address) => address !== '')].join('\n')
}

/** The pictures of an element, itself among them. */
export function imagesIn(element: Element): Element[] {
  if (element.tagName === 'img') return [element]
  return element.childNodes.filter(isElement).flatMap(imagesIn)
}

/** Where the file of a picture lies, so that it can be found; "" where the page itself holds it or says nothing. */
function addressOf(image: Element, base: string): string {
  const address = attribute(image, 'src').trim()
  if (address === '' || /^data:/iu.test(address) || address.length > 2000) return ''
  if (!URL.canParse(address, base || undefined)) return /^[a-z][\w+.-]*:/iu.test(address) ? '' : address
  const url = new URL(address, base || undefined)
  return /^https?:$/u.test(url.protocol) ? url.href : ''
}

const creditNames = ['credit', 'photo-credit', 'image-credit', 'img-credit', 'copyright'] as const

/** The parts of a figure's words, by the names that pages give them. */
export function isCredit(element: Element): boolean {
  const parts = nameParts(element)
  return element.tagName === 'cite' || (parts !== '' && creditNames.some((name) => hasPart(parts, name)))
}
