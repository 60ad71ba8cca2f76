import { type Picture, readPicture } from '../../shared/document/picture.ts'

export interface FigureImage {
  readonly head: Picture
  readonly base64: string
  readonly bytes: Uint8Array
}

export type FigureImages = ReadonlyMap<string, FigureImage>

/** The pictures among some files, by hash; what is none that browsers show is left out. */
export function readImages(files: readonly { hash: string; base64: string }[]): FigureImages {
  const images = new Map<string, FigureImage>()
  for (const file of files) {
    const bytes = Buffer.from(file.base64, 'base64')
    const head = readPicture(bytes)
    if (head) images.set(file.hash, { head, bytes, base64: bytes.toString('base64') })
  }
  return images
}
