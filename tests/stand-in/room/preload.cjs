const { contextBridge, ipcRenderer } = require('electron')

window.knownToPreload = true

contextBridge.exposeInMainWorld('room', {
  ask: (channel, ...args) => ipcRenderer.invoke(channel, ...args),
  send: (channel, ...args) => ipcRenderer.send(channel, ...args),
  plus: (one, other) => one + other,
  twice: async (ask) => (await ask(1)) + (await ask(2)),
  refuse: () => {
    throw new RangeError('not here')
  },
  deep: { list: [1, { two: 2 }] },
  whatPreloadSees: () => ({ ofPage: typeof window.knownToPage, letter: 'a'.toUpperCase() }),
  exposeAgain() {
    try {
      contextBridge.exposeInMainWorld('room', {})
      return 'exposed'
    } catch (error) {
      return error.message
    }
  },
})

ipcRenderer.on('port', (event, name) => {
  window.postMessage({ port: name }, 'room://one', event.ports)
  // To somebody else's origin: never arrives.
  window.postMessage({ port: 'stolen' }, 'room://two')
})
