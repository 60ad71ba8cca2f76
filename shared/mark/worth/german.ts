import { faint, inDigits, plain, strong, type WorthTable, weak } from './table.ts'

/** German, in the shape of the English table and by the same reasons; there is no corpus to measure it with. */
export const german: WorthTable = {
  base: -1.5,
  // “Punkt zwei” and “erstens” count the speaker's points, not the world.
  unsaid:
    /(?<!\p{L})(?:erstens|zweitens|drittens|viertens|punkt (?:eins|zwei|drei|vier|\d)|zum (?:einen|anderen)|eine[rs]? der|\d+ (?:sekunden|minuten))(?!\p{L})/giu,
  signs: [
    inDigits,
    {
      because: 'so can a figure in words',
      weight: plain,
      most: 2,
      words:
        'zwei drei vier fünf sechs sieben acht neun zehn elf zwölf fünfzehn zwanzig dreißig vierzig fünfzig sechzig siebzig achtzig neunzig hundert hunderte hunderten tausend tausende tausenden dutzend dutzende halb halbe halben hälfte drittel zweidrittel dreiviertel viertel fünftel doppelt doppelte verdoppelt verdoppelte verdreifacht dreimal zweimal zehnmal',
    },
    {
      because: 'amounts, shares and units',
      weight: plain,
      most: 2,
      words:
        'million millionen milliarde milliarden billion billionen prozent prozentpunkte euro dollar franken cent durchschnitt quote anteil zahl zahlen gesamtzahl kilometer tonnen hektar quadratmeter mehrheit',
      pattern: /%|[$€£](?=\d)/gu,
    },
    {
      because: 'an amount that is rounded is an amount',
      weight: weak,
      words: 'fast beinahe knapp rund etwa ungefähr schätzungsweise gut über',
    },
    {
      because: 'a point in time ties it to a record',
      weight: weak,
      most: 2,
      words:
        'seit gestern vorgestern januar jänner februar märz april mai juni juli august september oktober november dezember jahrzehnt jahrzehnten jahrhundert jahr jahren jahre',
      pattern:
        /(?<!\p{L})(?:vor|seit|binnen) (?:\p{L}+ ){0,2}(?:monat|woche|tag|jahrzehnt)(?:en|e|n)?(?!\p{L})|(?<!\p{L})(?:letzte|vergangene|vorige|diese)[nmrs]? (?:jahr|monat|woche|quartal|sommer|winter|herbst|frühjahr|nacht)(?:e?s)?(?!\p{L})|(?<!\p{N})(?:1[789]|20)\d\d(?!\p{N})/giu,
    },
    {
      because: 'what rose, fell, was won or lost can be measured',
      weight: plain,
      most: 2,
      words:
        'stieg stiegen gestiegen steigt steigen sank sanken gesunken sinkt sinken wuchs gewachsen wächst zugenommen abgenommen zunahme abnahme rückgang anstieg zuwachs fiel fielen gefallen erhöht erhöhte erhöhung gesenkt senkte senkung gekürzt kürzte kürzung kürzungen halbiert verloren verlor verlust gewonnen gewann geschaffen abgebaut gestrichen verdoppelte verdoppelt eingebrochen explodiert gespart',
    },
    {
      because: 'an act of record: votes, laws, money, war',
      weight: plain,
      most: 2,
      words:
        'stimmte stimmten gestimmt unterzeichnet unterzeichnete unterschrieb verabschiedet verabschiedete beschloss beschlossen abgelehnt ablehnte lehnte unterstützte unterstützt genehmigt genehmigte verboten verbot ernannt ernannte eingebracht überfiel angegriffen bombardiert getötet ermordet verhaftet festgenommen verurteilt angeklagt verklagt entlassen zurückgetreten investiert investierte ausgegeben zahlt zahlte gezahlt bezahlt überwiesen verkauft verkaufte kaufte gekauft gebaut baute geschlossen schloss abgeschoben erhielt erhielten erhalten schickte geliefert lieferte gegründet gründete besitzt gehört verhängt abgeschafft gebrochen verstoßen kostet kostete beschäftigt',
    },
    {
      because: 'what somebody said is on record',
      weight: weak,
      words:
        'sagte sagten sagt gesagt erklärte teilte bestritt leugnete räumte kündigte angekündigt versprach versprochen versicherte schrieb berichtete behauptete behauptet warnte warf zufolge laut beschuldigte bestätigte kritisierte nannte',
    },
    {
      because: 'something done, in the past tense',
      weight: weak,
      most: 2,
      words:
        'war waren hatte hatten wurde wurden worden gewesen kam kamen ging gingen nahm nahmen ließ ließen hielt stand fand begann gab gaben traf brach schoss stahl schrieb stellte setzte legte brachte machte führte leitete',
    },
    {
      because: 'what a law, a plan or an institution does stands in it',
      weight: weak,
      most: 2,
      words:
        'enthält umfasst regelt verlangt erlaubt gestattet verbietet schreibt sieht garantiert ausgenommen verhindert verhinderte finanziert kontrolliert produziert exportiert importiert besteht',
    },
    {
      because: 'that something was not so, or not done, can be refuted',
      weight: weak,
      words: 'nicht nie niemals ohne weder noch kein keine keinen keiner keinem',
    },
    {
      because: 'how things are now',
      weight: faint,
      words: 'heute jetzt derzeit aktuell noch bereits schon',
      pattern: /(?<!\p{L})(?:es gibt|gibt es|es gab|gab es)(?!\p{L})/giu,
    },
    {
      because: 'a superlative, an absolute',
      weight: plain,
      most: 2,
      words:
        'höchste höchsten niedrigste niedrigsten größte größten größter größtes kleinste kleinsten schlechteste schlechtesten beste besten schlimmste schlimmsten schnellste längste längsten älteste ältesten jüngste meisten wenigsten rekord nur erste ersten erster erstes erstmals einzige einzigen einziger jeder jede jedes niemand alle',
    },
    {
      because: 'a comparison of amounts',
      weight: weak,
      most: 2,
      words: 'mehr weniger höher niedriger größer kleiner länger schneller billiger teurer reicher ärmer',
      pattern: /(?<!\p{L})\p{Ll}+er als(?!\p{L})|(?<!\p{L})so (?:viele?|\p{Ll}+) wie(?!\p{L})/gu,
    },
    {
      because: 'public matters that are counted',
      weight: weak,
      most: 4,
      words:
        'steuer steuern defizit schulden haushalt haushalts budget überschuss arbeitslosigkeit arbeitslose arbeitslosen arbeitsplätze arbeitsplätzen stellen inflation löhne lohn mindestlohn einkommen wirtschaft exporte importe handel ausgaben kriminalität straftaten morde gewalt armut versicherung renten rente pensionen pflege krankenkassen soldaten truppen bundeswehr armee panzer raketen waffen atomwaffen flüchtlinge asylbewerber zuwanderer grenze grenzen preise preis gas öl strom energie kohle unternehmen konzern konzerne fabrik fabriken beschäftigte beschäftigten betriebe schulen schüler lehrer krankenhäuser kliniken gefängnis emissionen vertrag abkommen gesetz gesetze gesetzentwurf verfassung gericht bundestag bundesrat landtag parlament behörde behörden programm hilfen subventionen kredite banken bank zinsen beiträge spenden stimmen umfragen bevölkerung einwohner haushalte mieten miete wohnungen bundesländer kommunen gemeinden',
    },
    {
      because: 'a place where it can be looked up',
      weight: weak,
      most: 2,
      words:
        'afghanistan afrika amerika argentinien asien australien österreich belgien brasilien großbritannien kanada china kuba ägypten england europa frankreich deutschland griechenland ungarn indien indonesien iran irak irland israel italien japan kenia korea libyen mexiko moskau nigeria pakistan palästina polen russland schottland spanien schweden schweiz syrien taiwan türkei ukraine venezuela vietnam washington brüssel peking berlin hamburg münchen köln wien zürich bern london paris bayern sachsen hessen',
    },
    {
      because: 'somebody or something with a name',
      weight: faint,
      most: 3,
      // Every noun has a capital here: a name is two of them in a row, or letters that are all capitals.
      pattern: /(?<=[\p{Ll},;:] )\p{Lu}\p{Ll}+ \p{Lu}\p{Ll}+|(?<!\p{L})\p{Lu}{2,}(?!\p{L})/gu,
    },
    {
      because: 'somebody with a title, or the other side',
      weight: weak,
      most: 2,
      words: 'regierung opposition koalition',
      pattern:
        /(?<!\p{L})(?:Herr|Frau|Dr\.|Prof\.|\p{L}*(?:[Pp]räsident|[Kk]anzler|[Mm]inister|[Bb]ürgermeister|[Cc]hef|[Ss]precher|[Ss]ekretär)(?:in)?)(?= \p{Lu})/gu,
    },
    { because: 'about somebody else', weight: weak, words: 'er ihm ihn seine seiner seinen sein' },
    {
      because: 'a cause that is claimed',
      weight: faint,
      words: 'weil wegen aufgrund verursacht dadurch infolge',
    },
    { because: 'a question claims nothing', weight: -2 * strong, pattern: /\?\s*["“”«»‘’']?\s*$/gu },
    {
      because: 'an opinion that says it is one',
      weight: -plain,
      most: 2,
      words: 'hoffentlich meinung ansicht',
      pattern:
        /(?<!\p{L})(?:ich (?:\p{L}+ )?(?:glaube|denke|meine|finde|hoffe|wünsche|weiß|möchte|will|freue|bin)|(?:glaube|denke|meine|finde|hoffe|wünsche) ich|meines erachtens|aus meiner sicht|wir (?:alle )?(?:wissen|glauben|wollen))(?!\p{L})/giu,
    },
    {
      because: 'what ought to be is no fact',
      weight: -plain,
      most: 2,
      words:
        'soll sollen sollte sollten sollst muss müssen müsste müssten darf dürfen dürfte brauchen braucht brauche lasst gilt',
    },
    {
      because: 'an order or an invitation',
      weight: -plain,
      pattern:
        /^\P{L}*(?:(?:und|aber|also|nun|bitte) )*(?:lassen|schauen|hören|stellen|denken|nehmen|geben|machen|sehen|helfen|kommen|sagen|fragen)(?: \p{L}+)? (?:sie|wir|uns)(?!\p{L})/giu,
    },
    {
      because: 'what will be cannot be checked yet',
      weight: -plain,
      most: 2,
      words: 'werde werden wird würde würden könnte könnten kann können künftig wollen will möchte möchten',
    },
    { because: 'a condition', weight: -weak, words: 'wenn falls sofern ob angenommen' },
    {
      because: 'talk about the talk',
      weight: -plain,
      most: 2,
      words:
        'danke dank bitte willkommen frage fragen antwort antworten antworte erwidern debatte moderator damen herren beifall applaus heiterkeit zuruf entschuldigung thema ja nein hallo guten',
    },
    {
      because: 'who speaks for himself is his own source',
      weight: -weak,
      most: 2,
      words: 'ich mich mir mein meine meinen meiner meinem',
    },
    {
      because: 'a life told is seldom what a reader looks up',
      weight: -weak,
      most: 2,
      words:
        'mutter vater ehefrau ehemann sohn tochter freund freunde freundin geboren großvater großmutter eltern brief geschichte erinnere kind leben nacht morgen abendessen',
    },
    {
      because: 'talk to somebody',
      weight: -faint,
      most: 2,
      words: 'du dich dir euch dein deine hören schauen',
    },
    {
      because: 'praise and blame are judgement',
      weight: -weak,
      most: 2,
      words:
        'großartig guter gute schlecht schlechte richtig falsch wichtig wichtige wunderbar furchtbar stark schwach stolz ehrlich fair unfair schön katastrophe schande werte freiheit traum träume hoffnung zukunft führung mut vision respekt verantwortung herausforderung herausforderungen chance chancen ziel gemeinsam idee ideen problem probleme',
    },
    {
      because: 'vague, so nothing to hold it against',
      weight: -weak,
      most: 2,
      words:
        'vielleicht wohl möglicherweise irgendwie irgendetwas etwas jemand dinge sache sehr wirklich ziemlich was wie warum',
    },
  ],
}
