/** Run as a process of its own: opens the desk in the folder given, says so, and stays until it is killed. */
import { announce } from '../../../electron/store/lock.ts'
import { openStore } from '../../../electron/store/open.ts'

const folder = process.argv[2] ?? ''
const store = await openStore(folder, { holder: { via: 'window' } })
await announce(folder, 'http://127.0.0.1:4000/?key=k')
await store.transaction((tx) =>
  tx.insertInto('setting').values({ name: 'acknowledged', value: 'yes' }).execute(),
)
console.log('open')
setInterval(() => undefined, 60_000)
