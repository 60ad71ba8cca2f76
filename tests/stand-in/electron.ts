// What `import … from 'electron'` gives in the main process. Whatever is missing here the app does not use, or
// its import fails by name.
export { app } from './app.ts'
export { BrowserWindow } from './browser-window.ts'
export { dialog } from './dialog.ts'
export { ipcMain } from './ipc-main.ts'
export { Menu, MenuItem } from './menu.ts'
export { MessageChannelMain, MessagePortMain } from './message-port.ts'
export { protocol } from './schemes.ts'
export { session } from './session.ts'
export {
  clipboard,
  nativeImage,
  nativeTheme,
  net,
  powerMonitor,
  screen,
  shell,
} from './system.ts'
export { utilityProcess } from './utility-process.ts'
