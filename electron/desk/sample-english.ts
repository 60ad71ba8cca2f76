import { newSourceDetails } from '../../shared/model/source.ts'
import { type SampleStory, sampleBackup } from './sample-shape.ts'

// Town, river, people and papers are invented; nothing in it is taken from a real report.

export const englishSample: SampleStory = {
  fields: {
    headline: 'Tarnwick’s footbridge opens again after 19 months',
    dek: 'The council says what the repair cost. The builder names a higher figure.',
    byline: 'By Mara Ellison',
    dateline: 'TARNWICK',
    searchTitle: 'Tarnwick footbridge reopens',
    searchDescription: 'The footbridge over the Lorrin is open again, 19 months after the flood.',
  },
  body: [
    {
      kind: 'paragraph',
      text: 'The footbridge over the Lorrin at Tarnwick opened again on Saturday, 19 months after a flood tore away its middle span. About 400 people crossed it in the first hour, the town council said.',
    },
    {
      kind: 'paragraph',
      text: '“We counted every day until this one,” said Odile Brandt, who runs the bakery on the south bank. While the bridge was closed her customers had to go round by the road, a detour of six kilometres.',
    },
    { kind: 'crosshead', text: 'Two figures' },
    {
      kind: 'paragraph',
      text: 'The repair cost 340,000 crowns, according to the council. Hale and Sorrel, the firm that built the new span, put the sum at 372,500 crowns in a letter to this newspaper. The council, the firm wrote, had left out the rope ferry that ran in the meantime.',
    },
    {
      kind: 'paragraph',
      text: '“The figure in our books is the figure we paid,” said the mayor, Tomas Veer. He declined to say who had paid for the ferry.',
    },
    { kind: 'crosshead', text: 'Rust in the north pier' },
    {
      kind: 'paragraph',
      text: 'The bridge was built in 1911 and carries the loveliest walk in the valley. Rust was found in its north pier four years before the flood, according to a person familiar with the inspection.',
    },
    {
      kind: 'paragraph',
      text: '“Nobody should be surprised by what the water did,” the person said.',
    },
    {
      kind: 'paragraph',
      text: 'From now on the council wants the piers looked at every spring. The first inspection is to be in April, before the river rises, and its report is to hang in the town hall, where everybody in Tarnwick can read it. Brandt said that she would go and read every page.',
    },
  ],
  sources: {
    bridgeFile: {
      ...newSourceDetails('document', 'Bridge file, folders 3 and 4'),
      publisher: 'Town council of Tarnwick',
      date: '2024',
      note: 'Copied in the town hall. Folder 3 holds the accounts, folder 4 the old drawings.',
    },
    letter: {
      ...newSourceDetails('document', 'Letter about the cost of the new span'),
      publisher: 'Hale and Sorrel',
      date: '12 October 2024',
    },
    interview: {
      ...newSourceDetails('recording', 'Interview with Odile Brandt, 14 minutes'),
      publisher: 'Odile Brandt',
      date: '19 October 2024',
    },
    inspector: {
      ...newSourceDetails('person', 'Ivo Castel, inspected the piers'),
      isConfidential: true,
      terms: 'background',
      codeName: 'Heron',
      printAs: 'a person familiar with the inspection',
      note: 'Met twice. Wants no title that narrows it down.',
    },
  },
  claims: [
    {
      kind: 'statement',
      words: '19 months after a flood tore away its middle span',
      status: 'confirmed',
      backup: [
        {
          source: 'bridgeFile',
          details: sampleBackup({
            locator: 'folder 3, page 2',
            excerpt: 'Middle span lost in the night to 21 March 2023. Closed until further notice.',
          }),
        },
      ],
    },
    {
      kind: 'statement',
      words: 'About 400 people crossed it in the first hour',
      status: 'queried',
      remark: 'Who counted, and from when to when?',
      note: 'Asked the council’s office for the tally sheet.',
      backup: [],
    },
    {
      kind: 'quote',
      words: '“We counted every day until this one,”',
      speaker: { name: 'Odile Brandt', role: 'runs the bakery on the south bank' },
      status: 'confirmed',
      backup: [
        {
          source: 'interview',
          details: sampleBackup({ locator: '03:12', excerpt: 'We counted every day until this one.' }),
        },
      ],
    },
    {
      kind: 'statement',
      words: 'The repair cost 340,000 crowns',
      status: 'onAuthor',
      remark: 'Both figures are in the story; the writer stands for calling this one the cost.',
      backup: [
        {
          source: 'bridgeFile',
          details: sampleBackup({ locator: 'folder 3, page 9', excerpt: 'Total paid: 340,000.' }),
        },
        {
          source: 'letter',
          details: sampleBackup({
            stance: 'contradicts',
            locator: 'second paragraph',
            excerpt: 'Our invoices come to 372,500, the ferry included.',
          }),
        },
      ],
    },
    {
      kind: 'quote',
      words: '“The figure in our books is the figure we paid,”',
      speaker: { name: 'Tomas Veer', role: 'mayor' },
      backup: [],
    },
    {
      kind: 'statement',
      words: 'The bridge was built in 1911',
      status: 'wrong',
      remark: 'The drawings are of 1909, and so is the first toll. Change the year.',
      backup: [
        {
          source: 'bridgeFile',
          details: sampleBackup({
            stance: 'contradicts',
            locator: 'folder 4, sheet 1',
            excerpt: 'Opened for foot passengers on 2 May 1909.',
          }),
        },
      ],
    },
    {
      kind: 'statement',
      words: 'the loveliest walk in the valley',
      status: 'notAFact',
      remark: 'The writer’s own liking.',
      backup: [],
    },
    {
      kind: 'quote',
      words: '“Nobody should be surprised by what the water did,”',
      speaker: { name: 'a person familiar with the inspection', role: '' },
      status: 'unverified',
      remark: 'One voice only, and on background.',
      isLegal: true,
      backup: [
        {
          source: 'inspector',
          details: sampleBackup({
            stance: 'supports',
            locator: 'second meeting',
            note: 'Read back and agreed to.',
          }),
        },
      ],
    },
  ],
}
