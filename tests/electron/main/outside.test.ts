import { expect, it } from 'vitest'
import { isOurs } from '../../../electron/main/ours.ts'
import { addressToOpen, isLoadable, isOwnPage } from '../../../electron/main/outside.ts'

it.each([
  ['https://example.org/a?b=c#d', 'https://example.org/a?b=c#d'],
  ['HTTP://Example.org', 'http://example.org/'],
  ['mailto:desk@example.org?subject=A%20claim', 'mailto:desk@example.org?subject=A%20claim'],
  ['https://example.org/with space', 'https://example.org/with%20space'],
])('%s is opened, written out', (address, opened) => {
  expect(addressToOpen(address)).toBe(opened)
})

it.each([
  'file:///etc/passwd',
  'javascript:alert(1)',
  'data:text/html,<script>',
  'stet://app/',
  'smb://server/share',
  'ms-msdt:/id',
  'vbscript:x',
  'ftp://example.org/',
  'https:',
  'https://',
  'not an address',
  '',
  `https://example.org/${'a'.repeat(8000)}`,
])('%s is never handed to the system', (address) => {
  expect(addressToOpen(address)).toBeNull()
})

it.each([
  ['stet://app/', true],
  ['stet://app/assets/index.js', true],
  ['blob:stet://app/6f0c', true],
  ['devtools://devtools/bundled/inspector.html', true],
  ['stet://app.evil.example/', false],
  ['stet://application/', false],
  ['https://example.org/', false],
  ['ws://127.0.0.1:1/', false],
  ['file:///home/', false],
  ['blob:https://example.org/6f0c', false],
  ['ftp://example.org/stet://app/', false],
])('%s may be loaded: %s', (address, may) => {
  expect(isLoadable(address)).toBe(may)
})

it.each([
  ['stet://app/', true],
  ['stet://app/?again', true],
  ['stet://app/restore?name=2026', true],
  ['stet://app/again', true],
  [`stet://app/blob/${'0'.repeat(64)}`, false],
  ['stet://app/index.html', false],
  ['stet://app', false],
  ['stet://app.evil.example/', false],
  ['https://example.org/', false],
  ['javascript:alert(1)', false],
])('a window may go to %s: %s', (address, may) => {
  expect(isOwnPage(address)).toBe(may)
})

it('hears our own page in a main frame, and no other frame or page', () => {
  const frame = (url: string) => ({ url })
  const page = frame('stet://app/')
  const heard = (senderFrame: { url: string } | null, mainFrame: { url: string }) =>
    isOurs({ senderFrame, sender: { mainFrame } })
  expect(heard(page, page)).toBe(true)
  expect(heard(null, page)).toBe(false)
  expect(heard(frame('stet://app/'), page)).toBe(false)
  for (const url of [
    'https://example.org/',
    'stet://app.evil.example/',
    'stet://apple/',
    'about:blank',
    '',
  ]) {
    const other = frame(url)
    expect([url, heard(other, other)]).toEqual([url, false])
  }
})
