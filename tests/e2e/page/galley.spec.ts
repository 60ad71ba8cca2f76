import type { Editor } from '@tiptap/core'
import { boxOf, enter, goTo, parts, saved, text, write } from '../galley.ts'
import { expect, test } from '../shell.ts'
import { pasted } from '../window.ts'

const body = [
  'The bridge opened in 1931. It carries 40,000 cars a day.',
  '“We are closing it,” said Mayor Anna Berg, “and we will not say when.”',
  'Nobody knows more.',
]

test.beforeEach(async ({ page }) => {
  await enter(page)
})

test('Enter goes on from field to field, and Backspace at a field’s start joins nothing', async ({
  page,
}) => {
  await write(page, 'Bridge to close', body)
  await expect
    .poll(() => parts(page))
    .toEqual(['headline: Bridge to close', ...body.map((words) => `paragraph: ${words}`)])
  await text(page).locator('.dek').click()
  await page.keyboard.press('Backspace')
  await goTo(page, 'The bridge')
  await page.keyboard.press('Home')
  await page.keyboard.press('Backspace')
  await text(page).locator('.headline').click()
  await page.keyboard.press('End')
  await page.keyboard.press('Delete')
  await expect.poll(() => parts(page)).toHaveLength(4)
})

test('Ctrl+A takes the body first, then everything, and what is typed over it leaves the fields standing', async ({
  page,
}) => {
  await write(page, 'Bridge to close', body)
  await goTo(page, 'Nobody')
  await page.keyboard.press('Control+a')
  // Typing goes on as one step back for a while; this is another one.
  await page.waitForTimeout(800)
  await page.keyboard.type('x')
  await expect.poll(() => parts(page)).toEqual(['headline: Bridge to close', 'paragraph: x'])
  await page.keyboard.press('Control+z')
  await page.keyboard.press('Control+a')
  await page.keyboard.press('Control+a')
  await page.keyboard.type('y')
  await expect.poll(() => parts(page)).toEqual(['headline: y'])
  await page.keyboard.press('Control+z')
  await expect.poll(() => parts(page)).toHaveLength(4)
})

test('what is written is there after the page is loaded again', async ({ page }) => {
  await write(page, 'Bridge to close', body)
  await goTo(page, 'Nobody')
  await page.keyboard.press('End')
  await page.keyboard.type(' Not even the mayor.', { delay: 5 })
  await saved(page)
  const before = await parts(page)
  await page.reload()
  await expect(text(page)).toContainText('Not even the mayor.')
  await expect.poll(() => parts(page)).toEqual(before)
})

test('one key tags the sentence or the quote, again widens, the other key narrows', async ({ page }) => {
  await write(page, 'Bridge to close', body)
  await goTo(page, '1931')
  await page.keyboard.press('Control+Alt+a')
  await expect
    .poll(() => parts(page))
    .toContain('paragraph: [The bridge opened in 1931.] It carries 40,000 cars a day.')
  await page.keyboard.press('Control+Alt+a')
  await expect
    .poll(() => parts(page))
    .toContain('paragraph: [The bridge opened in 1931. It carries 40,000 cars a day.]')
  await page.keyboard.press('Control+Alt+Shift+a')
  await page.keyboard.press('Control+Alt+Shift+a')
  await expect
    .poll(() => parts(page))
    .toContain('paragraph: The bridge opened in [1931]. It carries 40,000 cars a day.')
  await goTo(page, 'closing')
  await page.keyboard.press('Control+Alt+a')
  await expect.poll(() => parts(page)).toContain(`paragraph: [${body[1]}]`)
  await expect(text(page).locator('[data-claim][data-open]').first()).toHaveAttribute('data-kind', 'quote')
  await saved(page)
})

