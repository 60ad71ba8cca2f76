import type { WorthTable } from './table.ts'

/** German, in the shape of the English table and by the same reasons; there is no corpus to measure it with. */
export const german: WorthTable = {
  base: -2.2,
  signs: [
    {
      because: 'a figure can be looked up',
      weight: 1.1,
      most: 2,
      pattern: /(?<![\p{L}\p{N}])[$€£]?\d[\d.,]*/gu,
    },
    {
      because: 'so can a figure in words',
      weight: 0.8,
      most: 2,
      words:
        'zwei drei vier fünf sechs sieben acht neun zehn elf zwölf fünfzehn zwanzig dreißig vierzig fünfzig sechzig siebzig achtzig neunzig hundert hunderte hunderten tausend tausende tausenden dutzend dutzende halb halbe hälfte drittel viertel doppelt doppelte verdoppelt verdreifacht dreimal zweimal zehnmal',
    },
    {
      because: 'amounts, shares and units',
      weight: 0.9,
      most: 2,
      words:
        'million millionen milliarde milliarden billion billionen prozent prozentpunkte euro dollar franken cent durchschnitt quote anteil zahl gesamtzahl kilometer tonnen hektar quadratmeter',
      pattern: /%|[$€£](?=\d)/gu,
    },
    {
      because: 'a point in time ties it to a record',
      weight: 0.7,
      most: 2,
      words:
        'seit gestern vorgestern januar jänner februar märz april mai juni juli august september oktober november dezember jahrzehnt jahrzehnten jahrhundert',
      pattern:
        /(?<!\p{L})(?:vor|seit|nach|binnen) (?:\p{L}+ ){0,2}(?:jahr|monat|woche|tag|jahrzehnt)(?:en|e|n)?(?!\p{L})|(?<!\p{L})(?:letzte|vergangene|vorige|dieses|diese)[nrs]? (?:jahr|monat|woche|quartal|sommer|winter|herbst|frühjahr|nacht)(?:e?s)?(?!\p{L})|(?<!\p{N})(?:1[789]|20)\d\d(?!\p{N})/giu,
    },
    {
      because: 'what rose, fell, was won or lost can be measured',
      weight: 0.9,
      most: 2,
      words:
        'stieg stiegen gestiegen steigt steigen sank sanken gesunken sinkt sinken wuchs gewachsen wächst zugenommen abgenommen zunahme abnahme rückgang anstieg zuwachs fiel fielen gefallen erhöht erhöhte erhöhung gesenkt senkte senkung gekürzt kürzte kürzung halbiert verloren verlor verlust gewonnen gewann geschaffen abgebaut gestrichen verdoppelte eingebrochen',
    },
    {
      because: 'an act of record: votes, laws, money, war',
      weight: 1,
      most: 2,
      words:
        'stimmte stimmten gestimmt unterzeichnet unterzeichnete unterschrieb verabschiedet verabschiedete beschloss beschlossen abgelehnt lehnte unterstützte unterstützt genehmigt genehmigte verboten verbot ernannt ernannte gewählt eingebracht überfiel angegriffen bombardiert getötet ermordet verhaftet festgenommen verurteilt angeklagt verklagt entlassen zurückgetreten investiert ausgegeben gezahlt bezahlt überwiesen verkauft kaufte gekauft gebaut geschlossen eröffnet abgeschoben erhielt erhalten gab schickte geliefert lieferte leitete gründete gegründet',
    },
    {
      because: 'what somebody said is on record',
      weight: 0.7,
      words:
        'sagte sagten erklärte teilte bestritt leugnete räumte kündigte versprach versicherte schrieb berichtete behauptete warnte warf zufolge laut beschuldigte bestätigte',
    },
    {
      because: 'a record of what was',
      weight: 0.4,
      most: 2,
      words: 'war waren hatte hatten wurde wurden worden',
    },
    {
      because: 'a superlative or a comparison of amounts',
      weight: 0.7,
      most: 2,
      words:
        'meisten wenigsten höchste höchsten niedrigste niedrigsten größte größten kleinste kleinsten schlechteste beste besten schlimmste schnellste längste älteste jüngste rekord weniger nur erste ersten erster erstmals einzige einzigen jeder jede niemand keiner kein keine nie niemals immer alle',
      pattern:
        /(?<!\p{L})(?:mehr|weniger|höher|niedriger|größer|kleiner|besser|schlechter|länger|öfter|seltener) als(?!\p{L})/giu,
    },
    {
      because: 'public matters that are counted',
      weight: 0.6,
      most: 3,
      words:
        'steuer steuern defizit schulden haushalt budget überschuss arbeitslosigkeit arbeitslose arbeitslosen arbeitsplätze arbeitsplätzen stellen inflation löhne lohn einkommen wirtschaft exporte importe handel ausgaben kriminalität straftaten morde gewalt armut versicherung renten rente pensionen pflege krankenkassen soldaten truppen bundeswehr armee panzer raketen waffen atomwaffen flüchtlinge asylbewerber zuwanderer grenze grenzen preise preis gas öl strom energie kohle unternehmen konzern konzerne fabrik fabriken beschäftigte beschäftigten betriebe schulen schüler lehrer krankenhäuser kliniken gefängnis emissionen vertrag abkommen gesetz gesetze gesetzentwurf verfassung gericht bundestag bundesrat landtag parlament regierung behörde programm hilfen subventionen kredite banken bank zinsen beiträge spenden wahlkampf stimmen umfragen bevölkerung einwohner haushalte familien kinder frauen männer mieten wohnungen',
    },
    {
      because: 'somebody or something with a name, title or abbreviation before it',
      weight: 0.3,
      most: 3,
      pattern:
        /(?<!\p{L})(?:herr|frau|dr\.|prof\.|präsident(?:in)?|kanzler(?:in)?|minister(?:in)?|bürgermeister(?:in)?|chef(?:in)?|sprecher(?:in)?) (?=\p{Lu})|(?<!\p{L})\p{Lu}{2,}(?!\p{L})|(?<=[\p{Ll},;:] )\p{Lu}\p{Ll}+ \p{Lu}\p{Ll}+(?= (?!und|oder))/gu,
    },
    {
      because: 'a cause that is claimed',
      weight: 0.3,
      words: 'weil wegen aufgrund verursacht dadurch infolge',
    },
    { because: 'a question claims nothing', weight: -2, pattern: /\?\s*["“”«»']?\s*$/gu },
    {
      because: 'an opinion that says it is one',
      weight: -1.1,
      most: 2,
      words: 'hoffentlich meinung ansicht hoffe wünsche finde',
      pattern:
        /(?<!\p{L})(?:ich (?:\p{L}+ )?(?:glaube|denke|meine|finde|hoffe|wünsche|weiß|möchte|will|freue|bin)|(?:glaube|denke|meine|finde|hoffe) ich|meines erachtens|aus meiner sicht)(?!\p{L})/giu,
    },
    {
      because: 'what ought to be is no fact',
      weight: -1.1,
      most: 2,
      words:
        'soll sollen sollte sollten sollst muss müssen müsste müssten musst darf dürfen dürfte brauchen braucht lasst lassen',
    },
    {
      because: 'what will be cannot be checked yet',
      weight: -0.9,
      most: 2,
      words:
        'werde werden wird würde würden könnte könnten kann können möglicherweise künftig wollen will möchte möchten',
    },
    { because: 'a condition', weight: -0.6, words: 'wenn falls sofern ob angenommen' },
    {
      because: 'talk about the talk',
      weight: -1,
      most: 2,
      words:
        'danke dank bitte willkommen frage fragen antwort antworten antworte erwidern debatte moderator minute minuten damen herren beifall applaus heiterkeit zuruf entschuldigung abend thema redner ja nein hallo guten tag sprechen reden',
    },
    {
      because: 'who speaks for himself is his own source',
      weight: -0.4,
      most: 2,
      words: 'ich mich mir mein meine meinen meiner meinem',
    },
    {
      because: 'talk to somebody',
      weight: -0.4,
      most: 2,
      words: 'du dich dir ihr euch dein deine hören schauen',
    },
    {
      because: 'praise and blame are judgement',
      weight: -0.4,
      most: 2,
      words:
        'großartig gut gute guten schlecht schlechte richtig falsch wichtig wichtige wunderbar furchtbar stark schwach stolz ehrlich fair unfair schön katastrophe schande werte freiheit traum träume hoffnung zukunft führung mut vision respekt',
    },
    {
      because: 'vague, so nothing to hold it against',
      weight: -0.3,
      most: 2,
      words: 'vielleicht wohl irgendwie irgendetwas etwas jemand dinge sache sehr wirklich ziemlich',
    },
  ],
}
