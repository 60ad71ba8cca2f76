import type { Page } from '@playwright/test'
import type { Editor } from '@tiptap/core'
import { text } from '../galley.ts'
import { openLargeStory } from '../large-story.ts'
import { expect, test } from '../shell.ts'
import { begin, claims, saved } from '../window.ts'

test.describe.configure({ timeout: 120_000 })

/** Where the caret is, told by the words of its block, and whether it can be seen. */
function caret(page: Page) {
  return text(page).evaluate((dom) => {
    const { editor } = dom as HTMLElement & { editor: Editor }
    const { anchor, head, $head, from, to } = editor.state.selection
    const { top, bottom } = editor.view.coordsAtPos(head)
    const frame = document.querySelector('[data-testid="galley-scroller"]')?.getBoundingClientRect()
    const offset = $head.parentOffset
    return {
      anchor,
      head,
      selected: to - from,
      size: editor.state.doc.content.size,
      part: $head.parent.type.name,
      isAtStart: offset === 0,
      isAtEnd: offset === $head.parent.content.size,
      words: $head.parent.textContent,
      isInSight: frame !== undefined && top >= frame.top && bottom <= frame.bottom,
    }
  })
}

/** Presses a key and waits until the caret rests where it was brought: the same, and in sight, for some frames. */
async function press(page: Page, key: string) {
  const before = await caret(page)
  await page.keyboard.press(key)
  let now = await caret(page)
  await expect
    .poll(async () => {
      const last = now.head
      await page.evaluate(
        () =>
          new Promise<void>((done) =>
            requestAnimationFrame(() => requestAnimationFrame(() => requestAnimationFrame(() => done()))),
          ),
      )
      now = await caret(page)
      return now.head === last && now.isInSight && now.head !== before.head
    }, `${key} brings the caret somewhere in sight`)
    .toBe(true)
  return now
}

test('through 100,000 words the caret goes to the ends, by pages and lines, and selects all the way', async ({
  page,
}) => {
  await begin(page)
  await openLargeStory(page)
  await text(page).getByText('Here nothing is claimed.').click()

  const end = await press(page, 'Control+End')
  expect(end).toMatchObject({ part: 'paragraph', isAtEnd: true, selected: 0 })
  expect(end.words).toContain('The district counted 6000 lorries')
  expect(await press(page, 'Control+End')).toMatchObject({ part: 'socialLine' })
  expect(await press(page, 'Control+Home')).toMatchObject({ part: 'headline', isAtStart: true })
  expect((await press(page, 'Control+End')).head).toBe(end.head)

  // From where nothing above was ever laid out, line by line and by pages.
  const up = await press(page, 'PageUp')
  expect(up.head).toBeLessThan(end.head - 500)
  const back = await press(page, 'PageDown')
  expect(back.head).toBeGreaterThan(up.head + 500)
  let last = (await press(page, 'ArrowUp')).head
  for (let line = 0; line < 40; line++) {
    const { head } = await press(page, 'ArrowUp')
    expect(head).toBeLessThan(last)
    // A line has some 75 letters, and a block's last one may be short.
    expect(last - head).toBeLessThan(240)
    last = head
  }
  for (let pages = 0; pages < 8; pages++) {
    const { head } = await press(page, 'PageUp')
    expect(head).toBeLessThan(last - 500)
    expect(last - head).toBeLessThan(8000)
    last = head
  }
  const selecting = await press(page, 'Shift+PageUp')
  expect(selecting).toMatchObject({ anchor: last, selected: last - selecting.head })
  await page.keyboard.press('ArrowLeft')

  const from = (await caret(page)).head
  const toEnd = await press(page, 'Control+Shift+End')
  expect(toEnd).toMatchObject({ anchor: from, head: end.head })
  const toStart = await press(page, 'Control+Shift+Home')
  expect(toStart).toMatchObject({ anchor: from, part: 'headline', isAtStart: true })
})

test('through 100,000 words finding and jumping to a claim bring what was asked for into sight', async ({
  page,
}) => {
  await begin(page)
  await openLargeStory(page)
  await text(page).getByText('Here nothing is claimed.').click()
  await page.keyboard.press('Control+f')
  await page.getByTestId('find-bar').getByLabel('Find', { exact: true }).fill('counted 4711 ')
  await expect(page.getByTestId('find-bar')).toContainText('1 of 1')
  await expect(text(page).locator('.found-current')).toBeInViewport({ ratio: 1 })
  await page.keyboard.press('Enter')
  await expect.poll(() => caret(page)).toMatchObject({ selected: 'counted 4711 '.length, isInSight: true })
  // From match to match, each far from the one before, round the end and back.
  await page.getByTestId('find-bar').getByLabel('Find', { exact: true }).fill('011 lorries')
  for (const [key, number] of [
    ['Enter', 5011],
    ['Enter', 1011],
    ['Shift+Enter', 5011],
    ['Shift+Enter', 4011],
  ] as const) {
    await page.keyboard.press(key)
    await expect(text(page).locator('.found-current')).toBeInViewport({ ratio: 1 })
    const { words } = await caret(page)
    expect([key, number, words]).toEqual([key, number, expect.stringContaining(`${number} lorries`)])
  }
  await page.keyboard.press('Escape')

  for (const number of [4321, 17, 2500]) {
    await page.getByLabel('Filter claims by words, speaker or number').fill(`#${number}`)
    await claims(page)
      .getByRole('button', { name: `${number + 1000} lorries` })
      .click()
    await expect(text(page).locator(`[data-claim][data-number="${number}"]`)).toBeInViewport({ ratio: 1 })
  }
})

test('a key does not walk over the text: what it reads of the page is as little at 100,000 words as in a short story', async ({
  page,
}) => {
  await begin(page)
  await openLargeStory(page)
  await expect(claims(page).getByRole('listitem').first()).toHaveAttribute('aria-setsize', '5000')
  // Counted, not timed. Whoever walks over text reads these of each node that he passes.
  await page.evaluate(() => {
    const counted = { reads: 0 }
    Object.assign(window, { counted })
    for (const name of ['firstChild', 'nextSibling', 'childNodes', 'nodeValue'] as const) {
      const property = Object.getOwnPropertyDescriptor(Node.prototype, name)
      if (!property?.get) throw new Error(`no ${name}`)
      const { get } = property
      Object.defineProperty(Node.prototype, name, {
        ...property,
        get() {
          counted.reads++
          return get.call(this)
        },
      })
    }
  })
  const middle = text(page).getByText('The district counted 3500 lorries')
  for (const place of [middle, text(page).getByText('Here nothing is claimed.')]) {
    await place.click()
    await page.keyboard.type('Some words to begin with. ')
    await saved(page)
    await page.evaluate(() => {
      Reflect.get(window, 'counted').reads = 0
    })
    await page.keyboard.type('These letters are counted.')
    await saved(page)
    const reads = await page.evaluate(() => Number(Reflect.get(window, 'counted').reads))
    expect(reads / 'These letters are counted.'.length).toBeLessThan(1500)
  }
})
