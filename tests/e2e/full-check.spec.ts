import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { promisify } from 'node:util'
import type { Page } from '@playwright/test'
import { goTo, text } from './galley.ts'
import { expect, test } from './shell.ts'
import { begin, leaveText, openClaim, picture, saved } from './window.ts'

const root = resolve(import.meta.dirname, '../..')
const seed = resolve(root, '../shared/seed/syria-coalition-page.txt')

/** A page of our own, where the real one is not beside the project. */
const ownPage = `The night of the pumps

By Noor Castellan

The harbour office opened in 1931. It carries 40,000 tons a day.

“We are closing it,” said Mayor Anna Berg.

Nobody knows more.
`
const ownQuotes = ['We are closing']
const ownStatements = ['opened in 1931', '40,000 tons a day']

const seedQuotes = [
  'turning the page',
  'an extraordinary turnaround',
  'not arming anyone',
  'violation of Syrian',
  'selling the revolution',
  'critical step toward',
  'recalibrating',
  'Enemies yesterday',
]
const seedStatements = [
  'the first official visit by a Syrian head of state in more than two decades',
  'Syria has agreed to join the U.S.-led coalition',
  'accused of harboring extremist cells',
  'U.S. special envoy Brett McGurk',
  'suspended diplomatic ties in 2012',
  'the ousting of Bashar al-Assad in 2023',
  'labeled a designated terrorist financier',
  'Deir ez-Zor and Hasakah regions',
  'no direct U.S. funding or weaponry',
  'tens of thousands of displaced people',
]

const run = promisify(execFile)
const stet = resolve(root, 'electron/cli/stet.ts')
const gateKey = 'Shift+G'

const gate = (page: Page) => page.getByRole('button', { name: /^Gate: / })
const sentence = (page: Page) => page.getByRole('region', { name: 'Sentence to read' })
const left = (page: Page) => page.getByTestId('pencil-left')
const backup = (page: Page) => openClaim(page).getByRole('region', { name: 'Backup' }).getByRole('listitem')

/** Goes through what is left with single keys, and counts those that claims took. */
async function goThrough(page: Page): Promise<number> {
  let keysForClaims = 0
  for (let stops = 0; stops < 200; stops++) {
    if (await page.getByText('Nothing is left', { exact: true }).isVisible()) return keysForClaims
    const before = await left(page).innerText()
    if (await openClaim(page).isVisible()) {
      if ((await backup(page).count()) === 0) {
        await page.keyboard.press('l')
        keysForClaims++
        await expect(backup(page)).toHaveCount(1)
      }
      await page.keyboard.press('c')
      keysForClaims++
    } else {
      await expect(sentence(page)).toBeVisible()
      await page.keyboard.press('Space')
    }
    await expect(left(page)).not.toHaveText(before, { useInnerText: true })
  }
  throw new Error('the red pencil does not come to an end')
}

