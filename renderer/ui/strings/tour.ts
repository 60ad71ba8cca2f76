import type { TourStep } from '../../state/tour.ts'
import { formatNumber } from '../format.ts'
import { inLanguage } from './in-language.ts'

interface StepWords {
  readonly title: string
  /** Keys stand in it as "{next}". */
  readonly text: string
}

interface TourWords {
  readonly offer: string
  readonly begin: string
  readonly decline: string
  readonly label: string
  readonly count: (step: number, all: number) => string
  readonly back: string
  readonly next: string
  readonly done: string
  readonly skip: string
  readonly steps: Readonly<Record<TourStep, StepWords>>
}

/** Five things to know, each beside what it is about. */
export const tourStrings = inLanguage<TourWords>({
  en: {
    offer: 'New here? Five steps show how a story is checked.',
    begin: 'Show me around',
    decline: 'No, thanks',
    label: 'A look around',
    count: (step, all) => `${formatNumber(step)} of ${formatNumber(all)}`,
    back: 'Back',
    next: 'Next',
    done: 'Done',
    skip: 'Skip the rest',
    steps: {
      text: {
        title: 'Write here, and look here',
        text: 'A story is written and checked in one place. What it claims is underlined, each claim by its status. A mark stays on its words, however they are edited.',
      },
      tag: {
        title: 'Tag what is claimed',
        text: 'Put the caret in a sentence or a quote and press {tag}: it becomes a claim. Press again to take in more; or select any words first.',
      },
      settle: {
        title: 'Settle it by one key',
        text: 'Claims stand in this list. Outside the text {next} goes to the next one, {confirm} confirms it, and {back} takes that back. Nobody settles words that moved meanwhile.',
      },
      backup: {
        title: 'Tie it to what it rests on',
        text: '{add} adds backup to the open claim: a document, a page, a person, with the place and the words in it. A confidential source leaves the desk only as described in print.',
      },
      on: {
        title: 'All else has a name',
        text: '{palette} opens every command, with its key. There is no saving: each keystroke is on the disk before the bar below says so. Exports hand the story on with its backup.',
      },
    },
  },
  de: {
    offer: 'Neu hier? Fünf Schritte zeigen, wie ein Beitrag geprüft wird.',
    begin: 'Rundgang beginnen',
    decline: 'Nein, danke',
    label: 'Ein Rundgang',
    count: (step, all) => `${formatNumber(step)} von ${formatNumber(all)}`,
    back: 'Zurück',
    next: 'Weiter',
    done: 'Fertig',
    skip: 'Rest überspringen',
    steps: {
      text: {
        title: 'Hier wird geschrieben und geprüft',
        text: 'Schreiben und Prüfen geschieht am selben Ort. Was der Beitrag behauptet, ist unterstrichen, jede Aussage nach ihrem Status. Eine Markierung bleibt auf ihren Worten, wie immer sie redigiert werden.',
      },
      tag: {
        title: 'Markieren, was behauptet wird',
        text: 'Setzen Sie die Schreibmarke in einen Satz oder ein Zitat und drücken Sie {tag}: So wird daraus eine Aussage. Noch einmal gedrückt, fasst sie mehr; oder Sie wählen die Worte vorher aus.',
      },
      settle: {
        title: 'Mit einer Taste entscheiden',
        text: 'In dieser Liste stehen die Aussagen. Außerhalb des Textes führt {next} zur nächsten, {confirm} bestätigt sie, und {back} nimmt das zurück. Worte, die sich inzwischen geändert haben, entscheidet niemand.',
      },
      backup: {
        title: 'Belegen, worauf sie sich stützt',
        text: '{add} fügt der offenen Aussage einen Beleg hinzu: ein Dokument, eine Seite, eine Person, mit Fundstelle und Wortlaut. Eine vertrauliche Quelle verlässt den Desk nur so, wie sie im Text umschrieben wird.',
      },
      on: {
        title: 'Alles andere hat einen Namen',
        text: '{palette} öffnet alle Befehle mit ihren Tasten. Speichern müssen Sie nie: Jeder Anschlag ist auf dem Datenträger, bevor die Zeile unten es sagt. Exporte geben den Beitrag samt Belegen weiter.',
      },
    },
  },
})
