import { mkdir, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import type { Page } from '@playwright/test'
import { extractText, getDocumentProxy } from 'unpdf'

const folder = resolve(import.meta.dirname, '../../test-results/screens')

/** Prints what the window shows to a file that is left for looking at. @returns the words of each sheet */
export async function printed(page: Page, name: string, isOwnSize = false): Promise<string[]> {
  const bytes = await page.pdf({ format: 'A4', preferCSSPageSize: isOwnSize })
  await mkdir(folder, { recursive: true })
  await writeFile(join(folder, `${name}.pdf`), bytes)
  const { text } = await extractText(await getDocumentProxy(new Uint8Array(bytes)), { mergePages: false })
  return text.map((sheet) => sheet.replaceAll('\u02bc', '’').replace(/\s+/gu, ' '))
}
