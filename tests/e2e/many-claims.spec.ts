import { expect, test } from './shell.ts'
import { begin, claims, leaveText, openClaim, picture, saved } from './window.ts'

const paragraphCount = 1000
const claimsInEach = 5

const text = (words: string, id?: string) => ({
  type: 'text',
  text: words,
  ...(id ? { marks: [{ type: 'claim', attrs: { id } }] } : {}),
})

/** A story of 5,000 claims, one in each stretch of some twenty words, as a Stet JSON file. */
function largeStory(): Buffer {
  const personId = 'person-large-0001'
  const storyId = 'story-large-0001'
  const made: object[] = []
  const paragraphs = Array.from({ length: paragraphCount }, (_, at) => ({
    type: 'paragraph',
    content: Array.from({ length: claimsInEach }, (_, inIt) => {
      const number = at * claimsInEach + inIt + 1
      const id = `claim-large-${String(number).padStart(5, '0')}`
      const words = `The district counted ${number + 1000} lorries`
      made.push({
        id,
        storyId,
        number,
        kind: 'statement',
        presence: 'inText',
        words,
        speaker: null,
        status: 'unchecked',
        settling: null,
        assigneeId: null,
        note: '',
        isLegal: false,
        copiedFrom: null,
        backup: [],
        taggedBy: personId,
        taggedAtMs: 1_700_000_000_000,
        revision: 0,
      })
      return [
        text(words, id),
        text(' on that day, and nobody at the weighing house could say where they had all come from. '),
      ]
    }).flat(),
  }))
  const field = (type: string, words = '') => ({ type, ...(words ? { content: [text(words)] } : {}) })
  return Buffer.from(
    JSON.stringify({
      format: 'stet-story',
      formatVersion: 1,
      schemaVersion: 1,
      isPartial: false,
      story: {
        id: storyId,
        slug: 'five-thousand-claims',
        stage: 'checking',
        version: 0,
        createdAtMs: 1_700_000_000_000,
        updatedAtMs: 1_700_000_000_000,
        copiedFrom: null,
        nextNumber: made.length + 1,
      },
      document: {
        type: 'doc',
        content: [
          field('headline', 'Five thousand claims'),
          field('dek'),
          field('byline'),
          field('dateline'),
          { type: 'paragraph', content: [text('Here nothing is claimed.')] },
          ...paragraphs,
          field('searchTitle'),
          field('searchDescription'),
          field('socialLine'),
        ],
      },
      claims: made,
      sources: [],
      people: [{ id: personId, name: 'Petra Halvorsen', initials: 'PH', role: 'checker' }],
      files: [],
    }),
  )
}

test('5,000 claims: the panel draws what is in sight, steps at once, and stands still while somebody types', async ({
  page,
}) => {
  test.setTimeout(120_000)
  await begin(page)
  await page.getByRole('button', { name: 'Import', exact: true }).click()
  await page
    .locator('input[type="file"][accept]')
    .setInputFiles({ name: 'large.json', mimeType: 'application/json', buffer: largeStory() })
  await expect(page.getByRole('dialog', { name: 'Import receipt' })).toContainText('5,000 claims', {
    timeout: 60_000,
  })
  await page.getByRole('button', { name: 'Open the story' }).click()
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
    const counted = { changes: 0 }
    Object.assign(window, { counted })
    if (panel)
      new MutationObserver((changes) => {
        counted.changes += changes.length
      }).observe(panel, { subtree: true, childList: true, characterData: true, attributes: true })
  })
  await page.keyboard.type('And more of it.')
  await saved(page)
  await page.waitForTimeout(1500)
  expect(await page.evaluate(() => Reflect.get(window, 'counted'))).toEqual({ changes: 0 })
})
