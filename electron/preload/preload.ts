import { contextBridge, ipcRenderer } from 'electron'
import {
  APP_ORIGIN,
  ASK_CHANNEL,
  CHOOSE_CHANNEL,
  CONNECT_CHANNEL,
  DRAG_CHANNEL,
  LISTEN_CHANNEL,
  OPEN_COPY_CHANNEL,
  PORT_CHANNEL,
  PORT_MESSAGE,
  REPORT_CHANNEL,
  SAVE_ANSWER_CHANNEL,
  type Shell,
} from '../../shared/contract/shell.ts'

const shell: Shell = {
  connect(ticket, personId) {
    ipcRenderer.send(CONNECT_CHANNEL, ticket, personId)
  },
  listen(hear) {
    ipcRenderer.removeAllListeners(ASK_CHANNEL)
    ipcRenderer.on(ASK_CHANNEL, (_event, ask: unknown) => hear(ask))
    ipcRenderer.send(LISTEN_CHANNEL)
  },
  report(report) {
    ipcRenderer.send(REPORT_CHANNEL, report)
  },
  answerSave(ticket, answer) {
    ipcRenderer.send(SAVE_ANSWER_CHANNEL, ticket, answer)
  },
  chooseFiles: () => ipcRenderer.invoke(CHOOSE_CHANNEL),
  dragOut(hash, name) {
    ipcRenderer.send(DRAG_CHANNEL, hash, name)
  },
  openCopy(hash, name) {
    ipcRenderer.send(OPEN_COPY_CHANNEL, hash, name)
  },
}
contextBridge.exposeInMainWorld('stet', shell)

// The bridge carries no ports; a message to our own window does, and to our own origin alone.
ipcRenderer.on(PORT_CHANNEL, (event, ticket: unknown) => {
  window.postMessage({ kind: PORT_MESSAGE, ticket }, APP_ORIGIN, event.ports)
})
