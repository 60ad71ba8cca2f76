import type { FoundFile, PlaceKind } from '../../../shared/model/striking.ts'
import { formatNumber, plural } from '../format.ts'
import { inLanguage } from './in-language.ts'

/** What a striking counts, with the count before it. */
export const placeNames = inLanguage<Record<PlaceKind, (count: number) => string>>({
  en: {
    text: (count) => plural(count, '# time in a text', '# times in texts'),
    steps: (count) => plural(count, '# step of a journal', '# steps of journals'),
    snapshots: (count) => plural(count, '# snapshot', '# snapshots'),
    headlines: (count) => plural(count, '# headline or slug', '# headlines and slugs'),
    claims: (count) => plural(count, '# entry of a claim', '# entries of claims'),
    settlings: (count) => plural(count, '# settling', '# settlings'),
    readings: (count) => plural(count, '# sentence marked as read', '# sentences marked as read'),
    dismissals: (count) => plural(count, '# dismissed proposal', '# dismissed proposals'),
    backup: (count) => plural(count, '# entry of backup', '# entries of backup'),
    queries: (count) => plural(count, '# entry of a query', '# entries of queries'),
    fixes: (count) => plural(count, '# entry of a suggested fix', '# entries of suggested fixes'),
    overrides: (count) => plural(count, '# entry of what was let pass', '# entries of what was let pass'),
    clearings: (count) => plural(count, '# clearing of a story', '# clearings of stories'),
    sources: (count) => plural(count, '# entry of a source', '# entries of sources'),
    fileNames: (count) => plural(count, '# name of a file', '# names of files'),
    people: (count) => plural(count, '# person who works here', '# people who work here'),
    receipts: (count) => plural(count, '# import receipt', '# import receipts'),
    trail: (count) => plural(count, '# event of the trail', '# events of the trail'),
    answers: (count) => plural(count, '# kept answer', '# kept answers'),
  },
  de: {
    text: (count) => plural(count, '# Mal in einem Text', '# Mal in Texten'),
    steps: (count) => plural(count, '# Schritt eines Journals', '# Schritte von Journalen'),
    snapshots: (count) => plural(count, '# Zwischenstand', '# Zwischenstände'),
    headlines: (count) => plural(count, '# Titel oder Slug', '# Titel und Slugs'),
    claims: (count) => plural(count, '# Eintrag einer Aussage', '# Einträge von Aussagen'),
    settlings: (count) => plural(count, '# Entscheidung', '# Entscheidungen'),
    readings: (count) => plural(count, '# gelesener Satz', '# gelesene Sätze'),
    dismissals: (count) => plural(count, '# verworfener Vorschlag', '# verworfene Vorschläge'),
    backup: (count) => plural(count, '# Eintrag eines Belegs', '# Einträge von Belegen'),
    queries: (count) => plural(count, '# Eintrag einer Anfrage', '# Einträge von Anfragen'),
    fixes: (count) =>
      plural(count, '# Eintrag eines Korrekturvorschlags', '# Einträge von Korrekturvorschlägen'),
    overrides: (count) => plural(count, '# Eintrag von Durchgelassenem', '# Einträge von Durchgelassenem'),
    clearings: (count) => plural(count, '# Freigabe eines Beitrags', '# Freigaben von Beiträgen'),
    sources: (count) => plural(count, '# Eintrag einer Quelle', '# Einträge von Quellen'),
    fileNames: (count) => plural(count, '# Dateiname', '# Dateinamen'),
    people: (count) => plural(count, '# Person, die hier arbeitet', '# Personen, die hier arbeiten'),
    receipts: (count) => plural(count, '# Importbericht', '# Importberichte'),
    trail: (count) => plural(count, '# Eintrag im Protokoll', '# Einträge im Protokoll'),
    answers: (count) => plural(count, '# aufbewahrte Antwort', '# aufbewahrte Antworten'),
  },
})

export const fileUses = inLanguage<Record<FoundFile['usedAs'], string>>({
  en: {
    source: 'attached to a source',
    figure: 'a picture',
    import: 'what a story was imported from',
    nothing: 'not used',
  },
  de: {
    source: 'an eine Quelle angehängt',
    figure: 'ein Bild',
    import: 'daraus wurde ein Beitrag importiert',
    nothing: 'ungenutzt',
  },
})

