import type { SpeechTable } from './table.ts'

const list = (words: string): string[] => words.trim().split(/\s+/u)

/** Weak verbs by their stem: "sag" has sagt, sagte, sagten, sagen. Separable prefixes stand elsewhere in the clause. */
const weak = `sag erklär mein beton frag äußer erläuter erzähl kritisier forder verlang begründ bemerk bemängel behaupt bekräftig
 bekunde bestätig beteuer beklag beschwer berichtig formulier feststell kommentier konstatier konter korrigier lob
 mahn meld mutmaß notier plädier prophezei prognostizier protestier quittier reagier resümier rechtfertig schilder schimpf
 spott stell tadel twitter unterstrich urteil verkünd vermeld vermut versicher verteidig verurteil vermeld verweiger
 warn wetter wieder wiederhol witzel würdig wünsch zitier zöger zweifel bezweifel bedauer befürcht begrüß bejubel
 bezeichn beschuldig charakterisier deklarier dementier diagnostizier drück empör ergänz erinner erkundig ermahn
 erwähn erwider feier fluch flüster fordert gratulier höhn hoff jammer jubel kündig klag lächel legt mach murmel
 nann ordn pocht präzisier prangert predig räum rechn red rief ruf rügt schätz schluchz schrei schwärm seufz signalisier skandier
 spekulier stichel sprech stöhn stimm titel tob tröst überleg unterstell verlaut vermerk verrat verspott verwahr verweis
 wend wertet wert wies wiegel wunder zeig zürn zeter attackier argumentier appellier analysier akzeptier antwort attestier
 polter bilanzier beschwör bedank beschimpf besteh beschreib befand bat charakterisier donner entgegn entschuldig
 fauch fabulier führ gesteh gelob grantel hieß ironisier kalauer kontert lamentier lästert mosert moniert monier nörgel offenbar
 orakel pfleg präsentier philosophier plauder preis rät rate rühm ruder säusel schlussfolger schwor stammel stotter sinnier
 schlag stufte stuf tönt tön träller trag unk unterstreich vertret verdächtig verkünd verlaut verneint wagt warb wettert zeigt zieh zischt`

function weakForms(stem: string): string[] {
  if (/(?:te|t)$/u.test(stem) && /[^aeiouäöü]t$/u.test(stem))
    return [stem, `${stem}e`, `${stem}en`, `${stem}et`, `${stem}ete`, `${stem}eten`]
  const link = /(?:[td]|ch[mn]|[^aeiouäöülrmnh][mn])$/u.test(stem) ? 'e' : ''
  const plural = /(?:el|er)$/u.test(stem) ? 'n' : 'en'
  return [`${stem}${link}t`, `${stem}${link}te`, `${stem}${link}ten`, `${stem}${plural}`]
}

const strong = `sprach sprachen spricht sprechen schrieb schrieben schreibt schreiben rief riefen ruft rufen bat baten bittet bitten
 nannte nannten nennt nennen gab gaben gibt geben hieß heißt hiess lautet lautete lauteten las liest lesen verwies verwiesen verweist verweisen wies wiesen weist
 weisen sah sahen sieht sehen warf warfen wirft werfen widersprach widersprachen widerspricht versprach versprachen verspricht
 beschrieb beschrieben beschreibt unterstrich unterstrichen unterstreicht riet rieten rät beschied pries priesen preist
 befand befanden befindet schloss schließt fand fanden findet stellte stellten stellt führte führten führt fügte fügten fügt
 hielt hielten hält räumte räumten räumt kündigte kündigten kündigt legte legt legten trat tritt traten gestand gestanden gesteht
 bewertete bewerteten bewertet verlor sang sangen singt schrie schrien schreit wusste wollte wissen ließ ließen lässt
 betonte verlautete verlautet warb warben wirbt wirft vertrat vertraten vertritt zog zogen zieht verbot drohte drohten droht
 schwor schworen schwört zieh ziehen erhob erhoben erhebt entschied entschieden entscheidet empfahl empfahlen empfiehlt
 teilte teilten teilt dankte dankten dankt verglich verglichen vergleicht denkt dachte dachten glaubt glaubte glaubten
 weiß berichtete berichteten berichtet zitierte zitierten zitiert`

