import { type IpcMainEvent, type IpcMainInvokeEvent, ipcMain, type WebContents } from 'electron'
import type { z } from 'zod'
import { isOurs } from './ours.ts'

/** Every message to main comes through here or {@link answerVerb}; what is not ours or not meant is dropped. */
export function onVerb<Words extends z.ZodTuple>(
  channel: string,
  wordsSchema: Words,
  hear: (event: IpcMainEvent, words: z.infer<Words>) => void,
): void {
  ipcMain.on(channel, (event, ...given: unknown[]) => {
    if (!isOurs(event)) return
    const words = wordsSchema.safeParse(given)
    if (words.success) hear(event, words.data)
  })
}

/** As {@link onVerb}, with an answer; whoever may not ask gets an error. */
export function answerVerb<Words extends z.ZodTuple>(
  channel: string,
  wordsSchema: Words,
  answer: (sender: WebContents, words: z.infer<Words>) => Promise<unknown>,
): void {
  ipcMain.handle(channel, async (event: IpcMainInvokeEvent, ...given: unknown[]) => {
    if (!isOurs(event)) throw new Error('refused')
    return await answer(event.sender, wordsSchema.parse(given))
  })
}
