import type { FindingVocabulary } from './vocabulary.ts'

const list = (words: string): string[] => words.trim().split(/\s+/u)
const lists = (words: string): string[][] => words.trim().split('|').map(list)

export const english: FindingVocabulary = {
  tolls: lists(
    'killed dead died deaths death fatalities perished | injured wounded hurt injuries hospitalized hospitalised | missing unaccounted | arrested detained arrests',
  ),
  partial: list(
    'again another more other others additional further including of them among last first each per every',
  ),
  approximate: list(
    'about around nearly almost roughly approximately some over than least up most under below above close estimated maybe perhaps',
  ),
  changes: list(
    'rose fell increased decreased grew shrank dropped climbed jumped declined rise fall increase decrease growth drop decline up down soared slumped gained lost rising falling increasing cut raised surged plunged slid risen fallen grown',
  ),
  from: list('from'),
  to: list('to'),
  of: list('of'),
  rest: list('rest remaining remainder'),
  definite: list('the this that its his her their'),
  formers: list('former ex late then then- ex-president onetime erstwhile outgoing incoming'),
  ladders: [
    [
      ['president'],
      ['vice president', 'vice-president'],
      ['prime minister', 'premier'],
      ['minister'],
      ['secretary'],
      ['governor', 'gov'],
      ['mayor'],
      ['senator', 'sen'],
      ['ambassador'],
      ['chancellor'],
      ['congressman', 'congresswoman', 'representative', 'rep'],
    ],
    [
      ['sergeant', 'sgt'],
      ['lieutenant', 'lt'],
      ['captain', 'capt'],
      ['major', 'maj'],
      ['colonel', 'col'],
      ['general', 'gen'],
      ['admiral', 'adm'],
    ],
    [['ceo'], ['cfo'], ['coo'], ['cto'], ['chairman', 'chairwoman', 'chair', 'chairperson']],
    [['bishop'], ['archbishop'], ['cardinal'], ['pope']],
    [['king'], ['queen'], ['prince'], ['princess']],
    [['detective'], ['sheriff'], ['superintendent'], ['constable'], ['inspector']],
  ],
  offices: list(
    'defense defence foreign finance interior health justice education labor labour treasury trade energy environment transport home housing agriculture culture economy',
  ),
  once: lists('born | founded established | died | built | abolished dissolved disbanded'),
  events: lists(
    'arrested | killed | shot | signed | resigned | married | elected | appointed | released | convicted | sentenced | sworn | crashed | buried | charged | extradited | acquitted',
  ),
  headline: lists(
    `first | only sole | never | unprecedented | record | largest biggest greatest | smallest | highest tallest | lowest | longest | oldest | youngest | fastest | richest wealthiest |
    deadliest bloodiest | hottest warmest | coldest | worst | best | nobody none | always`,
  ),
  variants: [
    ['per cent', 'percent'],
    ['advisor', 'adviser'],
    ['grey', 'gray'],
    ['e-mail', 'email'],
    ['color', 'colour'],
    ['center', 'centre'],
    ['labor', 'labour'],
    ['defense', 'defence'],
    ['towards', 'toward'],
    ['health care', 'healthcare'],
    ['web site', 'website'],
    ['cease-fire', 'ceasefire'],
    ['cooperation', 'co-operation'],
    ['ok', 'okay'],
    ['judgment', 'judgement'],
    ['program', 'programme'],
    ['organization', 'organisation'],
    ['recognize', 'recognise'],
    ['realize', 'realise'],
    ['traveled', 'travelled'],
    ['labeled', 'labelled'],
    ['canceled', 'cancelled'],
  ],
}
