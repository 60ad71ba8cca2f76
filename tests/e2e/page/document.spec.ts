import type { Page } from '@playwright/test'
import type { Editor } from '@tiptap/core'
import { enter, goTo, parts, saved, text, write } from '../galley.ts'
import { expect, test } from '../shell.ts'
import { expectAccessible, expectNoOverflow, picture } from '../window.ts'

const sea = 'The sea wall at Easthaven is forty years old, and it has never been raised.'
const town = 'Nobody in the town hall could say why.'

/** Pastes or drops a picture of this size into the text, as another program or the desktop would. */
async function bring(
  page: Page,
  how: 'paste' | 'drop',
  size: { width: number; height: number },
  over = sea,
): Promise<void> {
  const at = await page.getByText(over).first().boundingBox()
  await text(page).evaluate(
    async (dom, { how, width, height, x, y }) => {
      const canvas = document.createElement('canvas')
      Object.assign(canvas, { width, height })
      const paint = canvas.getContext('2d')
      if (!paint) throw new Error('no canvas')
      const sky = paint.createLinearGradient(0, 0, 0, height)
      sky.addColorStop(0, '#9db8c9')
      sky.addColorStop(1, '#e9d9b8')
      paint.fillStyle = sky
      paint.fillRect(0, 0, width, height)
      paint.fillStyle = '#3f5a66'
      paint.fillRect(0, height * 0.62, width, height * 0.38)
      const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'))
      if (!blob) throw new Error('no picture')
      const data = new DataTransfer()
      data.items.add(new File([blob], 'wall.png', { type: 'image/png' }))
      const common = { bubbles: true, cancelable: true }
      const event =
        how === 'paste'
          ? new ClipboardEvent('paste', { ...common, clipboardData: data })
          : new DragEvent('drop', { ...common, dataTransfer: data, clientX: x, clientY: y })
      const target = how === 'paste' ? dom : document.elementFromPoint(x, y)
      target?.dispatchEvent(event)
    },
    { how, ...size, x: (at?.x ?? 0) + 20, y: (at?.y ?? 0) + 8 },
  )
}

/** The blocks of the body by name. */
function blocks(page: Page): Promise<string[]> {
  return text(page).evaluate((dom) => {
    const { editor } = dom as HTMLElement & { editor: Editor }
    return editor.state.doc.children
      .filter((node) => node.type.spec.group === 'block' || node.type.name === 'footnotes')
      .map((node) => node.type.name)
  })
}

test.beforeEach(async ({ page }) => {
  await enter(page)
  await write(page, 'The wall', [sea, town])
})

test('a picture is dropped and pasted, captioned, moved, deleted and brought back, by keys alone from there', async ({
  page,
}) => {
  await bring(page, 'drop', { width: 640, height: 360 })
  const figure = text(page).locator('figure')
  await expect(figure).toHaveClass(/ProseMirror-selectednode/)
  expect(await blocks(page)).toEqual(['paragraph', 'figure', 'paragraph'])
  const image = figure.locator('img')
  await expect(image).toHaveJSProperty('naturalWidth', 640)
  await expect(image).toHaveAttribute('height', '360')

  await page.keyboard.press('Alt+ArrowDown')
  expect(await blocks(page)).toEqual(['paragraph', 'paragraph', 'figure'])
  await page.keyboard.press('Alt+ArrowUp')
  await figure.locator('.caption').click()
  await page.keyboard.insertText('The wall in May.')
  await page.keyboard.press('Enter')
  await page.keyboard.insertText('Photo: Anna Berg')
  await page.keyboard.press('Enter')
  await page.keyboard.insertText('A low grey wall beside the sea')
  await expect(image).toHaveAttribute('alt', 'A low grey wall beside the sea')
  await page.keyboard.press('Escape')
  await expect(figure).toHaveClass(/ProseMirror-selectednode/)
  await page.keyboard.press('Delete')
  expect(await blocks(page)).toEqual(['paragraph', 'paragraph'])
  await page.keyboard.press('Control+z')
  expect(await blocks(page)).toEqual(['paragraph', 'figure', 'paragraph'])
  await saved(page)

  await goTo(page, 'Nobody')
  await bring(page, 'paste', { width: 80, height: 80 })
  await expect(text(page).locator('figure')).toHaveCount(2)
  expect(await blocks(page)).toEqual(['paragraph', 'figure', 'paragraph', 'figure'])
  await saved(page)
  await page.reload()
  await expect(text(page).locator('figure img').first()).toHaveJSProperty('naturalWidth', 640)
})

