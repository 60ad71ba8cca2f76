import {
  chooseWindowLanguage,
  type InEach,
  type WindowLanguage,
} from '../../../shared/model/window-language.ts'
import { preferences } from '../../state/preferences.ts'

/** Read once: another choice takes effect when the window is loaded anew. */
export const windowLanguage: WindowLanguage = chosenLanguage()

/** What the window would be read in if it were loaded now. */
export function chosenLanguage(): WindowLanguage {
  const { language } = preferences.get()
  if (language !== 'system') return language
  return chooseWindowLanguage(navigator.languages ?? [navigator.language])
}

/** The words of one area of the window in the language that the window is in; both have the same shape. */
export function inLanguage<Words>({ en, de }: { en: Words; de: NoInfer<Words> }): Words {
  const both: InEach<Words> = { en, de }
  return both[windowLanguage]
}
