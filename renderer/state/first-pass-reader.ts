import type { FromWorker, ToWorker } from './first-pass-messages.ts'

/** What reads, beside the window's own thread. */
export interface Reader {
  send(message: ToWorker): void
  stop(): void
}

export type StartReader = (hear: (message: FromWorker) => void) => Reader

export const startWorker: StartReader = (hear) => {
  const worker = new Worker(new URL('./first-pass-worker.ts', import.meta.url), { type: 'module' })
  worker.addEventListener('message', ({ data }: MessageEvent<FromWorker>) => hear(data))
  // It could not be loaded, threw, ran out of memory, or said what cannot be read.
  worker.addEventListener('error', () => hear({ kind: 'failed' }))
  worker.addEventListener('messageerror', () => hear({ kind: 'failed' }))
  return {
    send: (message) => worker.postMessage(message),
    stop: () => worker.terminate(),
  }
}

/**
 * Nothing takes so long, on any machine: while it reads it says how far it is. Twice this without a word, and it hangs;
 * twice, for the first may have passed while the machine slept.
 */
export const silentMs = 30_000

/** A reader that has failed when it owes an answer and says nothing, as one that hangs does. */
export function watchedReader(start: StartReader): StartReader {
  return (hear) => {
    let sent = 0
    let silence: ReturnType<typeof setTimeout> | null = null
    const rest = (): void => {
      if (silence !== null) clearTimeout(silence)
      silence = null
    }
    const watch = (again: () => void): void => {
      rest()
      silence = setTimeout(again, silentMs)
    }
    const wait = (): void => watch(() => watch(() => hear({ kind: 'failed' })))
    const reader = start((message) => {
      // The questions come last, and answer all that was sent.
      if (message.kind === 'failed' || (message.kind === 'findings' && message.heard === sent)) rest()
      else if (silence !== null) wait()
      hear(message)
    })
    return {
      send(message) {
        sent++
        wait()
        reader.send(message)
      },
      stop() {
        rest()
        reader.stop()
      },
    }
  }
}
