import { createHash } from 'node:crypto'
import type { Page } from '@playwright/test'
import { claimJson } from '../../claim.ts'
import { expect, test } from '../shell.ts'
import {
  begin,
  expectAccessible,
  expectNoOverflow,
  leaveText,
  notice,
  openClaim,
  openSample,
  picture,
  saved,
  write,
} from '../window.ts'

const left = (page: Page) => page.getByTestId('pencil-left')
const sentence = (page: Page) => page.getByRole('region', { name: 'Sentence to read' })
const beside = (page: Page) => page.getByRole('region', { name: 'The source' })
const done = (page: Page) => page.getByText('Nothing is left', { exact: true })

const personId = 'person-pencil-0001'
const sourceId = 'source-pencil-0001'
const storyId = 'story-pencil-0001'
const atMs = 1_700_000_000_000

const log = Buffer.from(
  Array.from({ length: 20 }, (_, at) => `Pump  ${at + 1}: ${at + 200} h, no stop, signed.\n`).join(''),
)
const logHash = createHash('sha256').update(log).digest('hex')

const text = (words: string, id?: string) => ({
  type: 'text',
  text: words,
  ...(id ? { marks: [{ type: 'claim', attrs: { id } }] } : {}),
})

/** A story of twenty sentences, each with a claim in a part of it that has its backup, as a Stet JSON file. */
function twentyClaims(): Buffer {
  const ids = Array.from({ length: 20 }, (_, at) => `claim-pencil-${String(at + 1).padStart(4, '0')}`)
  const words = (at: number) => `Pump ${at + 1} ran for ${at + 200} hours`
  const field = (type: string, line = '') => ({ type, ...(line ? { content: [text(line)] } : {}) })
  return Buffer.from(
    JSON.stringify({
      format: 'stet-story',
      formatVersion: 1,
      schemaVersion: 1,
      isPartial: false,
      story: {
        id: storyId,
        slug: 'twenty-pumps',
        stage: 'checking',
        version: 0,
        createdAtMs: atMs,
        updatedAtMs: atMs,
        copiedFrom: null,
        nextNumber: 21,
      },
      document: {
        type: 'doc',
        content: [
          field('headline', 'Twenty pumps'),
          field('dek'),
          field('byline'),
          field('dateline'),
          ...ids.map((id, at) => ({
            type: 'paragraph',
            content: [text(words(at), id), text(', said the keeper of the works.')],
          })),
          field('searchTitle'),
          field('searchDescription'),
          field('socialLine'),
        ],
      },
      claims: ids.map((id, at) =>
        claimJson({
          id,
          storyId,
          number: at + 1,
          words: words(at),
          isLegal: at === 11,
          backup: [
            {
              id: `backup-pencil-${String(at + 1).padStart(4, '0')}`,
              claimId: id,
              sourceId,
              locator: `line ${at + 1}`,
              excerpt: `pump ${at + 1}: ${at + 200} h`,
              stance: 'supports',
              rank: 'primary',
              note: '',
              addedBy: personId,
              addedAtMs: atMs,
            },
          ],
          taggedBy: personId,
          taggedAtMs: atMs,
        }),
      ),
      sources: [
        {
          id: sourceId,
          kind: 'document',
          title: 'The log of the works',
          publisher: 'Water works',
          url: '',
          date: '1931',
          note: '',
          usualRank: 'primary',
          isConfidential: false,
          terms: 'onRecord',
          codeName: '',
          printAs: '',
          files: [{ hash: logHash, name: 'log.txt', mediaType: 'text/plain', sizeBytes: log.length }],
          createdAtMs: atMs,
          updatedAtMs: atMs,
        },
      ],
      people: [{ id: personId, name: 'Maren Oduya', initials: 'MO', role: 'editor' }],
      files: [{ hash: logHash, base64: log.toString('base64') }],
    }),
  )
}

async function importStory(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Import', exact: true }).click()
  await page
    .locator('input[type="file"][accept]')
    .setInputFiles({ name: 'twenty.json', mimeType: 'application/json', buffer: twentyClaims() })
  await page.getByRole('dialog').getByRole('button', { name: 'Open the story' }).click()
  await expect(page.getByTestId('story-text')).toContainText('Pump 20')
}

/** Presses single keys and counts them; each is answered before the next. */
class Keys {
  pressed = 0
  private readonly page: Page

  constructor(page: Page) {
    this.page = page
  }

