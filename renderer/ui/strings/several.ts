import { formatNumber, plural } from '../format.ts'
import { inLanguage } from './in-language.ts'

/** What is said of several claims that are settled together. */
export const severalStrings = inLanguage({
  en: {
    hint: 'With Shift and the arrow keys several are selected, with Control or Command and A all.',
    selectedRow: 'Selected',
    title: 'Selected claims',
    count: (count: number) => plural(count, '# claim selected', '# claims selected'),
    none: 'No claims are selected any more.',
    status: 'Status for all of them',
    each: 'Each is settled on the words that it has now.',
    drop: 'Select nothing',
    settled: (count: number, status: string) => plural(count, `# claim: ${status}.`, `# claims: ${status}.`),
    left: (count: number) =>
      plural(
        count,
        '# was left as it is: its words moved, or somebody settled it meanwhile. It is still selected.',
        '# were left as they are: their words moved, or somebody settled them meanwhile. They are still selected.',
      ),
    noneSettled: 'None was settled',
    takenBack: (count: number) => plural(count, '# settling taken back.', '# settlings taken back.'),
    reasonTitle: (count: number) => `Why are these ${formatNumber(count)} not facts?`,
    reasonLead: 'The reason stays with each of the claims.',
  },
  de: {
    hint: 'Mit Umschalt und den Pfeiltasten wählen Sie mehrere aus, mit Strg oder Befehl und A alle.',
    selectedRow: 'Ausgewählt',
    title: 'Ausgewählte Aussagen',
    count: (count: number) => plural(count, '# Aussage ausgewählt', '# Aussagen ausgewählt'),
    none: 'Es ist keine Aussage mehr ausgewählt.',
    status: 'Status für alle zusammen',
    each: 'Jede wird mit dem Wortlaut entschieden, den sie jetzt hat.',
    drop: 'Nichts auswählen',
    settled: (count: number, status: string) =>
      plural(count, `# Aussage: ${status}.`, `# Aussagen: ${status}.`),
    left: (count: number) =>
      plural(
        count,
        '# blieb, wie sie ist: Ihr Wortlaut hat sich geändert, oder jemand hat sie inzwischen entschieden. Sie ist noch ausgewählt.',
        '# blieben, wie sie sind: Ihr Wortlaut hat sich geändert, oder jemand hat sie inzwischen entschieden. Sie sind noch ausgewählt.',
      ),
    noneSettled: 'Keine wurde entschieden',
    takenBack: (count: number) =>
      plural(count, '# Entscheidung zurückgenommen.', '# Entscheidungen zurückgenommen.'),
    reasonTitle: (count: number) => `Warum sind diese ${formatNumber(count)} keine Fakten?`,
    reasonLead: 'Die Begründung bleibt bei jeder der Aussagen.',
  },
})
