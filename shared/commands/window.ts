import { type Status, statusNames } from '../model/claim.ts'
import type { InEach } from '../model/window-language.ts'

export type CommandGroup =
  | 'Claims'
  | 'FirstPass'
  | 'Pencil'
  | 'Status'
  | 'Backup'
  | 'Tagging'
  | 'Story'
  | 'Window'
  | 'Text'

export const commandGroupNames: InEach<Record<CommandGroup, string>> = {
  en: {
    Claims: 'Claims',
    FirstPass: 'First pass',
    Pencil: 'Red pencil',
    Status: 'Status',
    Backup: 'Backup',
    Tagging: 'Tagging',
    Story: 'Story',
    Window: 'Window',
    Text: 'Text',
  },
  de: {
    Claims: 'Aussagen',
    FirstPass: 'Erste Durchsicht',
    Pencil: 'Rotstift',
    Status: 'Status',
    Backup: 'Belege',
    Tagging: 'Markieren',
    Story: 'Beitrag',
    Window: 'Fenster',
    Text: 'Text',
  },
}

const statusTitle = (status: Status): InEach => ({ en: statusNames.en[status], de: statusNames.de[status] })

/**
 * One command of the window. Keys are spelled "Mod+Alt+Shift+k": Mod is Command on a Mac, Control elsewhere; the last part is
 * what the key types, lower-case.
 */
export interface KeyedCommand {
  readonly id: string
  readonly title: InEach
  readonly group: CommandGroup
  /** Acts while focus is outside a text field. */
  readonly single?: string
  /** Acts everywhere. */
  readonly chord?: string
  /** A further chord that acts only outside the text, where it means something else. */
  readonly chordOutside?: string
  /** Acts by Stet's own menu in Electron; a browser keeps these keys for itself. */
  readonly menuChord?: string
  /** Wants to know more before it does anything: menus write "…" behind its title. */
  readonly asks?: true
}

/** The sources that claims of the story rest on already, by a figure each. */
export const attachUsed = ([1, 2, 3, 4, 5, 6, 7, 8, 9] as const).map((nth) => ({
  id: `attachUsed.${nth}` as const,
  title: { en: `Attach source ${nth} of those used here`, de: `Quelle ${nth} der hier genutzten anhängen` },
  group: 'Pencil' as const,
  single: `${nth}` as const,
}))

/**
 * The window's commands: the dispatch, the palette, the list of keys and Electron's menu all read this one
 * table. Chords use
 * what Chrome, Edge, Firefox and Safari leave free on every system, so not Mod+Alt with B C D E F H I J K L M P Q
 * R S T U W Z (inspectors, downloads, print, quit, dock, minimise, terminal, lock).
 */