  async press(key: string, answer: () => Promise<void>): Promise<void> {
    this.pressed++
    await this.page.keyboard.press(key)
    await answer()
  }
}

test('twenty claims whose backup is there, and all that stands around them, take two keys each', async ({
  page,
}) => {
  test.setTimeout(120_000)
  await begin(page)
  await importStory(page)
  await leaveText(page)
  const keys = new Keys(page)
  await keys.press('Shift+P', () => expect(sentence(page)).toContainText('Twenty pumps'))
  await expect(left(page)).toHaveText('20 facts left21 sentences unread')
  await keys.press('Space', () => expect(openClaim(page)).toContainText('Pump 1 ran'))
  await expect(beside(page).locator('mark')).toHaveText(/^Pump\s+1: 200 h$/)
  await picture(page, 'pencil-claim')
  await expectAccessible(page)
  const before = keys.pressed
  for (let at = 1; at <= 20; at++) {
    await keys.press('c', () => expect(sentence(page)).toContainText(`Pump ${at} ran`))
    if (at === 1) {
      await expect(left(page)).toContainText('19 facts left')
      await picture(page, 'pencil-sentence')
      await expectAccessible(page)
      await expectNoOverflow(page)
    }
    await keys.press('Space', () =>
      at === 20
        ? expect(done(page)).toBeVisible()
        : expect(openClaim(page)).toContainText(`Pump ${at + 1} ran`),
    )
  }
  expect(keys.pressed - before).toBeLessThanOrEqual(2 * 20)
  await expect(left(page)).toHaveText('no facts leftall read')

  // A letter more in one sentence, and that one alone is to be read again.
  await page.keyboard.press('Shift+P')
  await page.getByTestId('story-text').getByText('keeper').first().click()
  await page.keyboard.type('x')
  await saved(page)
  await leaveText(page)
  await page.keyboard.press('Shift+P')
  await expect(left(page)).toContainText('1 sentence unread')
  await page.keyboard.press('n')
  await expect(sentence(page)).toContainText('Pump')
})

test('a fact is tagged and a source used already is attached with two keys at most', async ({ page }) => {
  await begin(page)
  await write(page, 'The mill', ['It burned in 1931. Ada Berg owned it.', 'Nobody was hurt.'])
  await leaveText(page)
  const keys = new Keys(page)
  await keys.press('Shift+P', () => expect(sentence(page)).toContainText('The mill'))
  await keys.press('Space', () => expect(sentence(page)).toContainText('It burned in 1931.'))
  let before = keys.pressed
  await keys.press('t', () => expect(openClaim(page)).toContainText('It burned in 1931.'))
  expect(keys.pressed - before).toBeLessThanOrEqual(2)
  await expect(left(page)).toHaveText('1 fact left2 sentences unread')

  // The first source of a story is named; from then on it is a figure.
  await page.keyboard.press('b')
  await page.keyboard.type('The register')
  await page.keyboard.press('Enter')
  await expect(page.getByLabel('Where in it')).toBeFocused()
  await page.keyboard.press('Control+Enter')
  const backup = openClaim(page).getByRole('region', { name: 'Backup' }).getByRole('listitem')
  await expect(backup).toHaveCount(1)
  await leaveText(page)
  await keys.press('c', () => expect(sentence(page)).toContainText('Ada Berg owned it.'))
  await keys.press('t', () => expect(openClaim(page)).toContainText('Ada Berg owned it.'))
  await expect(backup).toHaveCount(0)
  before = keys.pressed
  await keys.press('1', () => expect(backup).toHaveCount(1))
  await keys.press('c', () => expect(sentence(page)).toContainText('Nobody was hurt.'))
  expect(keys.pressed - before).toBeLessThanOrEqual(2)

  await keys.press('Backspace', () => expect(openClaim(page)).toContainText('Ada Berg owned it.'))
  await keys.press('n', () => expect(sentence(page)).toContainText('Nobody was hurt.'))
  await keys.press('Space', () => expect(done(page)).toBeVisible())
  // Taken back, what was done last is to be done again: the reading first, then the settling before it.
  await keys.press('z', () => expect(left(page)).toContainText('1 sentence unread'))
  await keys.press('z', () => expect(left(page)).toContainText('1 fact left'))
  await expect(openClaim(page)).toContainText('Ada Berg owned it.')
})