for (const [name, file, quotes, statements] of [
  [
    'a page of our own',
    { name: 'pumps.txt', mimeType: 'text/plain', buffer: Buffer.from(ownPage) },
    ownQuotes,
    ownStatements,
  ],
  ['the real page', seed, seedQuotes, seedStatements],
] as const) {
  test(`${name} is read and checked to an empty gate by keys, cleared, reopened by one word, and cleared again`, async ({
    page,
    desk,
  }) => {
    test.skip(typeof file === 'string' && !existsSync(file), 'the real page is not beside the project')
    test.setTimeout(180_000)
    await begin(page)
    await page.getByRole('button', { name: 'Import', exact: true }).click()
    await page.locator('input[type="file"][accept]').setInputFiles(file)
    await page
      .getByRole('dialog', { name: 'Import receipt' })
      .getByRole('button', { name: 'Open the story' })
      .press('Enter')
    await expect(text(page)).toContainText('.')
    for (const words of quotes) {
      await goTo(page, words)
      await page.keyboard.press('Control+Alt+4')
    }
    for (const words of statements) {
      await goTo(page, words, true)
      await page.keyboard.press('Control+Alt+a')
    }
    if ((await text(page).locator('.byline').innerText()).trim() === '') {
      await text(page).locator('.byline').click()
      await page.keyboard.insertText('By Noor Castellan')
    }
    await saved(page)
    const count = quotes.length + statements.length
    await expect(page.getByText(`${count} of ${count} left`).first()).toBeVisible()

    // The first claim gets the source; every other the same one by a key.
    await goTo(page, quotes[0] ?? '')
    await expect(openClaim(page)).toBeVisible()
    await leaveText(page)
    await page.keyboard.press('b')
    await expect(page.getByRole('combobox', { name: 'Source', exact: true })).toBeFocused()
    await page.keyboard.type('The recording')
    await page.keyboard.press('Enter')
    await expect(page.getByLabel('Where in it')).toBeFocused()
    await page.keyboard.press('Control+Enter')
    await expect(backup(page)).toHaveCount(1)
    await leaveText(page)
    await page.keyboard.press('Escape')

    await page.keyboard.press('Shift+P')
    await expect(left(page)).toContainText(`${count} facts left`)
    const keys = await goThrough(page)
    // One claim had its backup; the others were attached to and settled.
    expect(keys).toBeLessThanOrEqual(2 * count)
    test.info().annotations.push({ type: 'keys', description: `${keys} for ${count} claims` })
    await expect(left(page)).toHaveText('no facts leftall read')
    await page.keyboard.press('Shift+P')
    await expect(gate(page)).toHaveAccessibleName(/Nothing blocks/)

    // An editor clears it; then, late, one settled word is another one.
    await page.keyboard.press(gateKey)
    const panel = page.getByRole('complementary', { name: 'Gate' })
    await panel.getByRole('button', { name: 'Clear the story' }).press('Enter')
    await expect(gate(page)).toHaveAccessibleName('Gate: Cleared')
    await picture(page, `gate-cleared-${count}`)
    const settled = statements[0] ?? ''
    await goTo(page, settled)
    await page.keyboard.type('x')
    await saved(page)
    await expect(gate(page)).not.toHaveAccessibleName('Gate: Cleared')
    const lines = panel.getByRole('list', { name: 'Gate' })
    await expect(lines).toContainText('Changed')
    await picture(page, `gate-reopened-${count}`)

    // The command line says the same of the same desk.
    await desk.kill()
    const { stdout } = await run(process.execPath, [stet, '--desk', desk.folder, '--json', 'stories'])
    const [story] = (JSON.parse(stdout) as { stories: { id: string }[] }).stories
    const told = await run(process.execPath, [stet, '--desk', desk.folder, '--json', 'gate', story?.id ?? ''])
    const { clear, blocks } = JSON.parse(told.stdout) as {
      clear: boolean
      blocks: { kind: string; words: string }[]
    }
    expect(clear).toBe(false)
    const kinds = blocks.map(({ kind }) => kind)
    expect(kinds.sort()).toEqual(['changed', 'unread'])
    expect(blocks.find(({ kind }) => kind === 'changed')?.words).toContain('x')
    for (const { words } of blocks) await expect(lines).toContainText(words.slice(0, 60))

    // At 23:40 the one word is read again and settled, and the editor clears what is new.
    await desk.restart()
    await page.reload()
    await expect(gate(page)).toHaveAccessibleName(/stand in the way/)
    await leaveText(page)
    await page.keyboard.press('Shift+P')
    await expect(left(page)).toContainText('1 fact left')
    await goThrough(page)
    await page.keyboard.press('Shift+P')
    await page.keyboard.press(gateKey)
    await panel.getByRole('button', { name: /^Clear/ }).press('Enter')
    await expect(gate(page)).toHaveAccessibleName('Gate: Cleared')
  })
}
