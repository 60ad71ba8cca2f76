import type { SpeechTable } from './table.ts'

/** "say": past and present; the rest is regular. */
const irregular: Record<string, readonly string[]> = {
  say: ['said', 'says', 'saying'],
  tell: ['told', 'tells', 'telling'],
  write: ['wrote', 'written', 'writes', 'writing'],
  think: ['thought', 'thinks', 'thinking'],
  read: ['read', 'reads', 'reading'],
  speak: ['spoke', 'spoken'],
  sing: ['sang', 'sung', 'sings', 'singing'],
  put: ['put', 'puts', 'putting'],
  see: ['saw', 'seen', 'sees', 'seeing'],
  hear: ['heard', 'hears', 'hearing'],
  swear: ['swore', 'sworn', 'swears', 'swearing'],
  foretell: ['foretold', 'foretells', 'foretelling'],
  begin: ['began', 'begun', 'begins', 'beginning'],
  feel: ['felt', 'feels', 'feeling'],
  find: ['found', 'finds', 'finding'],
  hold: ['held', 'holds', 'holding'],
  rethink: ['rethought', 'rethinks'],
  quip: ['quipped', 'quips', 'quipping'],
  admit: ['admitted', 'admits', 'admitting'],
  submit: ['submitted', 'submits', 'submitting'],
  permit: ['permitted', 'permits', 'permitting'],
  refer: ['referred', 'refers', 'referring'],
  rap: ['rapped', 'raps', 'rapping'],
  rip: ['ripped', 'rips', 'ripping'],
  slam: ['slammed', 'slams', 'slamming'],
  blog: ['blogged', 'blogs', 'blogging'],
  plug: ['plugged', 'plugs', 'plugging'],
  dub: ['dubbed', 'dubs', 'dubbing'],
  spin: ['spun', 'spins', 'spinning'],
  retell: ['retold', 'retells', 'retelling'],
  understand: ['understood', 'understands', 'understanding'],
  know: ['knew', 'known', 'knows', 'knowing'],
  teach: ['taught', 'teaches', 'teaching'],
  keep: ['kept', 'keeps', 'keeping'],
  shoot: ['shot', 'shoots', 'shooting'],
  draw: ['drew', 'drawn', 'draws', 'drawing'],
  make: ['made', 'makes', 'making'],
  go: ['went', 'gone', 'goes', 'going'],
  give: ['gave', 'given', 'gives', 'giving'],
  take: ['took', 'taken', 'takes', 'taking'],
  get: ['got', 'gotten', 'gets', 'getting'],
  come: ['came', 'comes', 'coming'],
  leave: ['left', 'leaves', 'leaving'],
  bring: ['brought', 'brings', 'bringing'],
  stand: ['stood', 'stands', 'standing'],
  run: ['ran', 'runs', 'running'],
  meet: ['met', 'meets', 'meeting'],
  win: ['won', 'wins', 'winning'],
  lose: ['lost', 'loses', 'losing'],
  send: ['sent', 'sends', 'sending'],
  fall: ['fell', 'fallen', 'falls', 'falling'],
  rise: ['rose', 'risen', 'rises', 'rising'],
  sit: ['sat', 'sits', 'sitting'],
  hit: ['hit', 'hits', 'hitting'],
  set: ['set', 'sets', 'setting'],
  lead: ['led', 'leads', 'leading'],
  grow: ['grew', 'grown', 'grows', 'growing'],
  throw: ['threw', 'thrown', 'throws', 'throwing'],
  break: ['broke', 'broken', 'breaks', 'breaking'],
  choose: ['chose', 'chosen', 'chooses', 'choosing'],
  fight: ['fought', 'fights', 'fighting'],
  seek: ['sought', 'seeks', 'seeking'],
  sell: ['sold', 'sells', 'selling'],
  build: ['built', 'builds', 'building'],
  buy: ['bought', 'buys', 'buying'],
  spend: ['spent', 'spends', 'spending'],
  lay: ['laid', 'lays', 'laying'],
  pay: ['paid', 'pays', 'paying'],
  show: ['showed', 'shown', 'shows', 'showing'],
  mean: ['meant', 'means', 'meaning'],
  become: ['became', 'becomes', 'becoming'],
  withdraw: ['withdrew', 'withdrawn', 'withdraws', 'withdrawing'],
  strike: ['struck', 'strikes', 'striking'],
  shake: ['shook', 'shaken', 'shakes', 'shaking'],
  cut: ['cut', 'cuts', 'cutting'],
  let: ['let', 'lets', 'letting'],
  beat: ['beat', 'beaten', 'beats', 'beating'],
  bear: ['bore', 'borne', 'bears', 'bearing'],
  wear: ['wore', 'worn', 'wears', 'wearing'],
  drive: ['drove', 'driven', 'drives', 'driving'],
  deal: ['dealt', 'deals', 'dealing'],
  want: ['wanted', 'wants', 'wanting'],
  die: ['died', 'dies', 'dying'],
  lie: ['lied', 'lay', 'lies', 'lying'],
  flip: ['flipped', 'flips', 'flipping'],
  drop: ['dropped', 'drops', 'dropping'],
  stop: ['stopped', 'stops', 'stopping'],
  plan: ['planned', 'plans', 'planning'],
}

