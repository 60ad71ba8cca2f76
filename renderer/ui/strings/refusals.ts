import type { RefusalCode } from '../../../shared/contract/refusals.ts'
import { inLanguage } from './in-language.ts'

export interface Explanation {
  readonly what: string
  readonly safe: string
  readonly next: string
}

/** What a refusal of the desk means to the person before it. */
export const refusalTexts = inLanguage<Record<RefusalCode, Explanation>>({
  en: {
    NOT_FOUND: {
      what: 'That is no longer there.',
      safe: 'Somebody took it away; nothing else changed.',
      next: 'Look for it in the lists again.',
    },
    NO_PERSON: {
      what: 'The desk does not know who you are.',
      safe: 'Nothing was changed.',
      next: 'Say who works here, then try again.',
    },
    BEHIND: {
      what: 'The story went on in another window.',
      safe: 'Your words are kept here.',
      next: 'They are sent again by themselves.',
    },
    STEP_REFUSED: {
      what: 'The desk could not take that change.',
      safe: 'Everything saved before is safe.',
      next: 'Undo the last change, or copy it out and open the story again.',
    },
    UNKNOWN_CLAIM: {
      what: 'That change names a claim that the story does not have.',
      safe: 'Everything saved before is safe.',
      next: 'Undo it and tag the words again.',
    },
    WORDS_MOVED: {
      what: 'The words moved while you were checking them.',
      safe: 'The claim was not settled.',
      next: 'Look at the words again, then settle.',
    },
    REASON_WANTED: {
      what: 'A reason is wanted.',
      safe: 'Nothing was changed.',
      next: 'Say why in a few words: it is kept with your name.',
    },
    SETTLED_MEANWHILE: {
      what: 'Somebody settled the claim while you were checking it.',
      safe: 'Theirs stands; yours was not set.',
      next: 'Look at what they settled, then settle on top of it or leave it.',
    },
    FIX_UNFIT: {
      what: 'That fix does not fit the words.',
      safe: 'The text is as it was.',
      next: 'Suggest other words, or another remedy.',
    },
    DECIDED: {
      what: 'Somebody decided about that fix already.',
      safe: 'Their decision stands.',
      next: 'Look at the claim again.',
    },
    NOT_ANSWERED: {
      what: 'That query has no answer yet.',
      safe: 'Nothing was changed.',
      next: 'Write the answer down first.',
    },
    NOT_FLAGGED: {
      what: 'The claim bears no legal flag.',
      safe: 'Nothing was changed.',
      next: 'Flag it first.',
    },
    NOT_ASKED: {
      what: 'You are not the second reader who was asked for.',
      safe: 'Nothing was changed.',
      next: 'Ask for yourself, or for anybody, as the second reader.',
    },
    NOT_SETTLED: {
      what: 'Nobody has settled the claim yet.',
      safe: 'Nothing was changed.',
      next: 'The second reader comes after the first.',
    },
    SAME_READER: {
      what: 'You settled the claim yourself.',
      safe: 'Nothing was changed.',
      next: 'The second reader is somebody else.',
    },
    NOT_IN_TEXT: {
      what: 'The claim is not in the text.',
      safe: 'Its history and backup are kept.',
      next: 'Put it back on its words first.',
    },
    NOTHING_TO_TAKE_BACK: {
      what: 'There is nothing of yours to take back in this story.',
      safe: 'Nothing was changed.',
      next: 'Set the claim to Unchecked if somebody else settled it.',
    },
    IN_USE: {
      what: 'Something still needs it.',
      safe: 'Nothing was removed.',
      next: 'Take it off the claims that rest on it first.',
    },
    TAKEN: {
      what: 'That name is taken.',
      safe: 'Nothing was changed.',
      next: 'Choose another.',
    },
    UNREADABLE: {
      what: 'That file cannot be read.',
      safe: 'Nothing was imported, and the file is as it was.',
      next: 'Bring it as plain text, Markdown, HTML or Stet JSON.',
    },
    TOO_LARGE: {
      what: 'That file is too large.',
      safe: 'Nothing was stored.',
      next: 'Bring a smaller part of it.',
    },
    ARCHIVED: {
      what: 'The story is archived.',
      safe: 'It is kept as it was.',
      next: 'Restore it first.',
    },
    EDITORS_ONLY: {
      what: 'Only an editor can do that.',
      safe: 'Nothing was struck or deleted.',
      next: 'Ask somebody whose role here is editor.',
    },
    NOT_YOURS: {
      what: 'That is for people of another role here.',
      safe: 'Nothing was changed.',
      next: 'Ask somebody in that role, or change yours among the people of this desk.',
    },
    REASON_UNFIT: {
      what: 'A reason is wanted that does not hold the words themselves.',
      safe: 'Nothing was struck or deleted.',
      next: 'Say why without the name: the reason is kept.',
    },
    TOO_SHORT: {
      what: 'So few letters stand in everything.',
      safe: 'Nothing was struck.',
      next: 'Give more of the name.',
    },
    STRUCK: {
      what: 'Words were struck from the story since it was opened here.',
      safe: 'Everything saved before is safe.',
      next: 'The story is opened anew by itself.',
    },
    TAKEN_BACK: {
      what: 'The desk was taken back to a backup.',
      safe: 'This was not written; what you typed is still here.',
      next: 'Copy it out, then open the window again.',
    },
    GATE_SHUT: {
      what: 'Something still stands in the way.',
      safe: 'The story was not cleared.',
      next: 'Go through what the gate lists, then clear it.',
    },
    ASKED: {
      what: 'Something came up that you have not seen.',
      safe: 'The story was not cleared.',
      next: 'Look at what the gate asks, then clear it.',
    },
    NOT_CLEARED: {
      what: 'The story is not cleared.',
      safe: 'Nothing was changed.',
      next: 'The gate says what stands between; an editor clears it there.',
    },
    NOT_BLOCKING: {
      what: 'That does not block any more.',
      safe: 'Nothing was let pass.',
      next: 'Look at the gate again.',
    },
    ONE_BY_ONE: {
      what: 'That is let pass one by one.',
      safe: 'Nothing was let pass.',
      next: 'Give each its own reason.',
    },
    NOT_SAVED: {
      what: 'The disk did not take it.',
      safe: 'Everything saved before is safe; this was not written.',
      next: 'See whether the disk is full, then try again.',
    },
  },
  de: {
    NOT_FOUND: {
      what: 'Das ist nicht mehr da.',
      safe: 'Jemand hat es entfernt; sonst hat sich nichts geändert.',
      next: 'Suchen Sie es in den Listen noch einmal.',
    },
    NO_PERSON: {
      what: 'Der Desk weiß nicht, wer Sie sind.',
      safe: 'Geändert wurde nichts.',
      next: 'Sagen Sie, wer hier arbeitet, und versuchen Sie es dann erneut.',
    },
    BEHIND: {
      what: 'Am Beitrag wurde in einem anderen Fenster weitergeschrieben.',
      safe: 'Ihre Worte sind hier aufgehoben.',
      next: 'Sie werden von selbst noch einmal übergeben.',
    },
    STEP_REFUSED: {
      what: 'Diese Änderung konnte der Desk nicht annehmen.',
      safe: 'Alles zuvor Gespeicherte ist sicher.',
      next: 'Widerrufen Sie die letzte Änderung, oder kopieren Sie sie heraus und öffnen Sie den Beitrag neu.',
    },
    UNKNOWN_CLAIM: {
      what: 'Die Änderung nennt eine Aussage, die der Beitrag nicht hat.',
      safe: 'Alles zuvor Gespeicherte ist sicher.',
      next: 'Widerrufen Sie sie und markieren Sie die Stelle neu.',
    },
    WORDS_MOVED: {
      what: 'Der Wortlaut hat sich geändert, während Sie prüften.',
      safe: 'Die Aussage wurde nicht entschieden.',
      next: 'Lesen Sie die Stelle noch einmal und entscheiden Sie dann.',
    },
    REASON_WANTED: {
      what: 'Eine Begründung fehlt.',
      safe: 'Geändert wurde nichts.',
      next: 'Sagen Sie in ein paar Worten, warum: Sie bleibt mit Ihrem Namen stehen.',
    },
    SETTLED_MEANWHILE: {
      what: 'Jemand hat über die Aussage entschieden, während Sie sie prüften.',
      safe: 'Jene Entscheidung gilt; Ihre wurde nicht gesetzt.',
      next: 'Sehen Sie sie sich an und entscheiden Sie dann darüber hinweg, oder lassen Sie es dabei.',
    },
    FIX_UNFIT: {
      what: 'Dieser Vorschlag passt nicht zu den Worten.',
      safe: 'Der Text ist, wie er war.',
      next: 'Schlagen Sie andere Worte vor, oder einen anderen Weg.',
    },
    DECIDED: {
      what: 'Über diesen Vorschlag hat schon jemand entschieden.',
      safe: 'Jene Entscheidung gilt.',
      next: 'Sehen Sie sich die Aussage noch einmal an.',
    },
    NOT_ANSWERED: {
      what: 'Auf diese Anfrage gibt es noch keine Antwort.',
      safe: 'Geändert wurde nichts.',
      next: 'Notieren Sie zuerst die Antwort.',
    },
    NOT_FLAGGED: {
      what: 'Die Aussage ist nicht für die Rechtsabteilung markiert.',
      safe: 'Geändert wurde nichts.',
      next: 'Markieren Sie sie zuerst.',
    },
    NOT_ASKED: {
      what: 'Als zweite Leserin oder zweiter Leser sind nicht Sie gefragt.',
      safe: 'Geändert wurde nichts.',
      next: 'Fragen Sie sich selbst oder irgendjemanden für die Zweitlesung an.',
    },
    NOT_SETTLED: {
      what: 'Über die Aussage hat noch niemand entschieden.',
      safe: 'Geändert wurde nichts.',
      next: 'Die Zweitlesung kommt nach der ersten.',
    },
    SAME_READER: {
      what: 'Über die Aussage haben Sie selbst entschieden.',
      safe: 'Geändert wurde nichts.',
      next: 'Zum zweiten Mal liest jemand anderes.',
    },
    NOT_IN_TEXT: {
      what: 'Die Aussage steht nicht im Text.',
      safe: 'Ihre Geschichte und ihre Belege sind aufgehoben.',
      next: 'Setzen Sie sie zuerst wieder auf ihre Stelle.',
    },
    NOTHING_TO_TAKE_BACK: {
      what: 'Von Ihnen gibt es in diesem Beitrag nichts zurückzunehmen.',
      safe: 'Geändert wurde nichts.',
      next: 'Hat jemand anders entschieden, setzen Sie die Aussage auf „Ungeprüft“.',
    },
    IN_USE: {
      what: 'Das wird noch gebraucht.',
      safe: 'Entfernt wurde nichts.',
      next: 'Lösen Sie es zuerst von den Aussagen, die sich darauf stützen.',
    },
    TAKEN: {
      what: 'Dieser Name ist vergeben.',
      safe: 'Geändert wurde nichts.',
      next: 'Wählen Sie einen anderen.',
    },
    UNREADABLE: {
      what: 'Diese Datei lässt sich nicht lesen.',
      safe: 'Importiert wurde nichts, und die Datei ist, wie sie war.',
      next: 'Bringen Sie den Text als reinen Text, Markdown, HTML oder Stet-JSON.',
    },
    TOO_LARGE: {
      what: 'Diese Datei ist zu groß.',
      safe: 'Abgelegt wurde nichts.',
      next: 'Bringen Sie einen kleineren Teil davon.',
    },
    ARCHIVED: {
      what: 'Der Beitrag ist archiviert.',
      safe: 'Er bleibt, wie er war.',
      next: 'Holen Sie ihn zuerst aus dem Archiv.',
    },
    EDITORS_ONLY: {
      what: 'Das darf nur die Redaktion.',
      safe: 'Getilgt oder gelöscht wurde nichts.',
      next: 'Fragen Sie jemanden, der hier die Rolle Redaktion hat.',
    },
    NOT_YOURS: {
      what: 'Das ist Sache einer anderen Rolle.',
      safe: 'Geändert wurde nichts.',
      next: 'Fragen Sie jemanden mit dieser Rolle, oder ändern Sie Ihre unter „Wer an diesem Desk arbeitet“.',
    },
    REASON_UNFIT: {
      what: 'Es braucht eine Begründung, in der die Worte selbst nicht stehen.',
      safe: 'Getilgt oder gelöscht wurde nichts.',
      next: 'Begründen Sie es ohne den Namen: Die Begründung bleibt erhalten.',
    },
    TOO_SHORT: {
      what: 'So wenige Buchstaben stehen überall.',
      safe: 'Getilgt wurde nichts.',
      next: 'Geben Sie mehr vom Namen an.',
    },
    STRUCK: {
      what: 'Seit der Beitrag hier geöffnet wurde, sind Worte daraus getilgt worden.',
      safe: 'Alles zuvor Gespeicherte ist sicher.',
      next: 'Der Beitrag öffnet sich von selbst neu.',
    },
    TAKEN_BACK: {
      what: 'Der Desk wurde auf eine Sicherung zurückgesetzt.',
      safe: 'Dies wurde nicht mehr geschrieben; was Sie getippt haben, ist noch hier.',
      next: 'Kopieren Sie es heraus und öffnen Sie dann das Fenster neu.',
    },
    GATE_SHUT: {
      what: 'Es steht noch etwas im Weg.',
      safe: 'Der Beitrag wurde nicht freigegeben.',
      next: 'Arbeiten Sie ab, was vor der Freigabe aussteht, und geben Sie ihn dann frei.',
    },
    ASKED: {
      what: 'Es ist etwas dazugekommen, das Sie noch nicht gesehen haben.',
      safe: 'Der Beitrag wurde nicht freigegeben.',
      next: 'Sehen Sie an, was vor der Freigabe gefragt wird, und geben Sie ihn dann frei.',
    },
    NOT_CLEARED: {
      what: 'Der Beitrag ist nicht freigegeben.',
      safe: 'Geändert wurde nichts.',
      next: 'Unter „Freigabe“ steht, was fehlt; dort gibt ihn eine Redakteurin oder ein Redakteur frei.',
    },
    NOT_BLOCKING: {
      what: 'Das steht nicht mehr im Weg.',
      safe: 'Durchgelassen wurde nichts.',
      next: 'Sehen Sie noch einmal nach, was vor der Freigabe aussteht.',
    },
    ONE_BY_ONE: {
      what: 'Das wird nur einzeln durchgelassen.',
      safe: 'Durchgelassen wurde nichts.',
      next: 'Nennen Sie für jedes einen eigenen Grund.',
    },
    NOT_SAVED: {
      what: 'Der Datenträger hat es nicht angenommen.',
      safe: 'Alles zuvor Gespeicherte ist sicher; dies wurde nicht geschrieben.',
      next: 'Prüfen Sie, ob der Datenträger voll ist, und versuchen Sie es dann erneut.',
    },
  },
})