test('a picture keeps its place before it comes, and one that is not there says so', async ({ page }) => {
  await page.route('**/blob/*', (route) =>
    route.request().method() === 'GET' ? route.fulfill({ status: 404, body: '' }) : route.continue(),
  )
  await bring(page, 'drop', { width: 640, height: 360 })
  const figure = text(page).locator('figure')
  await expect(figure.getByText('This picture is not on this desk.')).toBeVisible()
  await figure.getByText('This picture is not on this desk.').click()
  await expect(figure).toHaveClass(/ProseMirror-selectednode/)
  await picture(page, 'figure-missing')
})

test('a file that is no picture browsers show is refused with what to do', async ({ page }) => {
  await text(page).evaluate((dom) => {
    const data = new DataTransfer()
    data.items.add(
      new File(['<svg xmlns="http://www.w3.org/2000/svg"/>'], 'a.svg', { type: 'image/svg+xml' }),
    )
    dom.dispatchEvent(new ClipboardEvent('paste', { bubbles: true, cancelable: true, clipboardData: data }))
  })
  await expect(
    page.getByText('An SVG drawing can hold programs. Save it as PNG and use that.').first(),
  ).toBeVisible()
  await expect(text(page).locator('.picture-waiting')).toHaveCount(0)
  expect(await blocks(page)).toEqual(['paragraph', 'paragraph'])
})

test('a table is written by keys and tools, and a claim stays within its cell', async ({ page }) => {
  await goTo(page, town)
  await page.keyboard.press('Control+Alt+Shift+t')
  await expect(text(page).locator('table')).toBeVisible()
  for (const words of ['Year', 'Height', 'Cost', '1986', '4.2 m', '£3 million', '2024', '4.2 m']) {
    await page.keyboard.insertText(words)
    await page.keyboard.press('Tab')
  }
  await page.keyboard.insertText('£90,000')
  await page.keyboard.press('Tab')
  await expect(text(page).locator('tr')).toHaveCount(4)
  await page.keyboard.press('Shift+Tab')
  await page.keyboard.press('Tab')
  const tools = page.getByTestId('table-tools')
  await expect(tools).toBeVisible()
  await tools.getByRole('button', { name: 'Delete the row' }).click()
  await expect(text(page).locator('tr')).toHaveCount(3)
  await tools.getByRole('button', { name: 'Column after' }).click()
  await expect(text(page).locator('tr').first().locator('th')).toHaveCount(4)
  await page.keyboard.press('Control+z')
  await expect(text(page).locator('tr').first().locator('th')).toHaveCount(3)

  await goTo(page, '£3 million', true)
  await page.keyboard.press('Control+Alt+a')
  expect(await parts(page)).toContain('tableCell: [£3 million]')
  await text(page).evaluate((dom) => {
    const { editor } = dom as HTMLElement & { editor: Editor }
    const cells: number[] = []
    editor.state.doc.descendants((node, position) => {
      if (node.type.name === 'tableCell') cells.push(position)
    })
    editor.commands.setTextSelection({ from: (cells[0] ?? 0) + 1, to: (cells[1] ?? 0) + 3 })
  })
  await page.keyboard.press('Control+Alt+a')
  await expect(page.getByText('One claim cannot reach from a table’s cell into another.')).toBeVisible()
  await goTo(page, '£90,000')
  await page.keyboard.press('Control+Enter')
  await page.keyboard.insertText('So much for that.')
  expect((await parts(page)).slice(-1)).toEqual(['paragraph: So much for that.'])
  await saved(page)
})

