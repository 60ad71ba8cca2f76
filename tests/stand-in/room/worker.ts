// The utility process of the room: gives back what comes through its port.
interface Port {
  on(event: 'message', listener: (event: { data: unknown }) => void): void
  postMessage(message: unknown): void
  start(): void
}
interface ParentPort {
  on(event: 'message', listener: (event: { data: unknown; ports: Port[] }) => void): void
  postMessage(message: unknown): void
}

const { parentPort } = process as typeof process & { parentPort: ParentPort }
parentPort.on('message', ({ ports: [port] }) => {
  port?.on('message', ({ data }) => port.postMessage(data))
  port?.start()
  parentPort.postMessage({ words: process.argv.slice(2), type: Reflect.get(process, 'type') })
})
