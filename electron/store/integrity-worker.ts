// Reads a database through in a thread of its own: `check` answers nothing else meanwhile. Its own connection only
// reads, so nothing that it meets is written to.
import { parentPort, workerData } from 'node:worker_threads'
import { checkHere, type IntegrityTask } from './integrity-task.ts'

parentPort?.postMessage(checkHere(workerData as IntegrityTask))