test('cutting and pasting moves a claim, pasting again copies it, undoing brings it back', async ({
  page,
}) => {
  await write(page, 'Bridge to close', body)
  await goTo(page, 'Nobody knows', true)
  await page.keyboard.press('Control+Alt+a')
  const number = await text(page).locator('[data-claim]').first().getAttribute('data-number')
  await page.keyboard.press('Control+x')
  await expect.poll(() => parts(page)).toContain('paragraph:  more.')
  await goTo(page, 'It carries')
  await page.keyboard.press('ArrowLeft')
  await page.keyboard.press('Control+v')
  await expect
    .poll(() => parts(page))
    .toContain('paragraph: The bridge opened in 1931. [Nobody knows]It carries 40,000 cars a day.')
  await expect(text(page).locator('[data-claim]')).toHaveAttribute('data-number', number ?? '')
  await goTo(page, 'Bridge to')
  await page.keyboard.press('End')
  await page.keyboard.press('Control+v')
  await expect(text(page).locator('[data-claim]')).toHaveCount(2)
  const ids = await text(page)
    .locator('[data-claim]')
    .evaluateAll((all) => all.map((one) => (one as HTMLElement).dataset.claim))
  expect(new Set(ids).size).toBe(2)
  await saved(page)
  for (let i = 0; i < 3; i++) await page.keyboard.press('Control+z')
  await expect.poll(() => parts(page)).toContain('paragraph: [Nobody knows] more.')
  await saved(page)
})

test('the clipboard holds clean text and HTML without a claim’s id', async ({ page }) => {
  await write(page, 'Bridge to close', body)
  await goTo(page, 'Nobody knows', true)
  await page.keyboard.press('Control+Alt+a')
  await page.keyboard.press('Control+a')
  await page.keyboard.press('Control+c')
  const copied = await pasted(page)
  expect(copied.html).toContain('Nobody knows')
  expect(copied.html).not.toContain('data-claim')
  expect(copied.plain).toBe(body.join('\n\n'))
})

test('a claim that is pasted into another story is a new one there', async ({ page }) => {
  await write(page, 'First story', body)
  await goTo(page, 'Nobody knows more.', true)
  await page.keyboard.press('Control+Alt+a')
  const first = await text(page).locator('[data-claim]').getAttribute('data-claim')
  await page.keyboard.press('Control+c')
  await saved(page)
  await write(page, 'Second story', ['Here: '])
  await expect(text(page).locator('.headline')).toHaveText('Second story')
  await goTo(page, 'Here')
  await page.keyboard.press('End')
  await page.keyboard.press('Control+v')
  await expect
    .poll(() => parts(page))
    .toEqual(['headline: Second story', 'paragraph: Here: [Nobody knows more.]'])
  const second = await text(page).locator('[data-claim]').getAttribute('data-claim')
  expect(second).not.toBe(first)
  await saved(page)
})

test('what is pasted from outside is cleaned, and a field stays one line', async ({ page }) => {
  await write(page, 'Bridge', ['Text.'])
  await page.evaluate(async () => {
    const html =
      '<h2>Why</h2><p>Read <a href="javascript:alert(1)">this</a>, <a href="https://example.org/">that</a> and <span data-claim="stolen-claim">those</span>.</p><script>alert(2)</script>'
    await navigator.clipboard.write([
      new ClipboardItem({
        'text/html': new Blob([html], { type: 'text/html' }),
        'text/plain': new Blob(['Why\nRead this, that and those.'], { type: 'text/plain' }),
      }),
    ])
  })
  await goTo(page, 'Text.')
  await page.keyboard.press('End')
  await page.keyboard.press('Enter')
  await page.keyboard.press('Control+v')
  await expect
    .poll(() => parts(page))
    .toEqual([
      'headline: Bridge',
      'paragraph: Text.',
      'crosshead: Why',
      'paragraph: Read this, that and those.',
    ])
  await expect(text(page).locator('a')).toHaveCount(1)
  await goTo(page, 'Bridge')
  await page.keyboard.press('End')
  await page.keyboard.press('Control+v')
  await expect.poll(() => parts(page)).toContain('headline: BridgeWhy Read this, that and those.')
  await goTo(page, 'Text.')
  await page.keyboard.press('End')
  await page.keyboard.press('Control+Shift+v')
  await expect.poll(() => parts(page)).toContain('paragraph: Text.Why')
  await saved(page)
})

