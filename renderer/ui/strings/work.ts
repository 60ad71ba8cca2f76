import { formatNumber } from '../format.ts'
import { inLanguage } from './in-language.ts'

/** Of what takes its time, and of stopping it. */
export const workStrings = inLanguage({
  en: {
    stop: 'Stop',
    stopLabel: (text: string) => `Stop: ${text}`,
    stopped: 'Stopped. Nothing is there by halves; what was finished before is kept.',
    ofSeveral: (text: string, at: number, all: number) =>
      `${text} (${formatNumber(at)} of ${formatNumber(all)})`,
    exporting: (format: string) => `Making the file: ${format}…`,
  },
  de: {
    stop: 'Anhalten',
    stopLabel: (text: string) => `Anhalten: ${text}`,
    stopped: 'Angehalten. Halb ist nichts geblieben; was vorher fertig war, ist aufgehoben.',
    ofSeveral: (text: string, at: number, all: number) =>
      `${text} (${formatNumber(at)} von ${formatNumber(all)})`,
    exporting: (format: string) => `Die Datei wird erstellt: ${format} …`,
  },
})
