import type { Page } from '@playwright/test'
import type { Editor } from '@tiptap/core'
import { expect } from './shell.ts'

/** Opens the window as somebody, giving a name where nobody works there yet. */
export async function enter(page: Page): Promise<void> {
  const newStory = page.getByRole('button', { name: 'New story', exact: true }).first()
  const start = page.getByRole('button', { name: 'Start work' })
  await expect(newStory.or(start).first()).toBeVisible()
  if (await start.isVisible()) {
    const known = page.getByRole('button', { name: /Work as|Ada Lovelace/ }).first()
    if (await known.isVisible()) await known.click()
    else {
      await page.getByLabel('Name').first().fill('Ada Lovelace')
      await start.click()
    }
  }
  await expect(newStory).toBeVisible()
}

export const text = (page: Page) => page.getByTestId('story-text')

/** Writes a story by hand, from the headline on. */
export async function write(page: Page, headline: string, body: readonly string[]): Promise<void> {
  await page.getByRole('button', { name: 'New story', exact: true }).first().click()
  await expect(text(page)).toBeVisible()
  await text(page).locator('.headline').click()
  await page.keyboard.insertText(headline)
  for (let field = 0; field < 4; field++) await page.keyboard.press('Enter')
  for (const [i, paragraph] of body.entries()) {
    if (i > 0) await page.keyboard.press('Enter')
    await page.keyboard.insertText(paragraph)
  }
  await saved(page)
}

export async function saved(page: Page): Promise<void> {
  await expect(page.getByText('Saved', { exact: true })).toBeVisible()
}

/** The story's parts as lines: "paragraph: words", with claims in square brackets. */
export function parts(page: Page): Promise<string[]> {
  return text(page).evaluate((dom) => {
    const { editor } = dom as HTMLElement & { editor: Editor }
    const lines: string[] = []
    editor.state.doc.descendants((node) => {
      if (!node.isTextblock) return true
      let line = ''
      let open = new Set<string>()
      node.forEach((child) => {
        const ids = new Set(
          child.marks.filter((mark) => mark.type.name === 'claim').map((mark) => mark.attrs.id),
        )
        for (const id of open) if (!ids.has(id)) line += ']'
        for (const id of ids) if (!open.has(id)) line += '['
        line += child.text ?? ''
        open = ids
      })
      line += ']'.repeat(open.size)
      if (line !== '') lines.push(`${node.type.name}: ${line}`)
      return false
    })
    return lines
  })
}

/** Puts the caret behind the first letter of some words, or selects them. */
export async function goTo(page: Page, words: string, selects = false): Promise<void> {
  await text(page).evaluate(
    (dom, { words, selects }) => {
      const { editor } = dom as HTMLElement & { editor: Editor }
      let from = -1
      editor.state.doc.descendants((node, position) => {
        if (from >= 0 || !node.isTextblock) return from < 0
        const at = node.textContent.indexOf(words)
        if (at >= 0) from = position + 1 + at
        return false
      })
      if (from < 0) throw new Error(`no “${words}”`)
      const hadFocus = editor.view.hasFocus()
      editor.commands.setTextSelection(selects ? { from, to: from + words.length } : from + 1)
      // The command of this name waits for a frame: what is typed before that would go where the selection was.
      editor.view.focus()
      if (!hadFocus) editor.commands.scrollIntoView()
    },
    { words, selects },
  )
}

/** Where some words stand on the screen. */
export function boxOf(
  page: Page,
  words: string,
): Promise<{ x: number; y: number; width: number; height: number }> {
  return text(page).evaluate((dom, words) => {
    const walker = document.createTreeWalker(dom, NodeFilter.SHOW_TEXT)
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const at = (node.textContent ?? '').indexOf(words)
      if (at < 0) continue
      const range = document.createRange()
      range.setStart(node, at)
      range.setEnd(node, at + words.length)
      const { x, y, width, height } = range.getBoundingClientRect()
      return { x, y, width, height }
    }
    throw new Error(`no “${words}” on the page`)
  }, words)
}
