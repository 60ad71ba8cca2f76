import { windowLanguage } from './in-language.ts'

/** Of what an import changed and left out, and why: the desk keeps it in English, in the receipt of each story. */
export const germanOfImport: Readonly<Record<string, string>> = {
  // Rules, by name.
  'about the author': 'Angaben zur Person',
  advertisement: 'Anzeige',
  'comment section': 'Kommentarbereich',
  comments: 'Kommentare',
  cookies: 'Cookies',
  drawing: 'Zeichnung',
  embedded: 'Eingebettetes',
  'follow us': 'Folgen Sie uns',
  footer: 'Fußbereich',
  footnote: 'Fußnote',
  'for screen readers': 'für Vorleseprogramme',
  form: 'Formular',
  'front matter': 'Dateikopf',
  hidden: 'verborgen',
  'image without its file': 'Bild ohne Datei',
  'label at the end': 'Beschriftung am Ende',
  'list of links': 'Linkliste',
  loading: 'Ladehinweis',
  navigation: 'Navigation',
  newsletter: 'Newsletter',
  'not cleared': 'nicht freigegeben',
  'other stories': 'andere Beiträge',
  'other title': 'weiterer Titel',
  'outside the story': 'außerhalb des Beitrags',
  'read more': 'Weiterlesen',
  'rights line': 'Rechtevermerk',
  'share bar': 'Teilen-Leiste',
  'side column': 'Seitenspalte',
  'site control': 'Bedienelement',
  'view all': 'Alle anzeigen',
  'window over the page': 'Fenster über der Seite',
  'without scripts': 'ohne Skripte',
  // Their reasons.
  'The label of a comment section': 'Die Überschrift eines Kommentarbereichs',
  'A link to a list elsewhere on the site': 'Ein Link zu einer Liste anderswo auf der Website',
  'Stands where something was still being loaded': 'Stand dort, wo noch etwas geladen wurde',
  'The label or empty place of an advertisement': 'Beschriftung oder leerer Platz einer Anzeige',
  'Buttons for passing the page on': 'Schaltflächen zum Weitergeben der Seite',
  'A notice about cookies or consent': 'Ein Hinweis zu Cookies oder Einwilligung',
  'An invitation to subscribe or to log in': 'Eine Aufforderung, zu abonnieren oder sich anzumelden',
  'An invitation to follow the site elsewhere': 'Eine Aufforderung, der Website anderswo zu folgen',
  'Points to other pages of the site': 'Verweist auf andere Seiten der Website',
  'Operates the page': 'Bedient die Seite',
  'The copyright notice of the site': 'Der Rechtevermerk der Website',
  'A short label behind the comments at the end of the page':
    'Eine kurze Beschriftung hinter den Kommentaren am Ende der Seite',
  'Menus and ways through the site': 'Menüs und Wege durch die Website',
  'The foot of the site or page': 'Der Fuß der Website oder Seite',
  'Stands beside the story': 'Steht neben dem Beitrag',
  'What readers wrote below the story': 'Was das Publikum unter den Beitrag geschrieben hat',
  'The place of an advertisement': 'Der Platz einer Anzeige',
  'An invitation to subscribe': 'Eine Aufforderung zum Abonnieren',
  'Describes the author below or beside the story':
    'Stellt unter oder neben dem Beitrag vor, wer ihn schrieb',
  'A window that opens over the page': 'Ein Fenster, das sich über der Seite öffnet',
  'Fields and buttons of the page': 'Felder und Schaltflächen der Seite',
  'Not shown on the page, read aloud by screen readers':
    'Auf der Seite nicht zu sehen, von Vorleseprogrammen gelesen',
  'The page does not show this': 'Die Seite zeigt es nicht',
  'The page shows this only where scripts are off': 'Die Seite zeigt es nur, wo Skripte abgeschaltet sind',
  'Stands outside the part of the page that holds the story':
    'Steht außerhalb des Seitenteils mit dem Beitrag',
  'Nothing but links to other pages': 'Nichts als Links zu anderen Seiten',
  'The words of a picture whose file did not come with the page':
    'Die Texte eines Bildes, dessen Datei nicht mit der Seite kam',
  'A footnote whose reference is not in the story': 'Eine Fußnote, auf die im Beitrag nichts verweist',
  'Something of another site shown inside the page; nothing is fetched':
    'Etwas von einer anderen Website, in der Seite gezeigt; geholt wird nichts',
  'Words inside a drawing or formula, which a story cannot hold':
    'Worte in einer Zeichnung oder Formel, die ein Beitrag nicht aufnehmen kann',
  'A further title or description in the head of the page':
    'Ein weiterer Titel oder eine weitere Beschreibung im Kopf der Seite',
  'A line of the file’s head that a story has no field for':
    'Eine Zeile im Dateikopf, für die ein Beitrag kein Feld hat',
  'The mark of an export that was not cleared': 'Der Vermerk eines Exports ohne Freigabe',
  // What was changed.
  'byline taken from the head of the page': 'Autorenzeile aus dem Kopf der Seite genommen',
  'characters that could not be read, now \ufffd': 'unlesbare Zeichen, jetzt \ufffd',
  'claims whose words were read anew from the text':
    'Aussagen, deren Wortlaut neu aus dem Text gelesen wurde',
  'control characters taken out': 'Steuerzeichen entfernt',
  'date line made the dateline': 'Datumszeile zur Ortsmarke gemacht',
  'dateline taken from the first paragraph into its own field, without its dash':
    'Ortsmarke aus dem ersten Absatz in ihr eigenes Feld gesetzt, ohne Strich',
  'footnotes that are referred to more than once, given again each time':
    'mehrfach angeführte Fußnoten, jedes Mal neu gesetzt',
  'headings inside quotations made paragraphs': 'Überschriften in Zitaten zu Absätzen gemacht',
  'headline taken from the head of the page': 'Titel aus dem Kopf der Seite genommen',
  'line breaks made spaces': 'Zeilenumbrüche zu Leerzeichen gemacht',
  'lines with bullets made lists': 'Zeilen mit Aufzählungszeichen zu Listen gemacht',
  'links whose page is not known made plain words': 'Links, deren Seite nicht bekannt ist, zu Text gemacht',
  'links within the page made plain words': 'Links innerhalb der Seite zu Text gemacht',
  'list levels taken out': 'Listenebenen entfernt',
  'merged cells of tables set apart': 'verbundene Tabellenzellen getrennt',
  'paragraphs made of double line breaks': 'aus doppelten Zeilenumbrüchen Absätze gemacht',
  'pictures and tables inside quotations set behind them':
    'Bilder und Tabellen in Zitaten hinter diese gesetzt',
  'pictures without words left out': 'Bilder ohne Text weggelassen',
  'quotation marks that the page showed without having them, written out':
    'Anführungszeichen ausgeschrieben, die die Seite nur zeigte',
  'quotations inside quotations joined to the outer one': 'Zitate in Zitaten mit dem äußeren verbunden',
  'relative links made whole addresses': 'relative Links zu vollständigen Adressen gemacht',
  'soft hyphens taken out': 'weiche Trennstriche entfernt',
  'unsafe links made plain words': 'unsichere Links zu Text gemacht',
  'wrapped lines joined': 'umbrochene Zeilen verbunden',
  'zero-width characters taken out': 'Zeichen ohne Breite entfernt',
}

/** Those that name something behind the words. */
const beginnings: readonly (readonly [string, string])[] = [
  ['read as ', 'gelesen als '],
  [
    'address of the page, which a story has no field for: ',
    'Adresse der Seite, für die ein Beitrag kein Feld hat: ',
  ],
  [
    'date in the head of the page, which a story has no field for: ',
    'Datum im Kopf der Seite, für das ein Beitrag kein Feld hat: ',
  ],
]

/** In the window's language where that is known; else as the desk says it. */
export function importWords(english: string): string {
  if (windowLanguage === 'en') return english
  const known = germanOfImport[english]
  if (known !== undefined) return known
  const begun = beginnings.find(([beginning]) => english.startsWith(beginning))
  return begun ? begun[1] + english.slice(begun[0].length) : english
}
