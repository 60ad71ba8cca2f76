import type { FindingVocabulary } from './vocabulary.ts'

const list = (words: string): string[] => words.trim().split(/\s+/u)
const lists = (words: string): string[][] => words.trim().split('|').map(list)

export const german: FindingVocabulary = {
  tolls: lists(
    'tot tote toten toter todesopfer getötet gestorben starben starb | verletzt verletzte verletzten verletzter schwerverletzte leichtverletzte | vermisst vermisste vermissten vermisster | festgenommen festnahmen',
  ),
  partial: list(
    'erneut wieder weitere weiteren weiterer davon darunter anderen andere von ihnen letzten ersten je pro jeweils unter',
  ),
  approximate: list(
    'etwa rund fast beinahe ungefähr knapp über mehr als mindestens bis zu höchstens unter circa ca gut schätzungsweise wohl',
  ),
  changes: list(
    'stieg stiegen sank sanken wuchs wuchsen fiel fielen gestiegen gesunken gefallen gewachsen steigerung rückgang anstieg zunahme abnahme plus minus erhöht erhöhte erhöhten gesenkt senkte kletterte zugenommen abgenommen zulegte gestiegene',
  ),
  from: list('von'),
  to: list('auf'),
  of: list('von der'),
  rest: list('rest übrigen restlichen'),
  definite: list('der die das dem den des dieser diese dieses ihr ihre sein seine'),
  formers: list(
    'ehemalige ehemaliger ehemaligen frühere früherer früheren ex damalige damaliger damaligen einstige einstiger einstigen designierte designierter künftige künftiger scheidende',
  ),
  ladders: [
    [
      ['präsident', 'präsidentin', 'präsidenten', 'staatspräsident', 'staatspräsidentin'],
      ['bundespräsident', 'bundespräsidentin', 'bundespräsidenten'],
      ['vizepräsident', 'vizepräsidentin'],
      ['ministerpräsident', 'ministerpräsidentin', 'ministerpräsidenten'],
      ['premierminister', 'premierministerin', 'premier'],
      ['kanzler', 'kanzlerin', 'bundeskanzler', 'bundeskanzlerin'],
      ['außenminister', 'außenministerin'],
      ['innenminister', 'innenministerin'],
      ['finanzminister', 'finanzministerin'],
      ['verteidigungsminister', 'verteidigungsministerin'],
      ['gesundheitsminister', 'gesundheitsministerin'],
      ['wirtschaftsminister', 'wirtschaftsministerin'],
      ['justizminister', 'justizministerin'],
      ['umweltminister', 'umweltministerin'],
      ['verkehrsminister', 'verkehrsministerin'],
      ['bildungsminister', 'bildungsministerin'],
      ['bürgermeister', 'bürgermeisterin'],
      ['oberbürgermeister', 'oberbürgermeisterin'],
      ['landrat', 'landrätin'],
      ['staatssekretär', 'staatssekretärin'],
      ['botschafter', 'botschafterin'],
    ],
    [['oberst'], ['hauptmann'], ['generalmajor'], ['general']],
    [
      ['vorstandschef', 'vorstandschefin', 'vorstandsvorsitzender', 'vorstandsvorsitzende'],
      ['aufsichtsratschef', 'aufsichtsratschefin'],
    ],
    [['bischof', 'bischöfin'], ['erzbischof'], ['kardinal'], ['papst']],
    [['könig'], ['königin'], ['prinz'], ['prinzessin']],
    [
      ['trainer', 'trainerin'],
      ['bundestrainer', 'bundestrainerin'],
    ],
  ],
  offices: [],
  once: lists('geboren | gegründet | gestorben starb | gebaut erbaut errichtet | abgeschafft aufgelöst'),
  events: lists(
    'festgenommen verhaftet | getötet | erschossen | unterzeichnet | zurückgetreten | geheiratet | gewählt | ernannt | entlassen freigelassen | verurteilt | vereidigt | abgestürzt | beigesetzt | angeklagt | freigesprochen',
  ),
  headline: lists(
    `erste erster erstes erstmals ersten | einzige einziger einziges einzigen | nie niemals | beispiellos beispiellose beispielloser | rekord | größte größter größtes größten | kleinste kleinster | höchste höchster höchsten | niedrigste niedrigster |
    längste längster längsten | älteste ältester ältesten | jüngste jüngster | schnellste schnellster | reichste reichster | schlimmste schlimmster schlimmsten | beste bester besten | niemand | immer`,
  ),
  variants: [
    ['e-mail', 'email'],
    ['dass', 'daß'],
    ['muss', 'muß'],
    ['photo', 'foto'],
    ['aufwendig', 'aufwändig'],
    ['selbständig', 'selbstständig'],
    ['mithilfe', 'mit hilfe'],
    ['aufgrund', 'auf grund'],
    ['zugrunde', 'zu grunde'],
    ['potenzial', 'potential'],
    ['webseite', 'web-seite'],
  ],
}
