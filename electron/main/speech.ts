import { chooseWindowLanguage, type InEach, type WindowLanguage } from '../../shared/model/window-language.ts'

let spoken: WindowLanguage = 'en'

/** What the menu, the dialogs and the pages of main speak: as the window that is worked in does. */
export function spokenLanguage(): WindowLanguage {
  return spoken
}

/** @returns whether that is another language than before */
export function speak(language: WindowLanguage): boolean {
  const isOther = language !== spoken
  spoken = language
  return isOther
}

/** Until a window has said what it speaks. @param preferred the system's languages, the most preferred first */
export function speakAsSystem(preferred: readonly string[]): void {
  spoken = chooseWindowLanguage(preferred)
}

export function inSpoken<Words>(both: InEach<Words>): Words {
  return both[spoken]
}