const said = `say tell add ask write call explain note state argue claim warn insist declare announce acknowledge admit
 reply respond continue conclude recall remark comment tweet retweet post suggest testify urge vow pledge predict quip joke
 observe stress emphasize emphasise reiterate maintain confirm deny describe accuse demand promise complain caution
 concede contend counter boast exclaim shout yell scream whisper agree disagree denounce condemn praise label label brand dub hail
 quote report think believe lament muse opine retort answer assert assure allege advise affirm attest aver bemoan
 beg bellow blast blame blog brag charge cheer chide chant cite clarify concur confess confide confront contemplate
 crow cry decry deadpan defend deem demur deride detail dismiss dispute echo elaborate email enthuse estimate
 exhort expect explain express fret fume gasp gripe groan growl grumble guess gush hint hope imply
 implore inform inquire instruct interject intone invite invoke jab jeer jest lambaste laud lecture liken mention moan mock
 murmur mutter note object offer order outline petition plead point pontificate pray preach press proclaim profess
 pronounce propose protest put question ramble rant rap rationalize read reason rebuff rebuke rebut recite recommend
 recount refer reflect refute register rejoin relate remember remind reminisce repeat report request reveal
 rip roar rule sag say scoff scold scribble sing slam slur snap snarl sneer speculate speak spell sputter stammer
 stipulate summarize summarise swear sum taunt tease thank theorize threaten thunder tout trumpet type underline underscore
 understand volunteer vent voice wail welcome whine wonder wager weigh criticize criticise attack bash slam ridicule characterize
 characterise portray mock reject applaud commend compare disclose divulge dictate joke lash apologize apologise rail
 insinuate sign interpret warn wish worry write yelp admonish advocate acclaim advertise air caption compliment
 congratulate contest credit curse decide declare deplore depict designate diagnose disavow discuss doubt
 downplay endorse envision evoke extol fault flag forecast foresee greet herald highlight impugn indicate
 interrupt justify lampoon list narrate nickname nod opine phrase plug pen profess prophesy publish rate ridicule salute
 sermonize shrug sigh spout smile laugh tag tell term text title titled toast trash venture vouch assess accept
 articulate chime chip cackle chuckle conjecture contradict crack gloat grin gush hear howl kid`

