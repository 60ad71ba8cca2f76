import type { CDPSession, Page } from '@playwright/test'
import type { Editor } from '@tiptap/core'
import { boxOf, enter, goTo, parts, saved, text, write } from '../galley.ts'
import { expect, test } from '../shell.ts'

const body = [
  'The bridge opened in 1931. It carries 40,000 cars a day.',
  '“We are closing it,” said Mayor Anna Berg.',
  'Nobody knows more.',
]

test.beforeEach(async ({ page }) => {
  await enter(page)
})

const tag = async (page: Page, words: string): Promise<void> => {
  await goTo(page, words, true)
  await page.keyboard.press('Control+Alt+a')
}

/** Puts the caret before or behind some words. */
async function beside(page: Page, words: string, side: 'before' | 'behind'): Promise<void> {
  await text(page).evaluate(
    (dom, { words, side }) => {
      const { editor } = dom as HTMLElement & { editor: Editor }
      let at = -1
      editor.state.doc.descendants((node, position) => {
        if (at >= 0 || !node.isTextblock) return at < 0
        const found = node.textContent.indexOf(words)
        if (found >= 0) at = position + 1 + found + (side === 'behind' ? words.length : 0)
        return false
      })
      editor.commands.focus()
      editor.commands.setTextSelection(at)
    },
    { words, side },
  )
}

/** Composes as an input method does, with what it shows on the way. */
async function compose(devtools: CDPSession, ...shown: string[]): Promise<void> {
  for (const composed of shown) {
    await devtools.send('Input.imeSetComposition', {
      text: composed,
      selectionStart: composed.length,
      selectionEnd: composed.length,
    })
  }
  await devtools.send('Input.insertText', { text: shown.at(-1) ?? '' })
}

const bodyLines = async (page: Page) => (await parts(page)).slice(1)

for (const [name, type] of [
  ['keys', async (page: Page) => page.keyboard.type(' now')],
  [
    'an input method',
    async (page: Page) => compose(await page.context().newCDPSession(page), ' n', ' no', ' now'),
  ],
  ['one piece of text', async (page: Page) => page.keyboard.insertText(' now')],
] as const) {
  test(`what is written at the outer edges of a claim by ${name} is not part of it and no claim of its own`, async ({
    page,
  }) => {
    await write(page, 'Bridge to close', body)
    await tag(page, '40,000 cars')
    await beside(page, '40,000 cars', 'behind')
    await type(page)
    await beside(page, '40,000 cars', 'before')
    await type(page)
    await expect
      .poll(() => bodyLines(page))
      .toContain('paragraph: The bridge opened in 1931. It carries  now[40,000 cars] now a day.')
    await tag(page, 'Nobody knows more.')
    await beside(page, 'Nobody knows more.', 'behind')
    await type(page)
    await beside(page, 'Nobody knows more.', 'before')
    await type(page)
    await expect.poll(() => bodyLines(page)).toContain('paragraph:  now[Nobody knows more.] now')
    await saved(page)
    await expect(page.getByRole('list', { name: 'Claims of this story' }).getByRole('listitem')).toHaveCount(
      2,
    )
  })
}

test('what an input method composes over a claim’s words carries the claim', async ({ page }) => {
  await write(page, 'Bridge to close', body)
  await tag(page, '40,000 cars')
  await goTo(page, '40,000 cars', true)
  await compose(await page.context().newCDPSession(page), 'に', 'にほ', '日本')
  await expect
    .poll(() => bodyLines(page))
    .toContain('paragraph: The bridge opened in 1931. It carries [日本] a day.')
  await saved(page)
})

test('what an input method composes where a claim ends and another begins belongs to neither', async ({
  page,
}) => {
  await write(page, 'Bridge to close', body)
  await tag(page, '40,000')
  await tag(page, 'cars')
  await beside(page, '40,000', 'behind')
  await page.keyboard.press('ArrowLeft')
  await page.keyboard.press('ArrowRight')
  await compose(await page.context().newCDPSession(page), 'に', '日本')
  await expect
    .poll(() => bodyLines(page))
    .toContain('paragraph: The bridge opened in 1931. It carries [40,000]日本 [cars] a day.')
  await saved(page)
})

