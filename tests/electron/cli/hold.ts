/** Opens the desk in the folder that it is given and holds it until it is killed. */
import { argv } from 'node:process'
import { openDesk } from '../../../electron/desk/desk.ts'
import { announce } from '../../../electron/store/lock.ts'

const [folder = '', url = ''] = argv.slice(2)
await openDesk({ folder, via: 'window' })
if (url !== '') await announce(folder, url)
console.log('held')
setInterval(() => undefined, 1000)