export const windowCommands = [
  {
    id: 'nextClaim',
    title: { en: 'Next claim', de: 'Nächste Aussage' },
    group: 'Claims',
    single: 'j',
    chord: 'Mod+Alt+.',
  },
  {
    id: 'previousClaim',
    title: { en: 'Previous claim', de: 'Vorige Aussage' },
    group: 'Claims',
    single: 'k',
    chord: 'Mod+Alt+,',
  },
  {
    id: 'nextOpenClaim',
    title: { en: 'Next claim left to check', de: 'Nächste offene Aussage' },
    group: 'Claims',
    single: 'n',
    chord: 'Mod+Alt+;',
  },
  {
    id: 'showClaim',
    title: { en: 'Show the claim in the text', de: 'Aussage im Text zeigen' },
    group: 'Claims',
    single: 'Enter',
  },
  {
    id: 'closeClaim',
    title: { en: 'Close the claim', de: 'Aussage schließen' },
    group: 'Claims',
    single: 'Escape',
  },
  {
    id: 'noteClaim',
    title: { en: 'Write a note', de: 'Notiz schreiben' },
    group: 'Claims',
    single: 'm',
    chord: "Mod+Alt+'",
  },
  {
    id: 'legalClaim',
    title: { en: 'Flag for legal, or not', de: 'Dem Recht vorlegen oder nicht' },
    group: 'Claims',
    single: 'g',
    chord: 'Mod+Alt+g',
  },
  {
    id: 'takeClaim',
    title: { en: 'Assign to me, or to nobody', de: 'Mir zuteilen oder niemandem' },
    group: 'Claims',
    single: 's',
    chord: 'Mod+Alt+Shift+m',
  },
  {
    id: 'assignClaim',
    title: { en: 'Assign to somebody', de: 'Jemandem zuteilen' },
    group: 'Claims',
    single: 'p',
    chord: 'Mod+Alt+Shift+o',
    asks: true,
  },
  {
    id: 'giveClaims',
    title: { en: 'Give claims to somebody', de: 'Aussagen jemandem zuteilen' },
    group: 'Claims',
    single: ',',
    asks: true,
  },
  {
    id: 'askClaim',
    title: { en: 'Ask somebody about it', de: 'Jemanden dazu fragen' },
    group: 'Claims',
    single: 'r',
    chord: 'Mod+Alt+Shift+k',
    asks: true,
  },
  {
    id: 'fixClaim',
    title: { en: 'Suggest a fix', de: 'Korrektur vorschlagen' },
    group: 'Claims',
    single: '=',
    chord: 'Mod+Alt+Shift+x',
    asks: true,
  },
  {
    id: 'letPass',
    title: { en: 'Let the claim pass all the same', de: 'Aussage trotzdem durchlassen' },
    group: 'Claims',
    single: 'Shift+l',
    asks: true,
  },
  {
    id: 'switchKind',
    title: { en: 'Statement or quote', de: 'Angabe oder Zitat' },
    group: 'Claims',
    single: 'd',
    chord: 'Mod+Alt+3',
  },
  {
    id: 'mergeClaim',
    title: { en: 'Merge with the next claim', de: 'Mit der nächsten Aussage verbinden' },
    group: 'Claims',
    single: 'y',
    chord: 'Mod+Alt+Shift+y',
  },
  {
    id: 'firstPass',
    title: { en: 'First pass, or back to the claims', de: 'Erste Durchsicht oder zurück zu den Aussagen' },
    group: 'FirstPass',
    single: 'Shift+f',
  },
  {
    id: 'nextProposal',
    title: { en: 'Next proposed claim', de: 'Nächster Vorschlag' },
    group: 'FirstPass',
    single: 'Shift+j',
  },
  {
    id: 'previousProposal',
    title: { en: 'Previous proposed claim', de: 'Voriger Vorschlag' },
    group: 'FirstPass',
    single: 'Shift+k',
  },
  {
    id: 'acceptProposal',
    title: { en: 'Accept the proposed claim', de: 'Vorschlag übernehmen' },
    group: 'FirstPass',
    single: 'Shift+a',
  },
  {
    id: 'acceptAlike',
    title: { en: 'Accept all proposed for the same reason', de: 'Alle Vorschläge dieser Art übernehmen' },
    group: 'FirstPass',
    single: 'Shift+e',
  },
  {
    id: 'dismissProposal',
    title: { en: 'Dismiss the proposed claim', de: 'Vorschlag verwerfen' },
    group: 'FirstPass',
    single: 'Shift+x',
  },
  {
    id: 'takeBackDecision',
    title: {
      en: 'Take back what I last accepted or dismissed',
      de: 'Letztes Übernehmen oder Verwerfen zurücknehmen',
    },
    group: 'FirstPass',
    single: 'Shift+z',
  },
  {
    id: 'firstPassRules',
    title: { en: 'Settings of the first pass', de: 'Einstellungen der ersten Durchsicht' },
    group: 'FirstPass',
    asks: true,
  },
  {
    id: 'redPencil',
    title: { en: 'Take up the red pencil, or put it down', de: 'Rotstift nehmen oder weglegen' },
    group: 'Pencil',
    single: 'Shift+p',
    chord: 'Mod+Alt+Shift+r',
  },
  {
    id: 'readSentence',
    title: { en: 'Read: nothing to check in the sentence', de: 'Gelesen: nichts zu prüfen im Satz' },
    group: 'Pencil',
    single: 'Space',
  },
  {
    id: 'readParagraph',
    title: { en: 'Read: nothing to check in the paragraph', de: 'Gelesen: nichts zu prüfen im Absatz' },
    group: 'Pencil',
    single: 'Shift+Space',
  },
  {
    id: 'stopBack',
    title: { en: 'Back to the stop before', de: 'Zurück zur Stelle davor' },
    group: 'Pencil',
    single: 'Backspace',
  },
  {
    id: 'walkOrder',
    title: { en: 'Go by risk, or as in the text', de: 'Nach Risiko gehen oder wie im Text' },
    group: 'Pencil',
    single: 'Shift+o',
  },
  {
    id: 'dimRest',
    title: { en: 'Dim the rest, or not', de: 'Übriges abblenden oder nicht' },
    group: 'Pencil',
    single: 'Shift+d',
  },
  ...attachUsed,
  {
    id: 'settle.confirmed',
    title: statusTitle('confirmed'),
    group: 'Status',
    single: 'c',
    chord: 'Mod+Alt+y',
  },
  { id: 'settle.wrong', title: statusTitle('wrong'), group: 'Status', single: 'w', chord: 'Mod+Alt+x' },
  {
    id: 'settle.unverified',
    title: statusTitle('unverified'),
    group: 'Status',
    single: 'u',
    chord: 'Mod+Alt+v',
  },
  { id: 'settle.queried', title: statusTitle('queried'), group: 'Status', single: 'q', chord: 'Mod+Alt+/' },
  { id: 'settle.onAuthor', title: statusTitle('onAuthor'), group: 'Status', single: 'a', chord: 'Mod+Alt+o' },
  { id: 'settle.notAFact', title: statusTitle('notAFact'), group: 'Status', single: 'f', chord: 'Mod+Alt+n' },
  {
    id: 'settle.unchecked',
    title: statusTitle('unchecked'),
    group: 'Status',
    single: 'x',
    chord: 'Mod+Alt+8',
  },
  {
    id: 'confirmNewWords',
    title: { en: 'Confirm the new words', de: 'Neuen Wortlaut bestätigen' },
    group: 'Status',
    single: '.',
    chord: 'Mod+Alt+Shift+v',
  },
  {
    id: 'takeBack',
    title: { en: 'Take back my last settling', de: 'Meine letzte Entscheidung zurücknehmen' },
    group: 'Status',
    single: 'z',
    chord: 'Mod+Alt+Shift+z',
  },
  {
    id: 'addBackup',
    title: { en: 'Add backup', de: 'Beleg hinzufügen' },
    group: 'Backup',
    single: 'b',
    chord: 'Mod+Alt+Enter',
  },
  {
    id: 'attachLast',
    title: { en: 'Attach the last source again', de: 'Letzte Quelle noch einmal anhängen' },
    group: 'Backup',
    single: 'l',
    chord: 'Mod+Alt+Shift+Enter',
  },
  {
    id: 'tag',
    title: { en: 'Tag the sentence, quote or selection', de: 'Satz, Zitat oder Auswahl markieren' },
    group: 'Tagging',
    single: 't',
  },
  {
    id: 'tagNarrower',
    title: { en: 'Narrow the tag', de: 'Markierung verkleinern' },
    group: 'Tagging',
    single: 'Shift+t',
  },
  {
    id: 'gate',
    title: { en: 'Gate, or back to the claims', de: 'Freigabe oder zurück zu den Aussagen' },
    group: 'Story',
    single: 'Shift+g',
    chord: 'Mod+Alt+Shift+l',
  },
  {
    id: 'clearStory',
    title: { en: 'Clear the story', de: 'Beitrag freigeben' },
    group: 'Story',
    single: 'Shift+c',
  },
  { id: 'newStory', title: { en: 'New story', de: 'Neuer Beitrag' }, group: 'Story', menuChord: 'Mod+n' },
  {
    id: 'import',
    title: { en: 'Import', de: 'Importieren' },
    group: 'Story',
    single: 'i',
    menuChord: 'Mod+o',
    asks: true,
  },
  {
    id: 'export',
    title: { en: 'Export', de: 'Exportieren' },
    group: 'Story',
    single: 'e',
    menuChord: 'Mod+Shift+e',
    asks: true,
  },
  { id: 'print', title: { en: 'Print', de: 'Drucken' }, group: 'Story', chord: 'Mod+p', asks: true },
  { id: 'receipt', title: { en: 'Import receipt', de: 'Importbericht' }, group: 'Story' },
  { id: 'trail', title: { en: 'Trail: who did what', de: 'Protokoll: wer was getan hat' }, group: 'Story' },
  { id: 'duplicate', title: { en: 'Duplicate the story', de: 'Beitrag duplizieren' }, group: 'Story' },
  {
    id: 'archive',
    title: { en: 'Archive the story, or restore it', de: 'Beitrag archivieren oder zurückholen' },
    group: 'Story',
  },
  { id: 'slug', title: { en: 'Change slug', de: 'Slug ändern' }, group: 'Story', asks: true },
  {
    id: 'language',
    title: { en: 'Language of the story', de: 'Sprache des Beitrags' },
    group: 'Story',
    asks: true,
  },
  {
    id: 'deleteForGood',
    title: { en: 'Delete the story for good', de: 'Beitrag endgültig löschen' },
    group: 'Story',
    asks: true,
  },
  {
    id: 'marks',
    title: { en: 'Hide or show all marks', de: 'Alle Markierungen aus- oder einblenden' },
    group: 'Story',
    single: 'h',
  },
  {
    id: 'search',
    title: { en: 'Search stories, claims, sources', de: 'Beiträge, Aussagen, Quellen durchsuchen' },
    group: 'Window',
    single: '/',
  },
  {
    id: 'filterClaims',
    title: { en: 'Filter the claims', de: 'Aussagen filtern' },
    group: 'Window',
    single: "'",
  },
  { id: 'focusText', title: { en: 'Go to the text', de: 'Zum Text' }, group: 'Window', single: 'v' },
  {
    id: 'sources',
    title: { en: 'Sources, or back to the story', de: 'Quellen oder zurück zum Beitrag' },
    group: 'Window',
    single: 'o',
  },
  {
    id: 'queries',
    title: { en: 'Who is waited for, or back to the story', de: 'Offene Anfragen oder zurück zum Beitrag' },
    group: 'Window',
    single: ';',
  },
  { id: 'people', title: { en: 'Who works here', de: 'Wer arbeitet hier' }, group: 'Window' },
  {
    id: 'rules',
    title: { en: 'Rules of the check', de: 'Prüfregeln' },
    group: 'Window',
    asks: true,
  },
  {
    id: 'backups',
    title: { en: 'Backups of the desk', de: 'Sicherungen des Desks' },
    group: 'Window',
    asks: true,
  },
  { id: 'strikeName', title: { en: 'Strike a name', de: 'Namen tilgen' }, group: 'Window', asks: true },
  {
    id: 'stories',
    title: { en: 'Show or hide the stories', de: 'Beiträge ein- oder ausblenden' },
    group: 'Window',
    single: '[',
  },
  {
    id: 'claims',
    title: { en: 'Show or hide the claims', de: 'Aussagen ein- oder ausblenden' },
    group: 'Window',
    single: ']',
  },
  { id: 'larger', title: { en: 'Larger text', de: 'Größere Schrift' }, group: 'Window', single: '+' },
  { id: 'smaller', title: { en: 'Smaller text', de: 'Kleinere Schrift' }, group: 'Window', single: '-' },
  { id: 'plainSize', title: { en: 'Text at 100 %', de: 'Schrift auf 100 %' }, group: 'Window', single: '0' },
  { id: 'theme', title: { en: 'Light or dark', de: 'Hell oder dunkel' }, group: 'Window' },
  {
    id: 'windowLanguage',
    title: { en: 'Language of the window', de: 'Sprache des Fensters' },
    group: 'Window',
    asks: true,
  },
  {
    id: 'palette',
    title: { en: 'All commands', de: 'Alle Befehle' },
    group: 'Window',
    chord: 'Mod+Shift+p',
    chordOutside: 'Mod+k',
  },
  { id: 'tour', title: { en: 'Show me around', de: 'Rundgang' }, group: 'Window' },
  { id: 'keys', title: { en: 'List of keys', de: 'Liste der Tasten' }, group: 'Window', single: '?' },
] as const satisfies readonly KeyedCommand[]

export type CommandId = (typeof windowCommands)[number]['id']
