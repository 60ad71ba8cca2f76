import { type Preferences, prefer } from '../../state/preferences.ts'
import { whenAllSaved } from '../../state/unsaved.ts'
import { chosenLanguage, windowLanguage } from '../../ui/strings/in-language.ts'
import { strings } from '../../ui/strings.ts'

const savingMs = 6000

/**
 * Has the window read in another language, by loading it anew once the desk has everything that is in it.
 *
 * @returns why that cannot be now; then nothing changed
 */
export async function readIn(language: Preferences['language']): Promise<string | undefined> {
  const answer = await whenAllSaved(savingMs)
  if (answer.kind === 'notSaved') return strings.language.notNow(answer.reason)
  prefer({ language })
  if (chosenLanguage() !== windowLanguage) location.reload()
  return undefined
}