test('a claim that is tagged over three paragraphs stays on the outer two when the middle one goes', async ({
  page,
}) => {
  await write(page, 'Bridge to close', ['One is here.', 'Two is there.', 'Three is gone.'])
  await text(page).evaluate((dom) => {
    const { editor } = dom as HTMLElement & { editor: Editor }
    const size = (words: string) => {
      let at = -1
      editor.state.doc.descendants((node, position) => {
        if (node.isText && node.text?.includes(words)) at = position + node.text.indexOf(words)
      })
      return at
    }
    editor.commands.focus()
    editor.commands.setTextSelection({ from: size('One'), to: size('gone.') + 5 })
  })
  await page.keyboard.press('Control+Alt+a')
  await page.getByText('Two is there.').first().click({ clickCount: 3 })
  await page.keyboard.press('Backspace')
  await page.keyboard.press('Backspace')
  await expect
    .poll(() => bodyLines(page))
    .toEqual(['paragraph: [One is here.]', 'paragraph: [Three is gone.]'])
  await saved(page)
  await expect(page.getByRole('list', { name: 'Claims of this story' }).getByRole('listitem')).toHaveCount(1)
})

test('dragging a claim into another block moves it, dragging it with Control copies it', async ({ page }) => {
  await write(page, 'Bridge to close', body)
  await tag(page, 'Nobody knows')
  const id = await text(page).locator('[data-claim]').getAttribute('data-claim')
  const drag = async (words: string, target: string) => {
    await goTo(page, words, true)
    const from = await boxOf(page, words)
    const to = await boxOf(page, target)
    await page.mouse.move(from.x + from.width / 2, from.y + from.height / 2)
    await page.mouse.down()
    await page.mouse.move(to.x + 30, to.y + to.height / 2, { steps: 6 })
    await page.mouse.move(to.x, to.y + to.height / 2, { steps: 3 })
    await page.mouse.up()
  }
  await drag('Nobody knows', 'said Mayor')
  await expect
    .poll(() => bodyLines(page))
    .toContain('paragraph: “We are closing it,” [Nobody knows]said Mayor Anna Berg.')
  await expect(text(page).locator('[data-claim]')).toHaveAttribute('data-claim', id ?? '')
  // What was dropped has to be drawn at its place before it is taken hold of again.
  await saved(page)
  await page.keyboard.down('Control')
  await drag('Nobody knows', 'It carries')
  await page.keyboard.up('Control')
  await expect
    .poll(() => bodyLines(page))
    .toContain('paragraph: The bridge opened in 1931. [Nobody knows]It carries 40,000 cars a day.')
  await expect
    .poll(() => bodyLines(page))
    .toContain('paragraph: “We are closing it,” [Nobody knows]said Mayor Anna Berg.')
  await saved(page)
  const ids = await text(page)
    .locator('[data-claim]')
    .evaluateAll((all) => all.map((one) => (one as HTMLElement).dataset.claim))
  expect(new Set(ids).size).toBe(2)
  expect(ids).toContain(id)
})

test('a claim that is backspaced letter by letter is listed with the words it had', async ({ page }) => {
  await write(page, 'Bridge to close', body)
  await tag(page, '40,000 cars')
  await beside(page, '40,000 cars', 'behind')
  for (let letter = 0; letter < '40,000 cars'.length; letter++) {
    await page.keyboard.press('Backspace')
    if (letter % 4 === 0) await saved(page)
  }
  const list = page.getByRole('list', { name: 'Claims of this story' })
  await expect(list.getByRole('listitem')).toContainText('40,000 cars')
  await saved(page)
  await expect(list.getByRole('listitem')).toContainText('40,000 cars')
  await page.reload()
  await expect(list.getByRole('listitem')).toContainText('40,000 cars')
})

test('replacing everywhere within nested claims keeps each on its words', async ({ page }) => {
  await write(page, 'Bridge to close', body)
  await tag(page, 'The bridge opened in 1931.')
  await tag(page, 'bridge opened')
  await tag(page, 'opened')
  await page.keyboard.press('Control+h')
  const bar = page.getByTestId('find-bar')
  await bar.getByLabel('Find', { exact: true }).fill('opened')
  await bar.getByLabel('Replace with').fill('was inaugurated')
  await bar.getByRole('button', { name: 'Replace all' }).click()
  await page.keyboard.press('Escape')
  const list = page.getByRole('list', { name: 'Claims of this story' }).getByRole('listitem')
  await expect(list).toHaveCount(3)
  await expect(list.nth(0)).toContainText('The bridge was inaugurated in 1931.')
  await expect(list.nth(1)).toContainText('bridge was inaugurated')
  await expect(list.nth(2)).toContainText('was inaugurated')
  await saved(page)
})