test('a table of a spreadsheet and one of a page are pasted as tables', async ({ page }) => {
  const paste = (given: { html?: string; plain: string }) =>
    text(page).evaluate((dom, { html, plain }) => {
      const data = new DataTransfer()
      if (html) data.setData('text/html', html)
      data.setData('text/plain', plain)
      dom.dispatchEvent(new ClipboardEvent('paste', { bubbles: true, cancelable: true, clipboardData: data }))
    }, given)
  await goTo(page, town)
  await page.keyboard.press('End')
  await page.keyboard.press('Enter')
  await paste({ plain: 'Year\tHeight\n1986\t4.2 m\n' })
  await expect(text(page).locator('tr')).toHaveCount(2)
  expect((await parts(page)).slice(-4)).toEqual([
    'tableCell: Year',
    'tableCell: Height',
    'tableCell: 1986',
    'tableCell: 4.2 m',
  ])
  await goTo(page, 'raised.')
  await page.keyboard.press('End')
  await page.keyboard.press('Enter')
  await paste({
    html: '<table><tr><th colspan="2"><p>Both</p></th></tr><tr><td><p>One</p><p>two</p></td><td><b>Three</b></td></tr></table>',
    plain: 'Both\nOne two\tThree',
  })
  await expect(text(page).locator('table')).toHaveCount(2)
  expect((await parts(page)).slice(2, 6)).toEqual([
    'tableHeader: Both',
    'tableCell: One two',
    'tableCell: Three',
    `paragraph: ${town}`,
  ])
  await saved(page)
})

test('a footnote is put in, written, numbered, gone to and back, and goes with its reference', async ({
  page,
}) => {
  await goTo(page, ' never')
  await page.keyboard.press('Control+Alt+Shift+n')
  await page.keyboard.insertText('Council minutes, 3 May.')
  await page.keyboard.press('Enter')
  await page.keyboard.insertText(' ever')
  await goTo(page, ' years')
  await page.keyboard.press('Control+Alt+Shift+n')
  await page.keyboard.insertText('Built in 1986.')
  expect((await parts(page)).slice(-2)).toEqual([
    'footnote: Built in 1986.',
    'footnote: Council minutes, 3 May.',
  ])
  await expect(text(page).locator('sup[data-footnote]').first()).toHaveAttribute('data-number', '1')
  await goTo(page, 'minutes, 3 May', true)
  await page.keyboard.press('Control+Alt+a')
  expect((await parts(page)).slice(-1)).toEqual(['footnote: Council [minutes, 3 May].'])
  await text(page).locator('sup[data-footnote]').first().click()
  await page.keyboard.insertText(' By hand.')
  expect((await parts(page)).slice(-2)[0]).toBe('footnote: Built in 1986. By hand.')
  await page.keyboard.press('Control+Alt+Shift+j')
  await page.keyboard.press('Backspace')
  expect((await parts(page)).slice(-1)).toEqual(['footnote: Council [minutes, 3 May].'])
  await expect(text(page).locator('sup[data-footnote]')).toHaveAttribute('data-number', '1')
  await page.keyboard.press('Control+z')
  await expect(text(page).locator('.footnotes li')).toHaveCount(2)
  await saved(page)
})

test('all of it reads well in light, dark and narrow windows', async ({ page }) => {
  test.setTimeout(150_000)
  await goTo(page, ' never')
  await page.keyboard.press('Control+Alt+Shift+n')
  await page.keyboard.insertText(
    'Minutes of the council, 3 May 2024, p. 12. The clerk signed them on the following day.',
  )
  await goTo(page, town)
  await page.keyboard.press('Control+Alt+Shift+t')
  for (const words of ['Year', 'Height', 'Cost', '1986', '4.2 m', '£3 million', '2024', '4.2 m', '£90,000']) {
    await page.keyboard.insertText(words)
    if (words !== '£90,000') await page.keyboard.press('Tab')
  }
  await goTo(page, '£3 million', true)
  await page.keyboard.press('Control+Alt+a')
  await bring(page, 'drop', { width: 640, height: 300 })
  await text(page).locator('figure .caption').click()
  await page.keyboard.insertText('The wall in May.')
  await page.keyboard.press('Enter')
  await page.keyboard.insertText('Photo: Anna Berg')
  await goTo(page, '4.2 m')
  await saved(page)
  await expectAccessible(page)
  await picture(page, 'document-light')
  await page.emulateMedia({ colorScheme: 'dark' })
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark')
  await text(page).locator('.footnotes').scrollIntoViewIfNeeded()
  await expectAccessible(page)
  await picture(page, 'document-dark')
  await page.setViewportSize({ width: 480, height: 900 })
  // The table's tools follow the window as it is drawn anew.
  await expect(() => expectNoOverflow(page)).toPass()
  await picture(page, 'document-narrow')
})
