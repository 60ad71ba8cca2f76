import { contextBridge, ipcRenderer } from 'electron'
import {
  APP_ORIGIN,
  CONNECT_CHANNEL,
  PORT_CHANNEL,
  PORT_MESSAGE,
  type Shell,
} from '../../shared/contract/shell.ts'

const shell: Shell = {
  connect(ticket, personId) {
    ipcRenderer.send(CONNECT_CHANNEL, ticket, personId)
  },
}
contextBridge.exposeInMainWorld('stet', shell)

// The bridge carries no ports; a message to our own window does, and to our own origin alone.
ipcRenderer.on(PORT_CHANNEL, (event, ticket: unknown) => {
  window.postMessage({ kind: PORT_MESSAGE, ticket }, APP_ORIGIN, event.ports)
})
