import { resolve } from 'node:path'
import { test as base } from '../shell.ts'
import { type StandInShell, startStandIn } from '../shells/stand-in.ts'

/** The stand-in under a small app of its own, which does what no line of Stet does. */
export const test = base.extend<{ room: StandInShell }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads from the pattern which fixtures are wanted
  room: async ({}, use) => {
    const main = resolve(import.meta.dirname, '../../stand-in/room/main.ts')
    const room = await startStandIn({ main })
    await room.page.getByText('Here').waitFor()
    await use(room)
    await room.stop()
  },
  page: async ({ room }, use) => await use(room.page),
})

export { expect } from '../shell.ts'

/** What the app has said so far, line by line. */
export function linesOf(room: StandInShell): unknown[][] {
  return room
    .said()
    .split('\n')
    .filter((line) => line.startsWith('['))
    .map((line) => JSON.parse(line))
}

/** What the room's preload exposes. */
export interface Room {
  ask(channel: string, ...args: unknown[]): Promise<unknown>
  send(channel: string, ...args: unknown[]): void
  plus(one: number, other: number): number
  twice(ask: (number: number) => number): Promise<number>
  refuse(): void
  readonly deep: { list: [number, { two: number }] }
  whatPreloadSees(): { ofPage: string; letter: string }
  exposeAgain(): string
}

declare global {
  interface Window {
    readonly room: Room
  }
}
