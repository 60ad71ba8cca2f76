import { expect, it } from 'vitest'
import { type Socket, socketConnect } from '../../../renderer/link/socket.ts'

it('what is said into a socket that is closing is lost with it, and nothing throws where nobody could catch it', async () => {
  const target = new EventTarget()
  const sent: unknown[] = []
  const state = { readyState: 0 }
  const socket = {
    addEventListener: target.addEventListener.bind(target),
    removeEventListener: target.removeEventListener.bind(target),
    get readyState() {
      return state.readyState
    },
    send(message: unknown) {
      sent.push(message)
    },
    close() {},
  } as unknown as Socket
  const connecting = socketConnect(() => socket)(null, new AbortController().signal)
  state.readyState = 1
  target.dispatchEvent(new Event('open'))
  const wire = await connecting
  const calling = new AbortController()
  const call = wire.rpc.call(['desk', 'follow'], undefined, { context: {}, signal: calling.signal })
  const outcome = call.catch(() => 'lost')
  await expect.poll(() => sent.length).toBe(1)
  state.readyState = 2
  // Calling off wants to tell the desk; an error of that is nobody's to catch and would end this test run.
  calling.abort()
  await new Promise((done) => setTimeout(done, 20))
  expect(sent).toHaveLength(1)
  target.dispatchEvent(new Event('close'))
  expect(await outcome).toBe('lost')
})