test('dragging words within the galley moves their claim', async ({ page }) => {
  await write(page, 'Bridge to close', body)
  await goTo(page, 'Nobody', true)
  await page.keyboard.press('Control+Alt+a')
  const id = await text(page).locator('[data-claim]').getAttribute('data-claim')
  const from = await boxOf(page, 'Nobody')
  const to = await boxOf(page, 'It carries')
  await page.mouse.move(from.x + from.width / 2, from.y + from.height / 2)
  await page.mouse.down()
  await page.mouse.move(to.x + 30, to.y + to.height / 2, { steps: 6 })
  await page.mouse.move(to.x, to.y + to.height / 2, { steps: 3 })
  await page.mouse.up()
  await expect
    .poll(() => parts(page))
    .toContain('paragraph: The bridge opened in 1931. [Nobody]It carries 40,000 cars a day.')
  await expect(text(page).locator('[data-claim]')).toHaveAttribute('data-claim', id ?? '')
  await saved(page)
})

test('text that is composed by an input method within a claim is part of it', async ({ page, context }) => {
  await write(page, 'Bridge to close', body)
  await goTo(page, 'Nobody knows more.', true)
  await page.keyboard.press('Control+Alt+a')
  await goTo(page, 'knows')
  const devtools = await context.newCDPSession(page)
  for (const composed of ['に', 'にほ', '日本']) {
    await devtools.send('Input.imeSetComposition', {
      text: composed,
      selectionStart: composed.length,
      selectionEnd: composed.length,
    })
  }
  await devtools.send('Input.insertText', { text: '日本' })
  await expect.poll(() => text(page).textContent()).toContain('k日本nows')
  await saved(page)
  await page.reload()
  await expect(text(page)).toContainText('Nobody k日本nows more.')
})

test('finding and replacing keeps a claim on the new words', async ({ page }) => {
  await write(page, 'Bridge to close', body)
  await goTo(page, '40,000 cars', true)
  await page.keyboard.press('Control+Alt+a')
  await goTo(page, 'The bridge')
  await page.keyboard.press('Control+h')
  const bar = page.getByTestId('find-bar')
  await bar.getByLabel('Find', { exact: true }).fill('40,000 CARS')
  await expect(bar).toContainText('1 of 1')
  await bar.getByLabel('Replace with').fill('50,000 lorries')
  await bar.getByRole('button', { name: 'Replace all' }).click()
  await expect
    .poll(() => parts(page))
    .toContain('paragraph: The bridge opened in 1931. It carries [50,000 lorries] a day.')
  await page.keyboard.press('Escape')
  await expect(bar).toBeHidden()
})

