import type { ChildProcess } from 'node:child_process'

function hasEnded(child: ChildProcess): boolean {
  return child.exitCode !== null || child.signalCode !== null
}

/** What a process that was told to end may take; a window with something unsaved may not want to. */
const ENDING_MS = 8000

export async function end(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (hasEnded(child)) return
  const ended = new Promise((done) => child.once('exit', done))
  child.kill(signal)
  const timer = setTimeout(() => child.kill('SIGKILL'), ENDING_MS)
  await ended
  clearTimeout(timer)
}
