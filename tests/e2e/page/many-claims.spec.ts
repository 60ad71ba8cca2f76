import { openLargeStory } from '../large-story.ts'
import { expect, test } from '../shell.ts'
import { begin, claims, leaveText, openClaim, picture, saved } from '../window.ts'

test('5,000 claims: the panel draws what is in sight, steps at once, and stands still while somebody types', async ({
  page,
}) => {
  test.setTimeout(120_000)
  await begin(page)
  const texts = await page.evaluateHandle(() => {
    const shown: { text: HTMLElement; isEditable: boolean; isBusy: boolean }[] = []
    new MutationObserver(() => {
      const text = document.querySelector<HTMLElement>('[data-testid="story-text"]')
      if (!text || shown.at(-1)?.text === text) return
      shown.push({ text, isEditable: text.isContentEditable, isBusy: text.closest('[aria-busy]') !== null })
    }).observe(document.body, { childList: true, subtree: true })
    return shown
  })
  await openLargeStory(page)
  // It is read before its claims are there, and what is read is not drawn anew when they come.
  expect(
    await texts.evaluate((shown) =>
      shown.map(({ text, isEditable, isBusy }) => ({
        isEditable,
        isBusy,
        isThere: text.isConnected && text.isContentEditable,
      })),
    ),
  ).toEqual([{ isEditable: false, isBusy: true, isThere: true }])
  await expect(claims(page).getByRole('listitem').first()).toHaveAttribute('aria-setsize', '5000')
  expect(await claims(page).getByRole('listitem').count()).toBeLessThan(60)

  await leaveText(page)
  await page.keyboard.press('j')
  await expect(openClaim(page)).toHaveAccessibleName('Statement 1')
  // Counted, not timed: a list drawn whole would change thousands of nodes at each step.
  const changes = await page.evaluate(async () => {
    const counted: number[] = []
    let count = 0
    const watch = new MutationObserver((records) => {
      count += records.length
    })
    watch.observe(document.body, { subtree: true, childList: true, characterData: true, attributes: true })
    for (let step = 0; step < 30; step++) {
      count = 0
      window.dispatchEvent(new KeyboardEvent('keydown', { key: 'j', bubbles: true }))
      await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done))))
      counted.push(count)
    }
    watch.disconnect()
    return counted.sort((a, b) => a - b)
  })
  await expect(openClaim(page)).toHaveAccessibleName('Statement 31')
  expect(changes.at(-1)).toBeLessThan(100)
  await page.getByLabel('Filter claims by words, speaker or number').fill('#4321')
  await expect(claims(page).getByRole('listitem')).toHaveCount(1)
  await page.getByLabel('Filter claims by words, speaker or number').fill('')
  await picture(page, 'many-claims')

  // The row that Tab reaches is there wherever the list was scrolled to.
  await claims(page).evaluate((list) => list.parentElement?.scrollTo(0, list.clientHeight))
  await expect(
    claims(page)
      .getByRole('button', { name: /lorries/ })
      .last(),
  ).toContainText('#5000')
  await expect(claims(page).locator('[data-row][tabindex="0"]')).toHaveCount(1)

  await page.getByText('Here nothing is claimed.').click()
  await saved(page)
  await page.evaluate(async () => {
    const panel = document.querySelector('aside[aria-label="Claims"]')
    // The list was scrolled a moment ago: only what comes once it rests is the typing's doing.
    await new Promise<void>((rested) => {
      const end = () => {
        rest.disconnect()
        rested()
      }
      let timer = setTimeout(end, 500)
      const rest = new MutationObserver(() => {
        clearTimeout(timer)
        timer = setTimeout(end, 500)
      })
      if (panel)
        rest.observe(panel, { subtree: true, childList: true, characterData: true, attributes: true })
    })
    const changed: string[] = []
    Object.assign(window, { changed })
    if (panel)
      new MutationObserver((changes) => {
        for (const { type, attributeName, target } of changes) {
          const element = target instanceof Element ? target : target.parentElement
          changed.push(`${type} ${attributeName} of ${element?.outerHTML.slice(0, 160)}`)
        }
      }).observe(panel, { subtree: true, childList: true, characterData: true, attributes: true })
  })
  await page.keyboard.type('And more of it.')
  await saved(page)
  await page.waitForTimeout(1500)
  expect(await page.evaluate(() => Reflect.get(window, 'changed'))).toEqual([])

  // In a claim a key changes its row in the list and its words in what is open of it.
  const first = page.getByTestId('story-text').getByText('The district counted 1001 lorries')
  await first.click()
  await expect(openClaim(page)).toHaveAccessibleName('Statement 1')
  await page.keyboard.type('x')
  await saved(page)
  await page.evaluate(() => {
    const touched = new Set<string>()
    Object.assign(window, { touched })
    const panel = document.querySelector('aside[aria-label="Claims"]')
    if (!panel) throw new Error('no panel')
    new MutationObserver((changes) => {
      for (const { target } of changes) {
        const element = target instanceof Element ? target : target.parentElement
        const row = element?.closest('li[data-index]')
        if (row) touched.add(`row ${row.getAttribute('data-index')}`)
        else touched.add(element?.closest('blockquote') ? 'words' : (element?.outerHTML.slice(0, 80) ?? ''))
      }
    }).observe(panel, { subtree: true, childList: true, characterData: true, attributes: true })
  })
  await page.keyboard.type('yzyz')
  await saved(page)
  const touched = await page.evaluate(() => [...(Reflect.get(window, 'touched') as Set<string>)].sort())
  expect(touched).toEqual(['row 0', 'words'])
})