const done = `make go give take get come leave bring stand run meet win lose send fall rise sit hit set lead grow throw
 break choose fight seek sell build buy spend lay pay show mean become withdraw strike shake cut let beat bear wear drive
 deal want die lie flip drop stop plan know see find hold keep teach shoot draw begin need try use work help start end open close
 move live play turn look seem appear support oppose release issue launch visit arrive return attend face hope like love
 hate prefer plan join reach raise receive serve stay remain require provide include involve follow lead allow apply ask
 carry cause change check choose claim clear consider contain cover create cross deliver depend design develop direct enter
 exist expand fail focus force form gain gather handle happen head host identify ignore improve increase intend introduce
 kill lack learn lift listen manage mark match matter miss name offer operate own pass pick point prepare present
 prevent produce promote protect prove push react realize recognize reduce refuse remove represent resign resist rest
 result risk save search serve share shift sign sound spark speak spread step struggle succeed suffer talk target test
 touch train travel treat trust vote wait walk watch wonder worry approach campaign double doubled`

function past(verb: string): string {
  if (verb.endsWith('e')) return `${verb}d`
  return /[^aeiou]y$/u.test(verb) ? `${verb.slice(0, -1)}ied` : `${verb}ed`
}
function present(verb: string): string {
  if (/(?:s|x|ch|sh)$/u.test(verb)) return `${verb}es`
  return /[^aeiou]y$/u.test(verb) ? `${verb.slice(0, -1)}ies` : `${verb}s`
}
function continuous(verb: string): string {
  return verb.endsWith('e') && !verb.endsWith('ee') ? `${verb.slice(0, -1)}ing` : `${verb}ing`
}
const list = (words: string): string[] => words.trim().split(/\s+/u)
const finite = (verb: string): readonly string[] =>
  irregular[verb]?.filter((form) => !form.endsWith('ing')) ?? [past(verb), present(verb)]
const dependent = (verb: string): readonly string[] => [
  irregular[verb]?.find((form) => form.endsWith('ing')) ?? continuous(verb),
  verb,
]

