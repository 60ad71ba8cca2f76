import type Electron from 'electron'
import type { Session } from './devtools.ts'

/** In inches, as DevTools wants them. */
const PAPERS: Record<string, readonly [number, number]> = {
  A3: [11.7, 16.54],
  A4: [8.27, 11.7],
  A5: [5.83, 8.27],
  Letter: [8.5, 11],
  Legal: [8.5, 14],
  Tabloid: [11, 17],
}

export async function printToPDF(session: Session, options: Electron.PrintToPDFOptions): Promise<Buffer> {
  const { pageSize = 'Letter', margins, ...rest } = options
  const paper = typeof pageSize === 'string' ? PAPERS[pageSize] : ([pageSize.width, pageSize.height] as const)
  if (!paper) throw new Error(`the stand-in knows no paper ${String(pageSize)}`)
  const { data } = await session.send('Page.printToPDF', {
    ...rest,
    paperWidth: paper[0],
    paperHeight: paper[1],
    ...(margins?.top === undefined ? {} : { marginTop: margins.top }),
    ...(margins?.bottom === undefined ? {} : { marginBottom: margins.bottom }),
    ...(margins?.left === undefined ? {} : { marginLeft: margins.left }),
    ...(margins?.right === undefined ? {} : { marginRight: margins.right }),
  })
  return Buffer.from(data, 'base64')
}
