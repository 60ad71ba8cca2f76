// Strikes a name and is killed before the store is asked for the `FATAL`th time: `dying.ts FOLDER PERSON FATAL WHAT`.
import { makeDesk } from '../../../../electron/desk/desk.ts'
import { openStore } from '../../../../electron/store/open.ts'
import type { Store } from '../../../../electron/store/transaction.ts'
import { newRequestId, personIdSchema, storyIdSchema } from '../../../../shared/model/ids.ts'

const [, , folder = '', person = '', fatal = '0', what = ''] = process.argv
const store = await openStore(folder)
let asked = 0
let isArmed = false
const count = () => {
  if (isArmed && ++asked === Number(fatal)) process.kill(process.pid, 'SIGKILL')
}
const mortal: Store = {
  ...store,
  transaction(work) {
    count()
    return store.transaction(work)
  },
  apart(work) {
    count()
    return store.apart(work)
  },
}
const desk = await makeDesk(mortal, folder)
const client = desk.client({ personId: personIdSchema.parse(person), via: 'window' })
isArmed = true
const requestId = newRequestId()
if (what === 'words') await client.striking.strike({ requestId, words: 'Karla Meissner', reason: 'asked' })
else await client.striking.deleteStory({ requestId, storyId: storyIdSchema.parse(what), reason: 'asked' })
process.stdout.write(`${asked}`)
await desk.close()