test('the bubble beside the selection tags, formats and links', async ({ page }) => {
  await write(page, 'Bridge to close', body)
  await goTo(page, '40,000 cars', true)
  const bubble = page.getByRole('toolbar', { name: 'Selected words' })
  await expect(bubble).toBeVisible()
  await page.keyboard.press('Alt+F10')
  await expect(bubble.getByRole('button', { name: 'Tag as a statement' })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect
    .poll(() => parts(page))
    .toContain('paragraph: The bridge opened in 1931. It carries [40,000 cars] a day.')
  await page.keyboard.press('Control+b')
  await expect(bubble.getByRole('button', { name: 'Bold' })).toHaveAttribute('aria-pressed', 'true')
  // What is told later would place the box as well.
  await saved(page)
  await page.keyboard.press('Control+k')
  const address = page.getByLabel('Web address')
  await expect(address).toBeFocused()
  await address.fill('javascript:alert(1)')
  await address.press('Enter')
  await expect(page.getByText('Only web, mail and telephone addresses can be linked.')).toBeVisible()
  // The box is higher now, and still leaves the words free that it is about.
  await expect
    .poll(async () => {
      const box = await page.getByTestId('bubble').boundingBox()
      const words = await text(page).locator('.chosen').boundingBox()
      return box && words ? box.y + box.height <= words.y || words.y + words.height <= box.y : null
    })
    .toBe(true)
  await address.fill('example.org/cars')
  await address.press('Enter')
  await expect(text(page).locator('a')).toHaveAttribute('href', 'https://example.org/cars')
  await saved(page)
})

test('two windows on one story converge', async ({ page, desk }) => {
  await write(page, 'Bridge to close', body)
  const other = await desk.open()
  await enter(other)
  await other.getByText('Bridge to close').first().click()
  await expect(text(other)).toContainText('Nobody knows more.')
  await goTo(page, 'It carries')
  await page.keyboard.press('Home')
  await goTo(other, 'Nobody')
  await other.keyboard.press('End')
  await Promise.all([
    page.keyboard.type('One two three four five. ', { delay: 12 }),
    other.keyboard.type(' Six seven eight nine ten.', { delay: 9 }),
  ])
  await goTo(other, 'closing')
  await other.keyboard.press('Control+Alt+a')
  await saved(page)
  await saved(other)
  await expect.poll(() => parts(page)).toEqual(await parts(other))
  const lines = (await parts(page)).join('\n')
  expect(lines).toContain('One two three four five. ')
  expect(lines).toContain(' Six seven eight nine ten.')
  expect(lines).toContain(`[${body[1]}]`)
  await other.close()
})

test('while the desk is away the window says not saved, and nothing is lost', async ({ page, desk }) => {
  await write(page, 'Bridge to close', body)
  await desk.kill()
  await goTo(page, 'Nobody')
  await page.keyboard.press('End')
  await page.keyboard.type(' Written while the desk was away.')
  await expect(page.getByText(/^Not saved/).first()).toBeVisible()
  await desk.restart()
  await saved(page)
  await page.reload()
  await expect(text(page)).toContainText('Written while the desk was away.')
})

test('the caret reaches the end and goes by pages through text that was never laid out', async ({ page }) => {
  await write(page, 'A long story', ['Begin.'])
  await page.evaluate(async () => {
    const lines = Array.from(
      { length: 600 },
      (_, i) => `Paragraph ${i + 1} ${'with some more words '.repeat(1 + (i % 9))}ends.`,
    )
    await navigator.clipboard.writeText(lines.join('\n'))
  })
  await goTo(page, 'Begin.')
  await page.keyboard.press('End')
  await page.keyboard.press('Control+v')
  await expect(text(page)).toContainText('Paragraph 600 ')
  await page.keyboard.press('Control+Home')
  await page.waitForTimeout(300)
  const place = () =>
    text(page).evaluate((dom) => {
      const { editor } = dom as HTMLElement & { editor: Editor }
      const { head, $head, from, to } = editor.state.selection
      const caret = editor.view.coordsAtPos(head)
      const frame = document.querySelector('[data-testid="galley-scroller"]')?.getBoundingClientRect()
      return {
        head,
        from,
        to,
        part: $head.parent.type.name,
        isAtEnd: $head.parentOffset === $head.parent.content.size,
        words: $head.parent.textContent.slice(0, 14),
        isInSight: frame !== undefined && caret.top >= frame.top && caret.bottom <= frame.bottom,
      }
    })
  const heads: number[] = []
  for (let i = 0; i < 4; i++) {
    await page.keyboard.press('PageDown')
    await page.waitForTimeout(250)
    const now = await place()
    expect(now.isInSight).toBe(true)
    heads.push(now.head)
  }
  expect(heads).toEqual([...heads].sort((one, other) => one - other))
  expect(new Set(heads).size).toBe(4)
  await page.keyboard.press('Control+Home')
  await page.keyboard.press('Control+Shift+End')
  await page.waitForTimeout(400)
  const selected = await place()
  expect(selected).toMatchObject({ words: 'Paragraph 600 ', isAtEnd: true, isInSight: true })
  expect(selected.from).toBeLessThan(3)
  await page.keyboard.press('Control+End')
  await page.waitForTimeout(300)
  await page.keyboard.press('Control+End')
  await page.waitForTimeout(400)
  expect(await place()).toMatchObject({ part: 'socialLine', isInSight: true })
})