const participles = `gesagt erklärt gemeint betont gefragt geäußert erläutert erzählt kritisiert gefordert verlangt begründet bemerkt
 behauptet bekräftigt bestätigt beteuert beklagt formuliert kommentiert gelobt gewarnt gemeldet geschrieben gesprochen gerufen
 genannt bezeichnet zitiert gewürdigt verkündet angekündigt mitgeteilt hinzugefügt beschrieben verurteilt verteidigt
 versichert eingeräumt zugegeben festgestellt vorgeworfen zurückgewiesen begrüßt bedauert getwittert gebeten aufgefordert
 geantwortet geheißen beschuldigt angegeben ausgesagt geworben versprochen gefunden bewertet eingestuft charakterisiert
 gemahnt hingewiesen verwiesen betitelt gefeiert geschildert interpretiert verglichen empfohlen gedroht berichtet kundgetan
 sagen nennen bezeichnen erklären schreiben fordern sprechen rufen betonen bekannt wissen ankündigend fordernd betonend`

const done = `ist sind war waren wird werden wurde wurden hat haben hatte hatten kann können konnte konnten muss müssen musste
 mussten soll sollen sollte sollten will wollen wollten darf dürfen durfte durften mag möchte möchten sei seien habe hätte hätten
 wäre wären würde würden wolle solle könne müsse dürfe werde gebe gehe komme stehe bleibe liege brauche wisse sehe mache nehme finde halte geht ging gingen kommt kam kamen steht stand standen liegt lag lagen bleibt blieb blieben macht machte
 machten nimmt nahm nahmen bringt brachte brachten beginnt begann begannen gilt galt galten tut tat taten läuft lief liefen fiel
 fielen fällt wächst wuchs gewinnt gewann gewannen verliert verlor verloren trifft traf trafen lebt lebte lebten arbeitet arbeitete
 zeigt zeigte zeigten spielt spielte spielten folgt folgte folgten erhält erhielt erhielten bekommt bekam bekamen führt führte
 stirbt starb starben tötete töteten verletzte verletzten veröffentlichte veröffentlicht veröffentlichten entstand entstehen
 entsteht befindet befanden dauert dauerte dauerten sitzt saß saßen wählt wählte wählten sucht suchte suchten setzt setzte setzten
 versucht versuchte versuchten erreicht erreichte erreichten verließ verlässt verließen kostet kostete handelt handelte bietet bot boten
 enthält enthielt enthielten ehrt ehrte ehrten präsentiert präsentierte verhaftete verhafteten erschien erschienen erscheint hofft hoffte`

