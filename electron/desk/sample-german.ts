import { newSourceDetails } from '../../shared/model/source.ts'
import { type SampleStory, sampleBackup } from './sample-shape.ts'

// Town, river, people and papers are invented; nothing in it is taken from a real report.

export const germanSample: SampleStory = {
  fields: {
    headline: 'Der Steg von Halmsreuth ist nach 19 Monaten wieder offen',
    dek: 'Die Stadt sagt, was die Reparatur gekostet hat. Die Baufirma nennt eine höhere Summe.',
    byline: 'Von Mara Ellert',
    dateline: 'HALMSREUTH',
    searchTitle: 'Halmsreuth: Der Steg über die Wemme ist wieder offen',
    searchDescription: 'Der Steg über die Wemme ist wieder offen, 19 Monate nach dem Hochwasser.',
  },
  body: [
    {
      kind: 'paragraph',
      text: 'Der Steg über die Wemme in Halmsreuth ist seit Samstag wieder offen, 19 Monate nachdem ein Hochwasser sein mittleres Feld fortgerissen hatte. In der ersten Stunde gingen etwa 400 Menschen hinüber, teilte die Stadt mit.',
    },
    {
      kind: 'paragraph',
      text: '„Wir haben jeden Tag bis heute gezählt“, sagte Ottilie Brandauer, die am Südufer die Bäckerei führt. Solange der Steg gesperrt war, mussten ihre Kunden auf der Straße um die Stadt herum, ein Umweg von sechs Kilometern.',
    },
    { kind: 'crosshead', text: 'Zwei Summen' },
    {
      kind: 'paragraph',
      text: 'Die Reparatur hat 340.000 Euro gekostet, sagt die Stadt. Die Firma Hallweg und Sorge, die das neue Feld gebaut hat, kommt in einem Brief an diese Zeitung auf 372.500 Euro. Die Stadt, schreibt sie, habe die Seilfähre nicht mitgerechnet, die in der Zwischenzeit fuhr.',
    },
    {
      kind: 'paragraph',
      text: '„Was in unseren Büchern steht, haben wir bezahlt“, sagte Bürgermeisterin Hedwig Oest. Wer für die Fähre aufkam, wollte sie nicht sagen.',
    },
    { kind: 'crosshead', text: 'Rost im Nordpfeiler' },
    {
      kind: 'paragraph',
      text: 'Der Steg wurde 1911 gebaut und trägt den schönsten Spazierweg des Tals. Schon vier Jahre vor dem Hochwasser wurde in seinem Nordpfeiler Rost gefunden, sagt eine Person, die die Prüfung kennt.',
    },
    {
      kind: 'paragraph',
      text: '„Niemand durfte von diesem Wasser überrascht sein“, sagte die Person.',
    },
    {
      kind: 'paragraph',
      text: 'Von jetzt an will die Stadt die Pfeiler in jedem Frühjahr ansehen lassen, zum ersten Mal im April, bevor der Fluss steigt. Der Bericht soll im Rathaus hängen, wo ihn alle in Halmsreuth lesen können. Brandauer will hingehen und jede Seite lesen.',
    },
  ],
  sources: {
    bridgeFile: {
      ...newSourceDetails('document', 'Akte zum Steg, Mappen 3 und 4'),
      publisher: 'Stadt Halmsreuth',
      date: '2024',
      note: 'Im Rathaus kopiert. In Mappe 3 liegen die Rechnungen, in Mappe 4 die alten Zeichnungen.',
    },
    letter: {
      ...newSourceDetails('document', 'Brief über die Kosten des neuen Felds'),
      publisher: 'Hallweg und Sorge',
      date: '12. Oktober 2024',
    },
    interview: {
      ...newSourceDetails('recording', 'Gespräch mit Ottilie Brandauer, 14 Minuten'),
      publisher: 'Ottilie Brandauer',
      date: '19. Oktober 2024',
    },
    inspector: {
      ...newSourceDetails('person', 'Ivo Kastner, hat die Pfeiler geprüft'),
      isConfidential: true,
      terms: 'background',
      codeName: 'Reiher',
      printAs: 'eine Person, die die Prüfung kennt',
      note: 'Zweimal getroffen. Will keinen Titel, der den Kreis eng macht.',
    },
  },
  claims: [
    {
      kind: 'statement',
      words: '19 Monate nachdem ein Hochwasser sein mittleres Feld fortgerissen hatte',
      status: 'confirmed',
      backup: [
        {
          source: 'bridgeFile',
          details: sampleBackup({
            locator: 'Mappe 3, Seite 2',
            excerpt: 'Mittleres Feld in der Nacht auf den 21. März 2023 verloren. Bis auf Weiteres gesperrt.',
          }),
        },
      ],
    },
    {
      kind: 'statement',
      words: 'In der ersten Stunde gingen etwa 400 Menschen hinüber',
      status: 'queried',
      remark: 'Wer hat gezählt, und von wann bis wann?',
      note: 'Bei der Stadt nach der Strichliste gefragt.',
      backup: [],
    },
    {
      kind: 'quote',
      words: '„Wir haben jeden Tag bis heute gezählt“',
      speaker: { name: 'Ottilie Brandauer', role: 'führt am Südufer die Bäckerei' },
      status: 'confirmed',
      backup: [
        {
          source: 'interview',
          details: sampleBackup({ locator: '03:12', excerpt: 'Wir haben jeden Tag bis heute gezählt.' }),
        },
      ],
    },
    {
      kind: 'statement',
      words: 'Die Reparatur hat 340.000 Euro gekostet',
      status: 'onAuthor',
      remark: 'Beide Summen stehen im Text; dass diese die Kosten sind, dafür steht die Autorin ein.',
      backup: [
        {
          source: 'bridgeFile',
          details: sampleBackup({ locator: 'Mappe 3, Seite 9', excerpt: 'Gezahlt insgesamt: 340.000.' }),
        },
        {
          source: 'letter',
          details: sampleBackup({
            stance: 'contradicts',
            locator: 'zweiter Absatz',
            excerpt: 'Unsere Rechnungen ergeben 372.500, die Fähre eingeschlossen.',
          }),
        },
      ],
    },
    {
      kind: 'quote',
      words: '„Was in unseren Büchern steht, haben wir bezahlt“',
      speaker: { name: 'Hedwig Oest', role: 'Bürgermeisterin' },
      backup: [],
    },
    {
      kind: 'statement',
      words: 'Der Steg wurde 1911 gebaut',
      status: 'wrong',
      remark: 'Die Zeichnungen sind von 1909, und der erste Brückenzoll auch. Bitte das Jahr ändern.',
      backup: [
        {
          source: 'bridgeFile',
          details: sampleBackup({
            stance: 'contradicts',
            locator: 'Mappe 4, Blatt 1',
            excerpt: 'Für Fußgänger eröffnet am 2. Mai 1909.',
          }),
        },
      ],
    },
    {
      kind: 'statement',
      words: 'den schönsten Spazierweg des Tals',
      status: 'notAFact',
      remark: 'Das gefällt der Autorin so.',
      backup: [],
    },
    {
      kind: 'quote',
      words: '„Niemand durfte von diesem Wasser überrascht sein“',
      speaker: { name: 'eine Person, die die Prüfung kennt', role: '' },
      status: 'unverified',
      remark: 'Nur eine Stimme, und nur als Hintergrund.',
      isLegal: true,
      backup: [
        {
          source: 'inspector',
          details: sampleBackup({ locator: 'zweites Treffen', note: 'Vorgelesen und so bestätigt.' }),
        },
      ],
    },
  ],
}
