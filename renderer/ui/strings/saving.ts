import { inLanguage } from './in-language.ts'

/** Why text is not saved: clauses without a full stop, to stand behind “Not saved:”. */
export const savingStrings = inLanguage({
  en: {
    unreachable: 'the desk cannot be reached',
    unanswered: 'the desk has not answered yet',
    notWritten: (reason: string) => `the desk could not write (${reason})`,
    stepRefused: (reason: string) =>
      `the desk refused the last change (${reason}); undo it, or copy your text`,
    unknownClaim: 'the desk does not know a claim of the last change; undo it, or copy your text',
    noPerson: 'nobody is named at this window yet; say who works here',
    archived: 'the story is archived; restore it',
    takenBack: 'the desk was taken back to a backup; copy your text, then open the window again',
    notFound: 'the story is no longer at the desk; copy your text',
    struck: 'the last change would bring back words that were struck',
    tooLarge: 'the last change is too large for the desk',
    unread: 'the desk could not read the last change; copy your text',
    unexpected: 'the desk met an unexpected error',
    other: (reason: string) => `the desk did not take it (${reason})`,
  },
  de: {
    unreachable: 'der Desk ist nicht erreichbar',
    unanswered: 'der Desk hat noch nicht geantwortet',
    notWritten: (reason: string) => `der Desk konnte nicht schreiben (${reason})`,
    stepRefused: (reason: string) =>
      `der Desk hat die letzte Änderung abgelehnt (${reason}); machen Sie sie rückgängig, oder kopieren Sie Ihren Text`,
    unknownClaim:
      'der Desk kennt eine Aussage der letzten Änderung nicht; machen Sie sie rückgängig, oder kopieren Sie Ihren Text',
    noPerson: 'an diesem Fenster ist noch niemand genannt; sagen Sie, wer hier arbeitet',
    archived: 'der Beitrag ist archiviert; holen Sie ihn aus dem Archiv',
    takenBack:
      'der Desk wurde auf eine Sicherung zurückgesetzt; kopieren Sie Ihren Text und öffnen Sie das Fenster neu',
    notFound: 'der Beitrag ist nicht mehr am Desk; kopieren Sie Ihren Text',
    struck: 'die letzte Änderung brächte getilgte Worte zurück',
    tooLarge: 'die letzte Änderung ist zu groß für den Desk',
    unread: 'der Desk konnte die letzte Änderung nicht lesen; kopieren Sie Ihren Text',
    unexpected: 'am Desk ist ein unerwarteter Fehler aufgetreten',
    other: (reason: string) => `der Desk hat sie nicht angenommen (${reason})`,
  },
})