export const german: SpeechTable = {
  language: 'de',
  signs: {
    agent: /^(?:von|vom|durch)$/u,
    likeness: /^(?:wie|als)$/u,
    company: /(?!)/u,
    that: /^(?:dass|daß)$/u,
    joint: /^(?:und|sowie)$/u,
    partitive: /^(?:von|der)$/u,
    possessive: /^(?:sein|ihr)(?:e[rnms]?)?$/u,
    subject: /^(?:er|ich|wir|man)$/u,
    impersonal: /^es$/u,
    anybody: /^man$/u,
    expletive: /^(?:was|es)$/u,
    masculine: /^(?:er|ihm|ihn|sein\p{L}*)$/u,
    feminine: /^(?:sie|ihr\p{L}*)$/u,
    standing: /^(?:es|wir|ich|man|der|die|das|welche[rs]?|ihnen)$/u,
    ofThings: /^(?:sie|es|wir)$/u,
    aged: /^(?:der|die) \p{N}+-jährige$/iu,
    quoting: /^zitier(?:t|te|ten|en)$/u,
    quoted: /^zitiert$/u,
    passiveForm: /(?!)/u,
    pluralEnding: /(?:s|en)$/u,
    adjectiveEnding: /(?:e|en|er|es|em|te|ten)$/u,
    origin: /^(?:vom|von|aus)$/u,
    article: /^(?:der|die|das|ein|eine|einem|einen|einer|dem|den|des)\s+/iu,
    indefinite: /^eine?[nrms]?\s/iu,
    occasion:
      /\s+(?:am|in einem|in einer)\s+(?:\p{Lu}\p{L}+tag|Interview|Gespräch|Mitteilung|Erklärung)\b.*$/u,
    formerly: /^\p{L}+(?:e|er)\s\p{Lu}/u,
    shortened: /(?!)/u,
    ownerEnding: /(?!)/u,
    named: /^(?:dr|prof|sir|lord|lady|scheich)$/u,
    naming:
      /(?<!\p{L})(?:der|die|das|den|dem|des|ein|eine|einen|einem|einer)\s+(?:\p{Ll}+(?:e|en|er|es|em)\s+)?$/iu,
    publishing:
      /(?<!\p{L})(?:laut|im|aus (?:dem|der)|gegenüber (?:dem|der)|(?:(?!von |vor |mit |zu |nach |bei |gegen |an |auf |in |über |unter |aus |seit |trotz |wegen |zwischen )\p{L}+) dem|(?:sagte|sagten|sagt|erklärte|erklärten|berichtete|verriet|bestätigte)(?: \p{L}+){1,2} der)\s+$/iu,
    endingsAlone: { das: 'es', der: 'er', die: 'e' },
    small: /^(?:und|der|die|das|des|dem|den|im|von|zu|für|mit|am|auf)$/u,
  },
  hasCapitalNouns: true,
  isVerbSecond: true,
  speech: `${list(weak).flatMap(weakForms).join(' ')} ${strong}`,
  speechDependent: participles,
  verbs: done,
  verbEnding: /^\p{Ll}{3,}(?:t|te|ten|iert|ieren)$/u,
  dependentEnding: /^(?:ge\p{Ll}{3,}t|\p{Ll}{2,}zu\p{Ll}{3,}en)$/u,
  auxiliaries: `ist sind war waren hat haben hatte hatten wird werden wurde wurden sei seien habe hätte hätten wäre wären würde würden kann können
 konnte konnten muss müssen soll sollen sollte will wollen wollte darf mag möchte worden gewesen`,
  passives: 'wird werden wurde wurden worden ist sind',
  pronouns: `er sie es wir ich man ihr ihm ihn ihnen uns mich mir sich jemand niemand viele einige manche andere beide alle dieser diese dieses
 diesem diesen letzterer letztere ersterer erstere jeder keiner das dies`,
  masculine: 'er ihm ihn sein seine seinem seinen seiner seines',
  feminine: 'ihr ihre ihrem ihren ihrer ihres',
  plural: 'wir uns ihnen viele einige manche andere beide alle',
  determiners: `der die das ein eine den dem des einem einen einer eines dieser diese dieses diesem diesen jener jene jenes sein seine ihr ihre unser
 unsere seinem seinen seiner seines ihrem ihren ihrer ihres kein keine keiner keinen mehrere einige viele alle beide zwei drei vier fünf sechs
 sieben acht neun zehn zahlreiche manche jeder jede jedes solche welche`,
  oblique: `den dem des einem einen eines diesem diesen seinem seinen seines ihrem ihren ihres ihm ihn ihnen uns mich mir sich keinen keinem unserem unseren
 jenem jenen`,
  genitive: 'des der eines einer seiner ihrer seines ihres dieser dieses',
  prepositions: `laut gemäß in im ins an am ans auf aus bei beim von vom mit nach zu zum zur für gegen über unter vor hinter neben zwischen durch um ohne seit
 während wegen trotz bis innerhalb außerhalb gegenüber angesichts aufgrund anlässlich entlang statt anstatt infolge hinsichtlich
 bezüglich mittels dank nahe samt außer per pro ab aufseiten seitens als wie`,
  links: 'von vom für bei beim aus in im an am der des zu zur zum über auf gegen unter um',
  sources: [
    'laut',
    'nach angaben',
    'nach aussage',
    'nach aussagen',
    'nach den worten',
    'nach worten',
    'nach ansicht',
    'nach meinung',
    'nach auffassung',
    'nach einschätzung',
    'nach informationen',
    'nach auskunft',
    'nach darstellung',
    'gemäß',
    'so',
    'aus sicht',
    'in den worten',
  ],
  views: /^(?:ansicht|meinung|auffassung|augen|worten|einschätzung|überzeugung|sicht)$/u,
  utterances:
    /^(?:\p{L}*äußerung|\p{L}*äußerungen|aussage|aussagen|erklärung|forderung|kritik|warnung|antwort|begründung|bemerkung|behauptung|vorwurf|vorwürfe|frage|fazit|worte|worten|rede|meinung|ansicht|auffassung|zuversicht|überzeugung|mahnung|appell|bitte|entschuldigung|ankündigung|stellungnahme|bilanz|urteil|prognose|hoffnung|sorge|drohung|versprechen|zusage|brief|mitteilung|botschaft)$/u,
  sourcesBehind: ['zufolge'],
  conjunctions: 'und oder aber sondern doch sowie denn bzw',
  subordinators: `dass daß weil wenn ob als obwohl damit nachdem bevor indem sodass wobei wo wie warum wieso während sobald solange falls bis da
 worauf woraufhin wonach womit wodurch weshalb`,
  relatives: 'der die das dem den dessen deren denen welcher welche welches wer was',
  adverbs: `nicht auch noch nur schon bereits jedoch dagegen hingegen außerdem zudem ferner weiter weiterhin dann danach daraufhin darauf dazu damals
 heute gestern morgen jetzt nun immer wieder erneut erst einmal mehrfach später früher zuvor vorher zunächst schließlich zuletzt
 inzwischen mittlerweile indessen allerdings dabei hierzu hier dort so sehr etwa rund mehr weniger ganz gar ebenfalls ebenso gleichzeitig
 ausdrücklich offenbar angeblich vielmehr deshalb daher trotzdem dennoch demnach somit insbesondere unterdessen übrigens eher fast
 besonders aktuell kürzlich anschließend zusätzlich ursprünglich zeitgleich umgekehrt ansonsten andererseits einerseits
 immerhin jedenfalls allein vorerst bald seitdem seither zugleich wenig künftig derzeit gegenwärtig nachträglich wörtlich ein aus vor zurück hinzu fest mit an ab entgegen klar sich lakonisch weiters stets oft vermutlich wohl ja eben selbst bislang bisher`,
  adverbEnding: /^\p{Ll}{3,}(?:weise|dings|falls|lich|ig|isch)$/u,
  times: `montag dienstag mittwoch donnerstag freitag samstag sonnabend sonntag januar februar märz april mai juni juli august september oktober
 november dezember montagabend dienstagabend mittwochabend donnerstagabend freitagabend samstagabend sonntagabend`,
  infinitive: 'zu',
  particles: 'von van de der den zu zur vom und da di del la le bin ibn al el du dos',
  honorifics:
    'dr prof herr frau herrn sir lord lady scheich graf fürst baron freiherr papst könig königin prinz prinzessin kardinal hr fr dipl',
  titles: `präsident präsidentin kanzler kanzlerin minister ministerin chef chefin sprecher sprecherin leiter leiterin vorsitzende vorsitzender
 vorsitzenden richter richterin anwalt anwältin staatsanwalt staatsanwältin professor professorin direktor direktorin bürgermeister bürgermeisterin
 abgeordnete abgeordneter senator senatorin botschafter botschafterin general oberst hauptmann trainer trainerin manager managerin experte
 expertin forscher forscherin wissenschaftler wissenschaftlerin autor autorin schriftsteller schriftstellerin journalist journalistin
 künstler künstlerin sänger sängerin schauspieler schauspielerin regisseur regisseurin politiker politikerin beauftragte beauftragter sekretär
 sekretärin kommissar kommissarin premier premierminister ministerpräsident bischof papst könig königin kapitän polizist polizistin arzt ärztin
 lehrer lehrerin student studentin gründer gründerin geschäftsführer unternehmer unternehmerin ökonom ökonomin historiker historikerin kandidat
 kandidatin kritiker kritikerin moderator moderatorin redakteur redakteurin vertreter vertreterin mitglied präses pfarrer pfarrerin
 intendant intendantin dirigent komponist fußballer spieler spielerin stürmer torwart bundestrainer sportler sportlerin fahrer fahrerin
 astronaut pilot pilotin ingenieur landrat landrätin senatorin innensenator dekan rektor rektorin außenbeauftragte wehrbeauftragte
 oppositionsführer oppositionsführerin parteifreund kollege kollegin nachbar nachbarin zeuge zeugin mutter vater sohn tochter bruder schwester
 witwe witwer ehefrau ehemann ikone legende verleger blogger bloggerin aktivist aktivistin`,
  titleEnding:
    /(?:minister|ministerin|präsident|präsidentin|kanzler|kanzlerin|chef|chefin|chefs|sprecher|sprecherin|sprechers|leiter|leiterin|vorsitzende|vorsitzender|vorsitzenden|beauftragte|beauftragter|beauftragten|manager|managerin|politiker|politikerin|sekretär|sekretärin|direktor|direktorin|trainer|trainerin|meister|meisterin|anwalt|anwältin|richter|richterin|forscher|forscherin|experte|expertin|führer|führerin|kandidat|kandidatin|abgeordnete|abgeordneter|inhaber|inhaberin|gründer|gründerin|journalist|journalistin|ologe|ologin|general|kommissar|kommissarin|redakteur|redakteurin|senator|senatorin|botschafter|botschafterin|professor|professorin|sänger|sängerin|spieler|spielerin|staatsrat|stadtrat|stadträtin|gemeinderat|landrat|landrätin|vize|bischof|kollege|freund|wissenschaftler|premier)$/iu,
  shortTitles: { professor: ['prof'] },
  feminineTitles:
    /^(?:frau|königin|prinzessin|lady|mutter|tochter|schwester|witwe|\p{L}{4,}in|\p{L}*frau)$/iu,
  masculineTitles:
    /^(?:herr|herrn|könig|prinz|lord|sir|papst|vater|sohn|bruder|\p{L}*mann|\p{L}*(?:minister|präsident|kanzler|chef|sprecher|leiter|direktor|sekretär|trainer|meister|politiker|richter|anwalt|forscher|senator|professor|spieler|sänger|general|bischof|premier))$/iu,
  masculineNames: `peter michael thomas andreas wolfgang klaus jürgen günter günther stefan stephan christian martin werner horst frank dieter manfred
 uwe hans bernd ralf matthias rainer helmut gerhard heinz jörg karl markus olaf norbert alexander joachim rolf walter torsten thorsten sven jan
 dirk florian daniel tobias sebastian felix max maximilian paul lukas jonas leon philipp friedrich franz fritz otto heiko kai lars marco mario
 axel armin armin gerd guido gregor harald heinrich herbert hermann hubert hubertus ingo jens joschka johannes josef kurt ludwig lothar ottmar oskar
 philip reinhard richard robert roland rudolf rüdiger siegfried sigmar theodor tim ulrich volker volkmar wilhelm winfried barack george bill david
 john james william tony gordon nicolas jacques silvio vladimir wladimir dmitri mohammed mohammad ali mahmud hassan hamid kofi ban recep javier
 jose luis carlos mario kim jean pierre francois emmanuel donald joe mitt steve mark elon boris jens lech viktor janez thorbjørn leon`,
  feminineNames: `angela maria ursula monika petra elisabeth sabine renate helga karin brigitte ingrid erika andrea gisela claudia susanne gabriele christa
 christine hildegard anna birgit barbara ute heike stefanie martina anja silke nicole katrin kathrin sandra julia melanie sarah laura lena lisa
 katharina johanna sophie marie emma hannah lea charlotte annegret annalena sahra franziska nancy svenja manuela heidemarie herta hertha margot
 marlene rita rosa ruth silvia simone sonja tanja tina ulla ulrike ulla uta vera hillary condoleezza michelle margaret theresa jennifer ségolène
 julija aung benazir ellen christina carla alice claudia katarina renate petra yolanda zypries brigitte`,
  mentions:
    /(?<!\p{L})(?:wort|wörter|worte|begriff|begriffe|ausdruck|bezeichnung|namen?|titel|motto|slogan|spitznamen?|heißt|hieß|bekannt als|bekannte|unter dem|sich als|kürzel|abkürzung|schlagwort|hashtag|parole|stichwort|beiname[n]?|sprechchöre|namens|betitelt|sogenannte[nrs]?|bedeutet)[\s,:]*$/iu,
  namings: /(?<!\p{L})(?:getauft|genannte[nrsm]?|tituliert)[\s,:]*$/iu,
  works:
    /(?<!\p{L})(?:\p{L}*film|\p{L}*roman|\p{L}*buch|\p{L}*lied|\p{L}*album|\p{L}*alben|\p{L}*song|single|\p{L}*serie|\p{L}*sendung|\p{L}*show|\p{L}*stück|\p{L}*oper|musical|gedicht|\p{L}*artikel|\p{L}*magazin|\p{L}*zeitung|\p{L}*zeitschrift|zeitschrift|\p{L}*blatt|ausstellung|\p{L}*projekt|\p{L}*gruppe|\p{L}*band|\p{L}*partei|\p{L}*organisation|\p{L}*verein|\p{L}*bündnis|\p{L}*initiative|\p{L}*schiff|fähre|\p{L}*sender|\p{L}*institut|stiftung|\p{L}*programm|\p{L}*preis|\p{L}*tour|\p{L}*piste|\p{L}*abfahrt|\p{L}*restaurant|\p{L}*hotel|\p{L}*klub|\p{L}*club|werk|werke|\p{L}*reihe|operation|aktion|kampagne|internetseite|website|webseite|portal|rolle|film)[\s,:]*$/iu,
  scares: /(?<!\p{L})(?:sogenannte[nrsm]?|angebliche[nrsm]?|vermeintliche[nrsm]?|so genannte[nrsm]?)\s*$/iu,
}