export const english: SpeechTable = {
  language: 'en',
  signs: {
    agent: /^by$/u,
    likeness: /^as$/u,
    company: /^with$/u,
    that: /^that$/u,
    joint: /^and$/u,
    partitive: /^of$/u,
    possessive: /^(?:his|her|their|its)$/u,
    subject: /(?!)/u,
    impersonal: /(?!)/u,
    anybody: /(?!)/u,
    expletive: /^(?:what|there|it)$/u,
    masculine: /^(?:he|his|him)$/u,
    feminine: /^(?:she|her)$/u,
    standing: /^(?:they|their|it|its|i|we|you|who|whom|which|that|this|them)$/u,
    ofThings: /^(?:they|their|it|its|we)$/u,
    aged: /^the \p{N}+-year-old$/iu,
    quoting: /^(?:quot|cit|paraphras|describ)(?:e[sd]?|ing)$/u,
    quoted: /^(?:quoted|cited|reported|heard|overheard|recorded)$/u,
    passiveForm: /(?:ed|en|told|said)$/u,
    pluralEnding: /(?:s|people|men|women|police|many|some|others)$/u,
    adjectiveEnding: /(?!)/u,
    origin: /^(?:of|from|at|in|for)$/u,
    article: /^(?:an?|the)\s+/iu,
    indefinite: /^an?\s/iu,
    occasion:
      /\s+(?:in an?|on|during|by)\s+(?:interview|statement|telephone|phone|e-?mail|\p{Lu}\p{L}+day)\b.*$/u,
    formerly:
      /^(?:former|acting|longtime|retired|senior|junior|fellow|local|deputy|onetime|veteran|outgoing|incoming|police|prison|school|film|team|union|party|police|campaign|state|city|county)\s/iu,
    shortened: /^(?<pronoun>he|she|it|they|we|i|you|that|who|there|what|here)'(?<rest>s|d|ll|re|ve|m)$/u,
    ownerEnding: /'s$|(?<=s)'$/u,
    named: /^(?:dr|prof|sir|dame|lord|lady|sheikh)$/u,
    naming: /(?!)/u,
    publishing: /(?!)/u,
    endingsAlone: {},
    small: /^(?:a|an|and|as|at|but|by|for|from|in|into|of|on|or|the|to|with|vs\.?)$/u,
  },
  hasCapitalNouns: false,
  isVerbSecond: false,
  speech: list(said).flatMap(finite).join(' '),
  speechDependent: list(said).flatMap(dependent).join(' '),
  verbs: list(done)
    .flatMap((verb) => [...finite(verb)])
    .join(' '),
  verbEnding: /^\p{L}{2,}ed$/u,
  dependentEnding: /^\p{L}{2,}ing$/u,
  auxiliaries: `is are was were be been being am has have had having do does did will would can could may might must shall should
 isn't aren't wasn't weren't hasn't haven't hadn't don't doesn't didn't won't wouldn't can't couldn't mustn't shouldn't 'd 'll 've 're 's 'm`,
  passives: 'is are was were be been being get got',
  pronouns: `he she they it i we you everyone everybody someone somebody nobody one others many some both few
 most several all him her them me us himself herself themselves itself this these those another neither each`,
  masculine: 'he him his himself',
  feminine: 'she her hers herself',
  plural: 'they them their we us i you many some others few both several most all',
  determiners: `the a an his her its their our my your this these those some many several most all both no any each every
 another other one two three four five six seven eight nine ten dozens hundreds thousands few more such which`,
  oblique: '',
  genitive: '',
  prepositions: `of in on at for from with by to about against during into through over under between among before after
 without within toward towards near behind across along outside inside despite amid following since until till upon like
 unlike regarding concerning via per off around beyond beneath above below beside besides versus alongside than including
 except throughout onto up down out`,
  links:
    'of for at from in with to on against behind near about by under between among inside outside across over within off',
  sources: ['according to', 'in the words of', 'as per'],
  views:
    /^(?:view|views|opinion|words|telling|eyes|estimation|account|assessment|judgment|judgement|mind|retelling|phrase|phrasing)$/u,
  utterances:
    /^(?:remarks?|comments?|statements?|claims?|assertions?|warnings?|answers?|reply|response|responses|retort|promises?|pledges?|vows?|threats?|calls?|descriptions?|declarations?|insistence|words|catchphrase|phrase|slogan|motto|tweets?|posts?|message|letter|line|quip|joke|complaints?|criticism|accusations?|allegations?|argument|contention|suggestion|question|questions|plea|advice|verdict|conclusion|speech|refrain|mantra|characterization|reference|references|admission|confession|apology|explanation|prediction|observation|testimony|quote|boast|demand|demands|request|proposal)$/u,
  sourcesBehind: [],
  conjunctions: 'and but or nor yet then plus',
  subordinators: `that because while when if although though as since unless until whereas whether after before once where why how
 so lest whenever wherever what`,
  relatives: 'who whom whose which that',
  adverbs: `not also never always often still just even only again soon once later then now already ever too very
 instead meanwhile however moreover further furthermore nonetheless nevertheless perhaps maybe rather quite almost
 twice here there today yesterday tomorrow tonight ago together back away earlier first last next n't else though
 forward aloud alike anyway afterward afterwards well once`,
  adverbEnding: /^\p{L}{3,}ly$/u,
  times: `monday tuesday wednesday thursday friday saturday sunday january february march april may june july august
 september october november december jan feb mar apr jun jul aug sept oct nov dec mondays tuesdays wednesdays thursdays fridays saturdays sundays`,
  infinitive: 'to',
  particles: 'de da di du del della van von der den la le bin ibn bint al el dos das ter ten zu y e st',
  honorifics:
    'dr mr mrs ms mx prof sir dame lord lady rev fr sheikh sister sen rep gov gen lt col sgt capt maj adm hon amb messrs cllr supt insp st brother father pope king queen prince princess',
  titles: `secretary president minister senator sen representative rep governor gov general gen director chief spokesman
 spokeswoman spokesperson ambassador mayor judge justice professor chairman chairwoman chairperson chair ceo cfo coo officer
 commissioner detective sheriff sergeant sgt cllr supt insp envoy analyst attorney lawyer prince princess king queen pope bishop archbishop
 chancellor premier speaker leader coach manager captain capt colonel col lieutenant lt major maj admiral adm commander editor author
 researcher scientist economist historian engineer founder co-founder cofounder head deputy aide adviser advisor activist
 resident physician doctor nurse teacher principal superintendent owner student reporter journalist columnist councillor
 councilman councilwoman councilmember lawmaker counsel prosecutor inspector constable critic artist singer actor actress
 filmmaker pilot farmer expert consultant strategist executive ministers official officials candidate nominee
 congressman congresswoman mp mep md pollster host anchor moderator correspondent blogger writer novelist poet screenwriter
 producer broadcaster presenter commentator pundit contributor operative organizer organiser veteran member members vice-president
 fellow scholar dean provost rector chaplain pastor priest rabbi imam cardinal monk nun father mother brother sister son daughter
 wife husband widow cousin uncle aunt friend neighbor neighbour colleague witness victim survivor defendant plaintiff
 supporter voter volunteer delegate lobbyist donor billionaire businessman businesswoman entrepreneur investor banker broker
 trader developer designer architect programmer driver player midfielder striker goalkeeper defender quarterback athlete
 swimmer runner champion trainer referee umpire guitarist drummer bassist composer conductor dancer comedian rapper
 musician photographer painter sculptor chef curator librarian psychologist psychiatrist sociologist biologist chemist
 physicist astronomer geologist ecologist epidemiologist virologist statistician mathematician philosopher theologian
 linguist anthropologist archaeologist firefighter paramedic officer trooper soldier marine ranger warden agent spy
 treasurer comptroller controller auditor ombudsman clerk registrar secretary-general emperor sultan emir
 premier chairwoman negotiator diplomat mediator specialist scientist-in-chief editor-in-chief partner associate
 assistant intern customer shopper passenger patient tourist worker laborer miner fisherman rancher grower baker butcher
 carpenter plumber electrician mechanic cook waiter waitress bartender barber designer model star legend guru tycoon magnate
 mogul heir heiress baron count countess duke duchess earl frontrunner front-runner rival challenger opponent incumbent boss coauthor co-author academic undersecretary under-secretary millionaire chairlady co-chair co-chairman vicar headmaster headmistress schoolteacher motorist driver democrat republican libertarian grandmother grandfather mom dad mum nephew niece`,
  titleEnding: /^(?:\p{L}+-)*\p{L}*(?:man|woman|person|ologist|ographer|master|keeper|maker)$/u,
  shortTitles: {
    senator: ['sen'],
    governor: ['gov'],
    representative: ['rep'],
    congressman: ['rep'],
    congresswoman: ['rep'],
    general: ['gen'],
    lieutenant: ['lt'],
    colonel: ['col'],
    captain: ['capt'],
    sergeant: ['sgt'],
    professor: ['prof'],
    doctor: ['dr'],
    councillor: ['cllr'],
    superintendent: ['supt'],
    inspector: ['insp'],
  },
  feminineTitles:
    /^(?:mrs|ms|miss|lady|dame|sister|queen|princess|actress|waitress|heiress|duchess|countess|mother|wife|daughter|aunt|widow|nun|\p{L}*woman|\p{L}*women|girl)$/u,
  masculineTitles:
    /^(?:mr|sir|lord|king|prince|pope|father|husband|son|uncle|monk|brother|duke|earl|(?:\p{L}*[^o\P{L}])?man|businessman|boy|actor|fr|archbishop|cardinal)$/u,
  masculineNames: `james john robert michael william david richard joseph thomas charles christopher daniel matthew anthony mark donald
 steven paul andrew joshua kenneth kevin brian george edward ronald timothy jason jeffrey ryan jacob gary nicholas eric jonathan stephen
 larry justin scott brandon benjamin samuel gregory frank alexander raymond patrick jack dennis jerry tyler aaron jose adam
 henry nathan douglas zachary peter kyle walter ethan jeremy harold keith christian roger noah gerald carl terry sean
 austin arthur lawrence jesse dylan bryan joe jordan billy bruce albert willie gabriel logan alan juan wayne roy ralph
 randy eugene vincent russell elijah louis bobby philip johnny barack bernie ted marco jeb mitt ben bill al jim tim tom mike dan
 ken rand chris steve joel bob dick ron rick greg jeff matt tony fred ahmed mohammed muhammad ali omar hassan hussein ibrahim
 vladimir sergei dmitri ivan boris luis carlos miguel jorge pedro francisco antonio manuel javier rafael diego emmanuel francois
 pierre jean jacques hans klaus wolfgang jürgen dieter gerhard helmut karl otto franz fritz max felix simon martin stefan
 giovanni marco mario luigi andrea xi hiroshi kenji raj narendra arjun graham gordon nigel tony neil ian colin stuart alistair hugh
 simon geoffrey clive derek trevor nick rodrigo silvio nicolas kofi nelson desmond jacob bashar saddam yasser benjamin ehud shimon ariel
 earl harry elliot elliott oliver leo oscar theo luke wes newt dwight clint chuck curtis cory craig dean don doug ed ernie evan glenn jay jake
 jon josh kurt lee leon len lou marty marvin mel nate norman pat pete phil ray reince rob rod ross sam seth sidney stan stanley
 todd vince warren wade will woody`,
  feminineNames: `mary patricia jennifer linda elizabeth barbara susan jessica sarah karen lisa nancy betty margaret sandra ashley
 kimberly emily donna michelle carol amanda dorothy melissa deborah stephanie rebecca sharon laura cynthia kathleen amy
 angela shirley anna brenda pamela emma nicole helen samantha katherine christine debra rachel carolyn janet catherine maria
 heather diane ruth julie olivia joyce virginia victoria kelly lauren christina joan evelyn judith megan andrea cheryl
 hannah jacqueline martha gloria teresa ann sara madison frances kathryn janice jean abigail alice julia judy sophia grace denise
 amber doris marilyn danielle beverly isabella theresa diana natalie brittany charlotte marie kayla alexis lori hillary
 chelsea carly sonia elena ruth nikki condoleezza huma loretta debbie jan kim kate katie kathy jill jane jenny jen wendy tina
 tammy sue sally rosa robin rita peggy paula nina nora nadia monica molly mia melania ivanka megyn lucy louise lynn lena leila lina fatima
 aisha amina layla zainab yolanda yvonne ursula ulrike sabine petra monika renate heike claudia birgit ingrid greta astrid
 annegret annalena marine segolene simone brigitte christiane theresa nicola ruth priti gina florence fiona eva erin erika ellen
 eleanor dolores dilma cristina cindy carmen camille bonnie beth becky anne annie anita allison alison alexandra agnes ada`,
  mentions:
    /\b(?:(?:the|a|an|this|that|one|each|every|no) word|terms?|phrase|slogan|motto|called|known as|named|titled|entitled|pronounced|spelled|spelt|hashtag|abbreviated|meaning|means|translates? (?:to|as|into)|acronym|code ?name[d]?|initials|letters?|expression|headed|captioned|marked|stamped|inscribed|billed as)[\s,:]*$/iu,
  namings: /\b(?:nicknamed|dubbed|labeled|labelled|branded|christened|billed)[\s,:]*$/iu,
  works:
    /\b(?:books?|novels?|memoirs?|films?|movies?|songs?|albums?|singles?|shows?|series|plays?|musicals?|operas?|poems?|essays?|articles?|columns?|paintings?|sculptures?|podcasts?|sitcoms?|documentary|documentaries|magazine|newspaper|programs?|programmes?|game|videogame|tracks?|hits?|band|exhibition|website|web ?site|blog|NBC['’]s|CBS['’]s?|ABC['’]s|CNN['’]s|Fox(?: News)?['’]s?|MSNBC['’]s|PBS['’]s?|BBC['’]s|NPR['’]s|seminar|conference|lecture|episode|chapter|segment|sequel|thriller|drama|comedy|tour|ship|boat|yacht|restaurant|hotel|club)[\s,:]*$/iu,
  scares: /\b(?:so-called|supposed|alleged|purported|proverbial|quote-unquote)\s*$/iu,
}