export const errorsStrings = inLanguage({
  en: {
    unknown: {
      what: 'That did not work; the fault is ours.',
      safe: 'Everything saved before is safe.',
      next: 'Try again. If it happens twice, the desk’s log says more.',
    },
    closed: {
      what: 'The desk cannot be reached.',
      safe: 'Everything saved before is safe.',
      next: 'Stet keeps trying; once it is back, do it again.',
    },
    badInput: {
      what: 'The desk could not make sense of that.',
      safe: 'Nothing was changed.',
      next: 'Check what was entered and try again.',
    },
    /** @param reason as the desk words it: in English */
    unreadable: (reason: string) => reason,
    loadStories: 'The stories could not be read',
    search: 'The search could not be made',
    loadSources: 'The sources could not be read',
    loadStory: 'The story could not be opened',
    crashed: {
      title: 'This part of the window broke',
      text: 'The fault is ours. What was saved is safe at the desk; open the window again to go on.',
      reload: 'Open the window again',
    },
  },
  de: {
    unknown: {
      what: 'Das hat nicht geklappt; der Fehler liegt bei uns.',
      safe: 'Alles zuvor Gespeicherte ist sicher.',
      next: 'Versuchen Sie es erneut. Geschieht es zweimal, sagt das Fehlerprotokoll des Desks mehr.',
    },
    closed: {
      what: 'Der Desk ist nicht erreichbar.',
      safe: 'Alles zuvor Gespeicherte ist sicher.',
      next: 'Stet versucht es weiter; sobald er wieder da ist, wiederholen Sie es.',
    },
    badInput: {
      what: 'Damit konnte der Desk nichts anfangen.',
      safe: 'Geändert wurde nichts.',
      next: 'Prüfen Sie die Eingabe und versuchen Sie es erneut.',
    },
    unreadable: (reason: string) => `Diese Datei lässt sich nicht lesen. Der Desk sagt dazu: ${reason}`,
    loadStories: 'Die Beiträge konnten nicht gelesen werden',
    search: 'Die Suche war nicht möglich',
    loadSources: 'Die Quellen konnten nicht gelesen werden',
    loadStory: 'Der Beitrag konnte nicht geöffnet werden',
    crashed: {
      title: 'Dieser Teil des Fensters ist ausgefallen',
      text: 'Der Fehler liegt bei uns. Was gespeichert war, liegt sicher am Desk; öffnen Sie das Fenster neu, um weiterzuarbeiten.',
      reload: 'Fenster neu öffnen',
    },
  },
})
