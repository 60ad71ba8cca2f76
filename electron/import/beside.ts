import { createHash } from 'node:crypto'
import type { Fragment, Node } from 'prosemirror-model'
import { type Picture, readPicture } from '../../shared/document/picture.ts'
import { schema } from '../../shared/document/schema.ts'

/** Lazy pages put such a dot in the place of a picture that is still to come. */
const placeholderPx = 2

/** What comes into a story beside its blocks: the bytes of pictures and the words of footnotes. */
export class Beside {
  readonly #pictures = new Map<string, Uint8Array>()
  readonly #notes = new Map<string, Fragment>()

  /** The files that the story's figures name, by SHA-256. */
  get pictures(): ReadonlyMap<string, Uint8Array> {
    return this.#pictures
  }

  /** By id, in the order in which they were referred to. */
  get notes(): ReadonlyMap<string, Fragment> {
    return this.#notes
  }

  /** The picture that a `data:` address holds; null where it is none that can be shown. */
  addPicture(address: string): (Picture & { hash: string }) | null {
    const base64 = /^data:image\/[\w.+-]+(?:;[\w=-]+)*;base64,([\w+/=\s%-]+)$/u.exec(address)?.[1]
    if (base64 === undefined) return null
    const bytes = new Uint8Array(Buffer.from(base64, 'base64'))
    const picture = readPicture(bytes)
    if (!picture || Math.max(picture.widthPx, picture.heightPx) <= placeholderPx) return null
    const hash = createHash('sha256').update(bytes).digest('hex')
    this.#pictures.set(hash, bytes)
    return { ...picture, hash }
  }

  /** @returns the reference that stands for the note in the text */
  addNote(words: Fragment): Node {
    const id = `note-${this.#notes.size + 1}`
    this.#notes.set(id, words)
    return schema.node('footnoteReference', { id })
  }
}
