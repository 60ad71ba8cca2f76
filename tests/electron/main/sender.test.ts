import { beforeEach, describe, expect, it, vi } from 'vitest'
import { z } from 'zod'
import { answerVerb, onVerb } from '../../../electron/main/sender.ts'
import { handlers, ipcMain } from '../../contract/electron.ts'

vi.mock('electron', () => import('../../contract/electron.ts'))

const page = { url: 'stet://app/' }
const ours = { senderFrame: page, sender: { mainFrame: page } }
const theirs = [
  { senderFrame: null, sender: { mainFrame: page } },
  { senderFrame: { url: 'stet://app/' }, sender: { mainFrame: page } },
  { senderFrame: { url: 'https://example.org/' }, sender: { mainFrame: page } },
]

beforeEach(() => {
  ipcMain.removeAllListeners()
  handlers.clear()
})

describe('a verb without an answer', () => {
  it('is heard from our page alone, and only where it is meant', () => {
    const heard: unknown[] = []
    onVerb('say', z.tuple([z.string(), z.int()]), (_event, words) => heard.push(words))
    for (const event of theirs) ipcMain.emit('say', event, 'a', 1)
    ipcMain.emit('say', ours, 'a')
    ipcMain.emit('say', ours, 'a', '1')
    ipcMain.emit('say', ours, 'a', 1, 'more')
    expect(heard).toEqual([])
    ipcMain.emit('say', ours, 'a', 1)
    expect(heard).toEqual([['a', 1]])
  })
})

describe('a verb with an answer', () => {
  it('is answered to our page alone, and only where it is meant', async () => {
    const asked: unknown[] = []
    answerVerb('ask', z.tuple([z.string()]), (_sender, [word]) => Promise.resolve(asked.push(word)))
    const ask = async (event: object, ...words: unknown[]) => await handlers.get('ask')?.(event, ...words)
    for (const event of theirs) await expect(ask(event, 'a')).rejects.toThrow('refused')
    await expect(ask(ours, 1)).rejects.toThrow()
    expect(asked).toEqual([])
    expect(await ask(ours, 'a')).toBe(1)
  })
})