export const strikingStrings = inLanguage({
  en: {
    item: 'Strike a name…',
    deleteItem: 'Delete for good…',
    title: 'Strike a name',
    lead: 'Takes words out of everything that this desk keeps, also of what was deleted and of its backups. There is no undo.',
    words: 'Words to strike',
    wordsHint:
      'A name as it may stand anywhere. Case, accents, hyphens and the order of first and last name do not count.',
    wholeWords: 'Only as whole words',
    wholeWordsHint: 'Otherwise also inside longer words, as in a compound or a genitive.',
    onlyStory: (story: string) => `Only in “${story}”`,
    onlyStoryHint: 'With its trail and its receipt. Sources and other stories keep the words.',
    look: 'See what would go',
    looking: 'Looking through everything…',
    nothing:
      'The words stand nowhere at this desk. What was deleted without a trace in rows may still lie in its files; striking clears that too.',
    found: 'What would be struck',
    forms: 'As it stands',
    times: (count: number) => `${formatNumber(count)} ×`,
    copies: (count: number) =>
      plural(count, 'and the same in # backup of the desk', 'and the same in # backups of the desk'),
    files: 'Files that hold the words',
    filesHint: 'A file is never edited: it is removed, or kept as it is. Take the tick away to keep one.',
    noName: 'without a name',
    reason: 'Reason',
    reasonHint: 'It is kept in the trail with your name, so without the words themselves.',
    confirm: (words: string) => `Type “${words}” to confirm`,
    outOfReach: 'Copies of the folder made elsewhere and files exported earlier are out of reach.',
    strike: 'Strike for good',
    working: 'Striking. This can take a while; do not close Stet.',
    editorsOnly: 'Only an editor can do this. You work here in another role.',
    done: 'Struck for good',
    doneLead: 'The trail tells who struck, when, why and in how many places. It does not tell the words.',
    filesRemoved: (count: number) => plural(count, '# file removed', '# files removed'),
    filesKept: (count: number) =>
      plural(count, '# file kept that holds the words', '# files kept that hold the words'),
    copiesRewritten: (count: number) =>
      plural(count, '# backup of the desk written anew', '# backups of the desk written anew'),
    copyDeleted: (name: string, reason: string) =>
      `The backup ${name} could not be read and was deleted: ${reason}`,
    left: (path: string) => `${path} is not Stet’s and still holds the words.`,
    openedAnew: 'Words were struck from this story, so it was opened anew.',
    openedAnewUnsaved:
      'Words were struck from this story, so it was opened anew. What was typed last may be missing.',
    deleteTitle: 'Delete a story for good',
    deleteLead: (story: string) =>
      `“${story}” goes with its journal, its claims and its trail, and from the backups of the desk. Sources stay. There is no undo.`,
    deleteReasonHint: 'It is kept in the desk’s trail with your name.',
    deleteCounts: {
      steps: (count: number) => plural(count, '# step of its journal', '# steps of its journal'),
      claims: (count: number) => plural(count, '# claim', '# claims'),
      settlings: (count: number) => plural(count, '# settling', '# settlings'),
      backup: (count: number) => plural(count, '# piece of backup', '# pieces of backup'),
      queries: (count: number) => plural(count, '# query', '# queries'),
      fixes: (count: number) => plural(count, '# suggested fix', '# suggested fixes'),
      events: (count: number) => plural(count, '# event of its trail', '# events of its trail'),
    },
    deleteFiles: 'Files that nothing else uses',
    delete: 'Delete for good',
    deleting: 'Deleting. This can take a while; do not close Stet.',
    deleted: 'Deleted for good',
    deletedLead:
      'The desk’s trail tells that there was a story, how much of it, who deleted it, when and why.',
  },
  de: {
    item: 'Namen tilgen …',
    deleteItem: 'Endgültig löschen …',
    title: 'Einen Namen tilgen',
    lead: 'Nimmt Worte aus allem, was dieser Desk aufbewahrt, auch aus Gelöschtem und aus seinen Sicherungen. Das lässt sich nicht rückgängig machen.',
    words: 'Zu tilgende Worte',
    wordsHint:
      'Ein Name, wie er irgendwo stehen mag. Großschreibung, Akzente, Bindestriche und die Reihenfolge von Vor- und Nachname zählen nicht.',
    wholeWords: 'Nur als ganze Wörter',
    wholeWordsHint: 'Sonst auch in längeren Wörtern, etwa in Zusammensetzungen oder im Genitiv.',
    onlyStory: (story: string) => `Nur in „${story}“`,
    onlyStoryHint:
      'Samt seinem Protokoll und seinem Importbericht. Quellen und andere Beiträge behalten die Worte.',
    look: 'Zeigen, was wegfiele',
    looking: 'Alles wird durchgesehen …',
    nothing:
      'Die Worte stehen nirgends an diesem Desk. Was spurlos gelöscht wurde, kann noch in seinen Dateien liegen; das Tilgen räumt auch das aus.',
    found: 'Was getilgt würde',
    forms: 'So steht es da',
    times: (count: number) => `${formatNumber(count)} ×`,
    copies: (count: number) =>
      plural(count, 'und dasselbe in # Sicherung des Desks', 'und dasselbe in # Sicherungen des Desks'),
    files: 'Dateien, in denen die Worte stehen',
    filesHint:
      'Eine Datei wird nie verändert: Sie wird entfernt oder bleibt, wie sie ist. Nehmen Sie das Häkchen weg, um sie zu behalten.',
    noName: 'ohne Namen',
    reason: 'Begründung',
    reasonHint: 'Sie bleibt mit Ihrem Namen im Protokoll, also ohne die Worte selbst.',
    confirm: (words: string) => `Tippen Sie zur Bestätigung „${words}“`,
    outOfReach: 'Anderswo gemachte Kopien des Ordners und früher exportierte Dateien sind außer Reichweite.',
    strike: 'Endgültig tilgen',
    working: 'Wird getilgt. Das kann eine Weile dauern; schließen Sie Stet nicht.',
    editorsOnly: 'Das darf nur die Redaktion. Sie arbeiten hier in einer anderen Rolle.',
    done: 'Endgültig getilgt',
    doneLead:
      'Das Protokoll sagt, wer wann warum und an wie vielen Stellen getilgt hat. Die Worte nennt es nicht.',
    filesRemoved: (count: number) => plural(count, '# Datei entfernt', '# Dateien entfernt'),
    filesKept: (count: number) =>
      plural(
        count,
        '# Datei behalten, in der die Worte stehen',
        '# Dateien behalten, in denen die Worte stehen',
      ),
    copiesRewritten: (count: number) =>
      plural(count, '# Sicherung des Desks neu geschrieben', '# Sicherungen des Desks neu geschrieben'),
    copyDeleted: (name: string, reason: string) =>
      `Die Sicherung ${name} war nicht lesbar und wurde gelöscht: ${reason}`,
    left: (path: string) => `${path} gehört nicht zu Stet und enthält die Worte noch.`,
    openedAnew: 'Aus diesem Beitrag wurden Worte getilgt, deshalb wurde er neu geöffnet.',
    openedAnewUnsaved:
      'Aus diesem Beitrag wurden Worte getilgt, deshalb wurde er neu geöffnet. Was zuletzt getippt wurde, kann fehlen.',
    deleteTitle: 'Einen Beitrag endgültig löschen',
    deleteLead: (story: string) =>
      `„${story}“ verschwindet mit Journal, Aussagen und Protokoll, auch aus den Sicherungen des Desks. Die Quellen bleiben. Das lässt sich nicht rückgängig machen.`,
    deleteReasonHint: 'Sie bleibt mit Ihrem Namen im Protokoll des Desks.',
    deleteCounts: {
      steps: (count: number) => plural(count, '# Schritt seines Journals', '# Schritte seines Journals'),
      claims: (count: number) => plural(count, '# Aussage', '# Aussagen'),
      settlings: (count: number) => plural(count, '# Entscheidung', '# Entscheidungen'),
      backup: (count: number) => plural(count, '# Beleg', '# Belege'),
      queries: (count: number) => plural(count, '# Anfrage', '# Anfragen'),
      fixes: (count: number) => plural(count, '# Korrekturvorschlag', '# Korrekturvorschläge'),
      events: (count: number) => plural(count, '# Eintrag seines Protokolls', '# Einträge seines Protokolls'),
    },
    deleteFiles: 'Dateien, die sonst niemand braucht',
    delete: 'Endgültig löschen',
    deleting: 'Wird gelöscht. Das kann eine Weile dauern; schließen Sie Stet nicht.',
    deleted: 'Endgültig gelöscht',
    deletedLead:
      'Das Protokoll des Desks sagt, dass es einen Beitrag gab, welchen Umfang er hatte, und wer ihn wann warum gelöscht hat.',
  },
})
