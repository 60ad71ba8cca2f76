import { Worker } from 'node:worker_threads'
import { checkHere, type IntegrityTask } from './integrity-task.ts'

/** Beside this file as it is written, or beside the one that it was built into. */
const workerName = import.meta.url.endsWith('.ts') ? './integrity-worker.ts' : './integrity.js'

/**
 * Reads a database through without holding anybody up: a large one takes seconds, and the desk goes on writing.
 *
 * @returns what is wrong, nothing where all is well
 */
export async function checkIntegrity(task: IntegrityTask): Promise<string[]> {
  const worker = new Worker(new URL(workerName, import.meta.url), { workerData: task })
  try {
    return await new Promise<string[]>((resolve, reject) => {
      worker.once('message', (lines: string[]) => resolve(lines))
      worker.once('error', reject)
      worker.once('exit', () => reject(new Error('the check ended without an answer')))
    })
  } catch {
    // Where no thread can be had it is better to be held up than not to know.
    return checkHere(task)
  } finally {
    await worker.terminate()
  }
}