test('the sample is gone through by keys alone until nothing is left, also by risk, with the rest dimmed', async ({
  page,
}) => {
  test.setTimeout(120_000)
  await begin(page)
  await openSample(page)
  await leaveText(page)
  await page.keyboard.press('Shift+P')
  await page.keyboard.press('Shift+D')
  await page.keyboard.press('Shift+O')
  await expect(page.getByRole('radio', { name: 'By risk' })).toBeChecked()
  await expect(page.getByRole('checkbox', { name: 'Dim the rest' })).toBeChecked()
  await page.keyboard.press('n')
  await picture(page, 'pencil-dimmed')
  const told = async () => (await left(page).innerText()) + (await notice(page).innerText())
  for (let keys = 0; keys < 80 && !(await done(page).isVisible()); keys++) {
    const before = await told()
    await page.keyboard.press((await openClaim(page).isVisible()) ? 'c' : 'Shift+Space')
    await expect.poll(told).not.toBe(before)
  }
  await expect(done(page)).toBeVisible()
  await page.reload()
  await expect(page.getByText('no facts left').first()).toBeVisible()
  await leaveText(page)
  await page.keyboard.press('Shift+P')
  await expect(left(page)).toHaveText('no facts leftall read')
  // The order and the dimming are remembered.
  await expect(page.getByRole('radio', { name: 'By risk' })).toBeChecked()
})

/** How far the ground of the stop reaches beyond some words at each side, in px; less than nothing where it is short. */
function aroundWords(page: Page, words: string): Promise<number[]> {
  return page.evaluate((of) => {
    const claim = [...document.querySelectorAll('[data-claim]')].find((each) => each.textContent === of)
    const ground = document.querySelector('.pencil-stop path')?.getBoundingClientRect()
    const text = claim?.getBoundingClientRect()
    if (!ground || !text) return []
    return [
      text.left - ground.left,
      text.top - ground.top,
      ground.right - text.right,
      ground.bottom - text.bottom,
    ]
  }, words)
}

test('the stop lies behind its words: claims keep lines of their own colour, and it goes along where words move', async ({
  page,
}) => {
  await begin(page)
  await importStory(page)
  await leaveText(page)
  await page.keyboard.press('Shift+P')
  await page.keyboard.press('Space')
  await expect(openClaim(page)).toContainText('Pump 1 ran')
  const isAround = async () => {
    const sides = await aroundWords(page, 'Pump 1 ran for 200 hours')
    return sides.length === 4 && sides.every((side) => side > -1)
  }
  await expect.poll(isAround).toBe(true)
  // A highlight would take the claims' lines into one ink.
  const painted = () =>
    page.evaluate(() => {
      const claims = [...document.querySelectorAll('[data-claim]')]
      return [...CSS.highlights.values()].some((highlight) =>
        [...highlight].some((range) => claims.some((claim) => (range as Range).intersectsNode(claim))),
      )
    })
  expect(await painted()).toBe(false)

  const before = await page.getByText('Pump 1 ran').first().boundingBox()
  await page.setViewportSize({ width: 1100, height: 700 })
  await expect
    .poll(async () => (await page.getByText('Pump 1 ran').first().boundingBox())?.x)
    .not.toBe(before?.x)
  await expect.poll(isAround).toBe(true)
  await page.keyboard.press('Shift+P')
  await expect(page.locator('.pencil-stop')).toHaveCount(0)
})

test('another window sees at once what was read, and what was typed there is unread here', async ({
  page,
  desk,
}) => {
  await begin(page)
  await write(page, 'The mill', ['It burned down.', 'Nobody was hurt.'])
  const other = await desk.open()
  await expect(other.getByTestId('story-text')).toContainText('Nobody was hurt.')
  for (const one of [page, other]) {
    await leaveText(one)
    await one.keyboard.press('Shift+P')
    await expect(left(one)).toContainText('3 sentences unread')
  }
  await page.keyboard.press('Space')
  await expect(left(other)).toContainText('2 sentences unread')
  await other.getByTestId('story-text').getByText('It burned down.').click()
  await other.keyboard.press('Home')
  await other.keyboard.type('Then ')
  await saved(other)
  // The sentence at which the pencil stands is another one now: it is shown before it can be marked.
  await page.keyboard.press('Space')
  await expect(notice(page)).toContainText('changed meanwhile')
  await expect(sentence(page)).toContainText('Then It burned down.')
  await page.keyboard.press('Space')
  await expect(left(other)).toContainText('1 sentence unread')
})
