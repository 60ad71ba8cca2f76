// Runs first in a utility process: gives it `process.parentPort`, as Electron does.
import { EventEmitter } from 'node:events'
import { Wire } from './ends.ts'
import { MessagePortMain } from './message-port.ts'
import type { ToUtility } from './utility-process.ts'

const tell = (message: ToUtility) => process.send?.(message)
const wire = new Wire(tell)
const unheard: { data: unknown; ports: MessagePortMain[] }[] = []

class ParentPort extends EventEmitter {
  override on(name: string, listener: (...args: unknown[]) => void): this {
    super.on(name, listener)
    // What was said before anybody listened.
    if (name === 'message') for (const event of unheard.splice(0)) this.emit('message', event)
    return this
  }

  postMessage(data: unknown): void {
    tell({ kind: 'parent', data, ports: [] })
  }
}

const parentPort = new ParentPort()
process.on('message', (message: ToUtility) => {
  if (message.kind !== 'parent') {
    wire.hear(message)
    return
  }
  const event = {
    data: message.data,
    ports: message.ports.map((name) => new MessagePortMain(wire.take(name))),
  }
  if (parentPort.listenerCount('message') === 0) unheard.push(event)
  else parentPort.emit('message', event)
})
// The app is gone, and its processes with it.
process.on('disconnect', () => process.kill(process.pid, 'SIGKILL'))
Object.assign(process, { parentPort, type: 'utility' })
