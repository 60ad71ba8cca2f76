import { Menu, session, type WebContents } from 'electron'
import { APP_ORIGIN } from '../../shared/contract/shell.ts'
import { contextTemplate } from './context-menu.ts'
import { dictionariesFor } from './languages.ts'
import type { Windows } from './windows.ts'

/**
 * Spelling is checked in the language of the story that is worked in, by the system's own checker on a Mac and
 * elsewhere by dictionaries that lie in the `Dictionaries` folder of the window's data already. None is ever
 * fetched: Electron would ask a server of Google's for them.
 */
export function checkSpelling(windows: Windows): void {
  const { defaultSession } = session
  // An address that no network leads to.
  defaultSession.setSpellCheckerDictionaryDownloadURL(`${APP_ORIGIN}/dictionaries/`)
  let shown = ''
  const choose = () => {
    const language = windows.current()?.report().language ?? null
    const wanted = dictionariesFor(language, defaultSession.availableSpellCheckerLanguages)
    if (wanted.join() === shown) return
    shown = wanted.join()
    defaultSession.setSpellCheckerLanguages(wanted)
  }
  windows.onChange(choose)
  choose()
}

/** The menu under the pointer, with what the dictionary suggests. */
export function offerContextMenu(webContents: WebContents): void {
  webContents.on('context-menu', (_event, clicked) => {
    const template = contextTemplate(clicked, {
      replace: (word) => webContents.replaceMisspelling(word),
      learn: (word) => webContents.session.addWordToSpellCheckerDictionary(word),
    })
    if (template.length > 0) Menu.buildFromTemplate(template).popup()
  })
}
