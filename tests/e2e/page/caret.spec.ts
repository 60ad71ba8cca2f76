import { enter, goTo, parts, text, write } from '../galley.ts'
import { expect, test } from '../shell.ts'

const body = ['Alpha stands first.', 'Beta comes next.', 'Gamma is third.', 'Delta ends it.']
const names = ['Alpha', 'Beta', 'Gamma', 'Delta']

test.beforeEach(async ({ page }) => {
  await enter(page)
  await write(page, 'Four lines', body)
  await goTo(page, 'Alpha')
})

test('a command acts where the browser’s caret is, though the browser has not told of it yet', async ({
  page,
}) => {
  for (const direction of ['forward', 'backward', 'forward']) {
    const lines = direction === 'forward' ? [1, 2, 3] : [2, 1, 0]
    for (const line of lines) {
      await text(page).evaluate((dom, direction) => {
        const key = (type: string, init: KeyboardEventInit) =>
          dom.dispatchEvent(new KeyboardEvent(type, { bubbles: true, cancelable: true, ...init }))
        // As a hand on the keys, but with nothing at all in between.
        getSelection()?.modify('move', direction, 'line')
        key('keydown', { key: 'a', code: 'KeyA', ctrlKey: true, altKey: true })
      }, direction)
      expect((await parts(page)).filter((words) => words.includes('['))).toEqual([
        `paragraph: [${body[line]}]`,
      ])
      await page.keyboard.press('Control+z')
      await expect.poll(() => parts(page)).not.toContainEqual(expect.stringContaining('['))
    }
  }
})

test('keys that follow each other as fast as they can act each on the caret that the one before left', async ({
  page,
}) => {
  const { keyboard } = page
  for (let round = 0; round < 10; round++) {
    await goTo(page, 'Alpha')
    for (const key of ['ArrowDown', 'End', 'Control+Alt+a', 'ArrowDown', 'Home', 'Control+Alt+a'])
      await keyboard.press(key)
    await expect
      .poll(() => parts(page))
      .toEqual([
        'headline: Four lines',
        `paragraph: ${body[0]}`,
        `paragraph: [${body[1]}]`,
        `paragraph: [${body[2]}]`,
        `paragraph: ${body[3]}`,
      ])
    for (let tags = 0; tags < 2; tags++) await keyboard.press('Control+z')
    await expect.poll(() => parts(page)).not.toContainEqual(expect.stringContaining('['))
  }
})

test('a click and a command at once act where was clicked', async ({ page }) => {
  for (const name of ['Gamma', 'Beta', 'Delta', 'Alpha', 'Delta', 'Beta']) {
    await text(page)
      .getByText(name)
      .click({ position: { x: 20, y: 8 } })
    await page.keyboard.press('Control+Alt+a')
    const line = body[names.indexOf(name)]
    expect((await parts(page)).filter((words) => words.includes('['))).toEqual([`paragraph: [${line}]`])
    await page.keyboard.press('Control+z')
  }
})
