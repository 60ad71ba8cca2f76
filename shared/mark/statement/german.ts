import type { Vocabulary } from './vocabulary.ts'

const list = (words: string): string[] => words.trim().split(/\s+/u)
const phrases = (words: string): string[] => words.trim().split(/\s*[,\n]\s*/u)
/** With the endings that a word takes before a noun. */
const inflected = (words: string): string[] =>
  list(words).flatMap((word) => ['e', 'en', 'er', 'es', 'em'].map((ending) => word + ending))

export const german: Vocabulary = {
  smallNumbers: {
    ein: 1,
    eins: 1,
    zwei: 2,
    drei: 3,
    vier: 4,
    fünf: 5,
    sechs: 6,
    sieben: 7,
    acht: 8,
    neun: 9,
    zehn: 10,
    elf: 11,
    zwölf: 12,
    dreizehn: 13,
    vierzehn: 14,
    fünfzehn: 15,
    sechzehn: 16,
    siebzehn: 17,
    achtzehn: 18,
    neunzehn: 19,
    zwanzig: 20,
    dreißig: 30,
    vierzig: 40,
    fünfzig: 50,
    sechzig: 60,
    siebzig: 70,
    achtzig: 80,
    neunzig: 90,
  },
  joinsTens: { by: 'und', isUnitFirst: true },
  magnitudes: {
    hundert: 1e2,
    tausend: 1e3,
    tsd: 1e3,
    million: 1e6,
    millionen: 1e6,
    mio: 1e6,
    milliarde: 1e9,
    milliarden: 1e9,
    mrd: 1e9,
    billion: 1e12,
    billionen: 1e12,
  },
  ones: list('ein eine einer einem einen'),
  halves: list('halbe halben'),
  vagueNumbers: phrases(
    'zehntausende, zehntausenden, hunderttausende, hunderttausenden, dutzende, dutzenden, ein dutzend, hunderte, hunderten, tausende, tausenden, mehrere hundert, mehrere tausend, mehrere dutzend, mehrere millionen, abertausende',
  ),
  numbersThatRefer: list('die diese dieser diesen den der letzten ersten nächsten beiden kein keine von'),
  shares: phrases(
    `die hälfte, der hälfte, zur hälfte, ein drittel, eines drittels, einem drittel, zwei drittel, ein viertel, drei viertel, einem viertel, ein fünftel, zwei fünftel, ein zehntel, jeder zweite, jede zweite, jeder dritte, jede dritte, jeder vierte, jede vierte, jeder fünfte, jede fünfte, jeder zehnte,
    jede zehnte, jedes zweite, jedes dritte, jedes vierte, die mehrheit der, eine mehrheit der, verdoppelt*, verdreifacht*, vervierfacht*, halbiert*`,
  ),
  percents: phrases('prozent, prozentpunkt, prozentpunkte, prozentpunkten'),
  currencies: list('euro dollar pfund yen yuan rubel franken cent usd eur chf kronen złoty zloty lira'),
  timeUnits: list(
    `sekunde sekunden minute minuten stunde stunden tag tage tagen woche wochen monat monate monaten jahr jahre jahren jahrzehnt jahrzehnte jahrzehnten jahrhundert jahrhunderte
    jahrhunderten`,
  ),
  vagueDurations: phrases(
    'seit jahren, seit monaten, seit wochen, seit jahrzehnten, jahrelang*, monatelang*, wochenlang*, jahrzehntelang*, tagelang*, stundenlang*',
  ),
  ageEndings: [
    '-jährige',
    '-jähriger',
    '-jährigen',
    '-jähriges',
    '-jährig',
    'jährige',
    'jähriger',
    'jährigen',
    'jährig',
  ],
  agesAfter: list('alt jung'),
  centuries: list('jahrhundert jahrhunderts jahrhunderten'),
  numbered: list(
    'artikel paragraf paragraph kapitel seite zimmer flug linie nr nummer boeing airbus windows formel gruppe zone resolution abbildung tabelle teil phase folge staffel stufe klasse gleis abschnitt absatz platz stellungnahme drucksache version bundesstraße',
  ),
  decimalMark: ',',

  months: [
    list('januar jänner jan'),
    list('februar feber feb'),
    list('märz'),
    list('april apr'),
    list('mai'),
    list('juni'),
    list('juli'),
    list('august aug'),
    list('september sept sep'),
    list('oktober okt'),
    list('november nov'),
    list('dezember dez'),
  ],
  ambiguousMonths: list('jan aug sep august juli juni'),
  beforeMonths: list('im seit bis vom zum ab anfang ende mitte vergangenen kommenden'),
  weekdays: [
    list('montag montags montagabend montagmorgen montagnachmittag montagvormittag'),
    list('dienstag dienstags dienstagabend dienstagmorgen dienstagnachmittag dienstagvormittag'),
    list('mittwoch mittwochs mittwochabend mittwochmorgen mittwochnachmittag mittwochvormittag'),
    list('donnerstag donnerstags donnerstagabend donnerstagmorgen donnerstagnachmittag donnerstagvormittag'),
    list('freitag freitags freitagabend freitagmorgen freitagnachmittag freitagvormittag'),
    list('samstag samstags samstagabend samstagmorgen samstagnachmittag sonnabend sonnabends'),
    list('sonntag sonntags sonntagabend sonntagmorgen sonntagnachmittag sonntagvormittag'),
  ],
  noWeekdayAfter: list('schwarzer schwarzen black'),
  dates: phrases(
    `gestern, vorgestern, vergangene woche, vergangener woche, letzte woche, letzter woche, vorige woche, im vergangenen jahr, im letzten jahr, im vorigen jahr, im vergangenen monat, im letzten monat, vergangenes jahr, letztes jahr, voriges jahr, vorjahr,
    diese woche, dieser woche, in diesem jahr, in diesem monat, nächste woche, nächster woche, nächstes jahr, im nächsten jahr, im kommenden jahr, kommende woche, heute morgen, gestern abend, anfang des jahres, ende des jahres, mitte des jahres, vor einem jahr, vor einem monat,
    vor einer woche, vergangenen monaten, letzten monaten, vergangenen wochen, vergangenen sommer, vergangenen herbst, vergangenen winter, vergangenen frühling, vergangenen frühjahr`,
  ),
  seasons: list('frühling frühjahr sommer herbst winter'),
  beforeYears: list('im seit jahr jahre jahren jahres anno ende anfang mitte ab bis'),
  counted: list(
    'menschen kilo kilogramm gramm grad stück mann hektar kilowatt watt megawatt fuß paar km kg ha qm kw mw',
  ),
  pluralEndings: list('en er e s n'),
  singularEndings: list('in ion ismus haus'),
  clock: phrases('uhr'),

  roles: list(
    `präsident präsidentin präsidenten bundespräsident bundespräsidentin bundespräsidenten vizepräsident vizepräsidentin minister ministerin außenminister außenministerin innenminister innenministerin finanzminister finanzministerin
    verteidigungsminister verteidigungsministerin gesundheitsminister gesundheitsministerin wirtschaftsminister wirtschaftsministerin justizminister justizministerin umweltminister umweltministerin verkehrsminister verkehrsministerin bildungsminister
    bildungsministerin ministerpräsident ministerpräsidentin ministerpräsidenten premierminister premierministerin premier premierministers kanzler kanzlerin bundeskanzler bundeskanzlerin bürgermeister bürgermeisterin oberbürgermeister oberbürgermeisterin sprecher sprecherin regierungssprecher regierungssprecherin pressesprecher
    pressesprecherin direktor direktorin generaldirektor generalsekretär generalsekretärin vorsitzender vorsitzende vorsitzenden parteivorsitzender parteivorsitzende fraktionschef fraktionschefin fraktionsvorsitzender fraktionsvorsitzende parteichef parteichefin chef chefin vorstandschef vorstandschefin vorstandsvorsitzender vorstandsvorsitzende leiter leiterin botschafter
    botschafterin abgeordneter abgeordnete abgeordneten senator senatorin staatssekretär staatssekretärin staatspräsident staatspräsidentin staatschef staatschefin professor professorin richter richterin staatsanwalt staatsanwältin oberstaatsanwalt anwalt anwältin rechtsanwalt rechtsanwältin kardinal papst bischof bischöfin erzbischof general
    generalmajor oberst hauptmann kommissar kommissarin trainer trainerin bundestrainer bundestrainerin kapitän geschäftsführer geschäftsführerin gründer gründerin experte expertin forscher forscherin wissenschaftler wissenschaftlerin historiker historikerin ökonom ökonomin
    polizeisprecher polizeisprecherin polizeipräsident polizeipräsidentin landrat landrätin stadtrat stadträtin intendant intendantin autor autorin schriftsteller schriftstellerin chefredakteur chefredakteurin journalist journalistin könig königin prinz prinzessin
    aufsichtsratschef aufsichtsratschefin analyst analystin beauftragter beauftragte kandidat kandidatin spitzenkandidat spitzenkandidatin rektor rektorin dekan dekanin politiker politikerin chefarzt chefärztin konzernchef konzernchefin`,
  ),
  rolePrefixes: list(
    'ehemalige ehemaliger ehemaligen frühere früherer früheren amtierende amtierender amtierenden stellvertretende stellvertretender stellvertretenden designierte designierter leitende leitender',
  ),
  honorifics: list('herr herrn frau dr prof scheich lord sir'),
  particles: list('von van de der den zu bin ibn al el da di du la le'),
  noNameEndings: list(
    'ung ungen heit heiten keit keiten schaft schaften tion tionen tät täten nis nisse ismus kräfte leute truppen gruppen länder staaten zahlen reifen helfer sche schen scher sches nde nden ete eten ale alen liche lichen licher ige igen iger isch mente ente beamte beamten artikel politik polizei behörde behörden zeit wahl wahlen medien kommission',
  ),
  institutions: list(
    `universität hochschule institut rat partei gruppe ausschuss gericht ministerium amt bank verband verein union bund stiftung zentrum schule kirche museum krankenhaus zeitung kommission parlament senat armee polizei dienst regierung liga
    klub club vereinte vereinigte staaten nationen deutsche deutscher deutschen deutsches europäische europäischen europäischer amerikanische internationale internationalen nationale republik bundesrepublik neue neuen rote roten grüne grünen
    pokal weltkrieg krieg straße platz brücke flughafen bahnhof stadt kreis nord süd ost west insel inseln tal gmbh ag gesellschaft fonds projekt programm gipfel konferenz olympischen olympische spiele islamischer islamischen bundes landes`,
  ),
  beforePlaces: list('in aus nach bei nahe bis'),
  noNames: list(
    `der die das den dem des ein eine einer einem einen eines er sie es wir ich ihr sein seine seinen seiner ihre ihren ihrem ihrer unser in im an am auf aber und oder doch jedoch dies diese dieser dieses diesem diesen als wenn während nach vor für seit obwohl noch
    dann nun jetzt beide einige viele manche andere laut mit durch zu zum zur nicht kein keine was wer warum wie wo wohin welche weil aus von vom bei beim trotz ohne unter über zwischen gegen bis auch sogar inzwischen stattdessen zuvor später heute gestern morgen
    alle jede jeder jedes nur etwa so damit dabei dazu dafür dagegen deshalb daher darum außerdem zudem ferner schließlich zuletzt zunächst bereits schon erst rund mehr weniger ob dass sowie hier dort man mal ja nein zwei drei vier fünf sechs sieben acht neun zehn
    anfang ende mitte jahre jahren jahr prozent millionen milliarden million milliarde euro dollar uhr meter metern kilometer kilometern tonnen liter grad kritiker experten beobachter menschen millionen tausende hunderte dutzende monate wochen tage stunden minuten
    vergangene vergangenen letzte letzten mehrere damals danach davor wegen weitere weiteren unterdessen derweil allerdings insgesamt gemeinsam`,
  ),
  seats: list(
    'usa eu uno un uk washington moskau peking london paris berlin brüssel teheran jerusalem kiew ankara riad damaskus tokio seoul kreml pentagon bundesregierung europa',
  ),
  peoples: list('ische ischen ischer isches'),
  isCapitalAName: false,
  copulas: list('ist war wurde wird bleibt blieb'),
  articles: list('der die das den dem des ein eine einer einem einen sein seine ihr ihre ihren ihrem'),

  superlatives: inflected(
    `größt kleinst höchst niedrigst längst kürzest ältest jüngst neuest neust stärkst schwächst schwerst schnellst langsamst reichst ärmst tiefst heißest kältest wärmst trockenst teuerst billigst wichtigst
    bekanntest häufigst schlimmst best schlechtest frühest spätest beliebtest meistverkauft bedeutendst erfolgreichst gefährlichst tödlichst zweitgrößt drittgrößt weitest einflussreichst schönst`,
  ),
  topmost: phrases(
    `erstmals, zum ersten mal, das erste mal, beispiellos, beispiellose, beispielloser, beispiellosen, einmalig, rekordhoch, rekordtief, rekordwert, ein rekord, der rekord, allzeithoch, so viele wie nie, so viel wie nie, wie nie zuvor, noch nie, noch nie zuvor, zum letzten mal, letztmals,
    der erste, die erste, das erste, der einzige, die einzige, das einzige, einziger, einzige, die meisten, am meisten, am häufigsten, am höchsten, am stärksten, die wenigsten, als erster, als erste, als erstes, als einziger, als einzige`,
  ),
  noSuperlatives: phrases(
    `die erste hälfte, das erste quartal, der erste schritt, die letzte woche, das letzte jahr, am besten, jüngste, jüngsten, jüngster, bester freund, die ersten beiden, die letzten jahre, die meisten von, das beste daraus, im besten fall, bestens`,
  ),
  absolutes: phrases(
    'nie, niemals, immer, stets, niemand, keiner der, keine der, keines der, kein einziger, keine einzige, kein einziges, ausnahmslos, ohne ausnahme, einstimmig, genau, sämtliche, sämtlicher, ausschließlich, jeder einzelne, jede einzelne, nicht mehr',
  ),
  causes: phrases(
    `weil, wegen, aufgrund, auf grund, infolge, führte zu, führten zu, führt zu, geführt, verursach*, ausgelöst, auslöste, löste, dank der, dank des, dank einer, zurückzuführen, grund dafür, grund für, ursache, folge von, verantwortlich für`,
  ),
  comparisons: list(
    'mehr weniger höher höhere niedriger niedrigere größer größere kleiner kleinere besser bessere schlechter schneller langsamer älter jünger länger kürzer billiger teurer stärker schwächer früher später doppelt dreimal zweimal',
  ),
  comparisonEnds: list('als wie'),
  wholeComparisons: phrases(
    'im vergleich zu, im vergleich zum, im vergleich mit, gegenüber dem vorjahr, verglichen mit, übertraf, übertrifft, übersteig*, überstieg, doppelt so, so viele wie, so viel wie, mehr als doppelt',
  ),

  unnamed: list(
    `kritiker kritikerinnen beamte experten expertinnen beobachter beobachterinnen analysten insider augenzeugen zeugen unterstützer gegner aktivisten ökonomen wissenschaftler forscher anwälte diplomaten historiker ermittler behörden politiker kommentatoren
    anhänger anwohner ärzte fachleute mediziner medien kreise regierungskreise sicherheitskreise parteikreise branchenkreise verbände skeptiker befürworter polizei staatsanwaltschaft studien`,
  ),
  unnamedPhrases: phrases(
    `angeblich, angebliche, angeblichen, es heißt, hieß es, heißt es, dem vernehmen nach, wie es heißt, wie es hieß, nach angaben von beamten, nach angaben aus, aus kreisen, aus regierungskreisen, aus sicherheitskreisen, in regierungskreisen, laut insidern, laut experten, laut beobachtern, laut kritikern, laut medienberichten, laut berichten, medienberichten zufolge,
    berichten zufolge, experten zufolge, insidern zufolge, augenzeugen zufolge, medienberichte, sollen sich, wollte nicht genannt werden, nicht namentlich genannt, gut informierte, informierten kreisen, manche sagen, viele glauben, viele sagen, manche meinen`,
  ),
  speech: list(
    `sagte sagten sagt sagen erklärte erklärten erklärt erklären warnte warnten warnt warnen betonte betonten betont berichtete berichteten berichtet berichten teilte teilten mitteilte mitteilten bestätigte bestätigten bestätigt kündigte kündigten forderte forderten fordert fordern kritisierte kritisierten kritisiert kritisieren
    behauptete behaupteten behauptet behaupten meinte meinten meint meinen äußerte äußerten schrieb schrieben schreibt fügte nannte nannten nennt verlangte verlangten räumte bezeichnete bezeichneten wies wirft warf werfen warfen sprach sprachen spricht
    verwiesen verwies`,
  ),
  opinions: list(
    'sehen sieht sahen halten hält gehen erwarten erwartet glauben glaubt schätzen schätzt rechnen rechnet befürchten befürchtet befürchteten fürchten zweifeln vermuten vermutet hoffen hofft',
  ),
  addressing: [],
  naming: list('nannte nannten nennt'),
  infinitives: [],
  attributions: phrases(
    'laut, zufolge, nach angaben, nach eigenen angaben, so der, so die, nach ansicht, nach einschätzung',
  ),

  accusing: phrases(
    `beschuldig*, bezichtig*, angeklagt*, anklage, verurteilt, verdächtig*, tatverdächtig*, mutmaßlich*, vorgeworfen, vorwirft, vorwarf, vorwarfen, vorwerfen, vorwurf, vorwürfe, vorwürfen, unter verdacht, verdacht des, verdacht der, festgenommen, schuldig gesprochen, schuldig, ermittelt wegen, ermittlungen gegen, ermittelt gegen, verklagt*, belastet*, gestand, mitverantwortlich*`,
  ),
  accusingVerbs: list('wirft werfen warf warfen'),
  accusingParticle: 'vor',
  wrongs: phrases(
    `betrug, betrüger*, betrügeris*, korrupt*, korruption*, bestech*, bestochen*, veruntreu*, untreue, mord, mordes, ermordet*, mörder*, vergewaltig*, missbrauch*, belästig*, kriegsverbrechen, kriegsverbrecher*, geldwäsche, meineid, plagiat*, gelogen, lügner*, gestohlen*, diebstahl*, schmuggel*,
    menschenhandel*, terrorist*, menschenrechtsverletzung*, fahrlässig*, illegal*, völkermord*, folter*, gefoltert*, vertuscht*, vertuschung*, steuerhinterziehung*, insiderhandel*, erpress*, rassist*, doping*, gefälscht*, manipuliert*, unterschlag*, unterschlagen*`,
  ),

  wrongdoers: list(
    'betrüger betrügerin mörder mörderin lügner lügnerin schmuggler schmugglerin erpresser erpresserin terrorist terroristin rassist rassistin kriegsverbrecher vergewaltiger',
  ),
  ofOne: list('wurde wird ist war hat hatte soll sei habe'),
  against: list('gegen'),
  linking: list('soll sollen hat hatte habe ist war waren sei genannt bezeichnet als wegen beging'),
  judgements: [
    ...list(
      'leider hoffentlich offenbar offensichtlich zweifellos sicherlich wunderbar traurig schade gewiss wirklich ehrlich',
    ),
    ...list(
      'bemerkenswert außerordentlich schön schrecklich großartig peinlich lächerlich beschämend mutig klug dumm beeindruckend enttäuschend spektakulär atemberaubend tragisch grandios skandalös skurril',
    ).flatMap((word) => [word, ...['e', 'en', 'er', 'es', 'em'].map((ending) => word + ending)]),
  ],
  hedges: list(
    'vielleicht möglicherweise wahrscheinlich vermutlich wohl könnte könnten dürfte dürften müsste müssten sollte sollten würde würden mag mögen ob falls scheint scheinen schien eventuell womöglich anscheinend',
  ),
  ownVoice: list('ich wir mein meine meinen unser unsere unseren uns mich mir du dein'),

  verbs: list(
    `ist sind war waren hat haben hatte hatten wird werden wurde wurden kann können konnte konnten soll sollen will wollen wollte wollten muss müssen musste mussten gibt gab kam kamen ging gingen stieg sank fiel fielen starb starben lag lagen stand standen blieb blieben nahm
    nahmen hielt hielten traf trafen gewann gewannen verlor verloren sprach fand fanden begann begannen ließ ließen liegt steht bleibt kommt geht nimmt`,
  ),
  verbEndings: ['te', 'ten'],
  joining: list('und aber oder während doch jedoch sondern wohingegen'),
  relating: list('der die das den dem deren dessen denen wo welche welcher welches'),
  resuming: list(
    'ist sind war waren hat haben hatte hatten wird werden wurde wurden kann können konnte soll sollen sagte sagten erklärte',
  ),
  participles: [],
  noParticiples: [],
  openers: phrases(
    'und, aber, oder, doch, jedoch, während, allerdings, außerdem, zudem, dennoch, trotzdem, deshalb, daher, inzwischen, unterdessen, derweil, dagegen, sondern, wohingegen, zum beispiel, so, denn, auch, nun',
  ),

  harms: phrases(
    'tot, tote, toter, toten, tod, gestorben, getötet, verletzt, verletzte, verletzten, verletzter, vermisst, vermisste, vermissten, vermisster, opfer, ums leben',
  ),
}
