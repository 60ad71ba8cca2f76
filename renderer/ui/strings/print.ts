import { inLanguage } from './in-language.ts'

export const printStrings = inLanguage({
  en: {
    title: 'Print',
    what: 'What is printed',
    story: 'The story',
    storyAbout: 'As readers get it: the words, pictures, tables and notes.',
    proof: 'The galley with its claims',
    proofAbout: 'A line under each claim as its status wants it, its number behind it, links written out.',
    reportHint: 'The check report, with every claim’s backup, is among the exports.',
    print: 'Print',
    legend: 'Lines',
    stands: (moment: string, left: string) => `As of ${moment}, ${left}`,
  },
  de: {
    title: 'Drucken',
    what: 'Was gedruckt wird',
    story: 'Der Beitrag',
    storyAbout: 'Wie er zu den Lesern geht: Text, Bilder, Tabellen und Anmerkungen.',
    proof: 'Die Fahne mit ihren Aussagen',
    proofAbout: 'Unter jeder Aussage die Linie ihres Status, dahinter ihre Nummer, Links ausgeschrieben.',
    reportHint: 'Der Prüfbericht mit allen Belegen steht beim Export.',
    print: 'Drucken',
    legend: 'Linien',
    stands: (moment: string, left: string) => `Stand ${moment}, ${left}`,
  },
})
