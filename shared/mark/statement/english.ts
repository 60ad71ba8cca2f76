import { speechVerbs } from '../../document/speech.ts'
import type { Vocabulary } from './vocabulary.ts'

const list = (words: string): string[] => words.trim().split(/\s+/u)
const phrases = (words: string): string[] => words.trim().split(/\s*[,\n]\s*/u)

export const english: Vocabulary = {
  smallNumbers: {
    one: 1,
    two: 2,
    three: 3,
    four: 4,
    five: 5,
    six: 6,
    seven: 7,
    eight: 8,
    nine: 9,
    ten: 10,
    eleven: 11,
    twelve: 12,
    thirteen: 13,
    fourteen: 14,
    fifteen: 15,
    sixteen: 16,
    seventeen: 17,
    eighteen: 18,
    nineteen: 19,
    twenty: 20,
    thirty: 30,
    forty: 40,
    fifty: 50,
    sixty: 60,
    seventy: 70,
    eighty: 80,
    ninety: 90,
  },
  joinsTens: { by: '-', isUnitFirst: false },
  magnitudes: {
    hundred: 1e2,
    thousand: 1e3,
    k: 1e3,
    million: 1e6,
    mn: 1e6,
    m: 1e6,
    billion: 1e9,
    bn: 1e9,
    b: 1e9,
    trillion: 1e12,
    tn: 1e12,
  },
  ones: list('a an'),
  halves: list('half'),
  vagueNumbers: phrases(
    'tens of thousands, hundreds of thousands, tens of millions, hundreds of millions, dozens, scores of, hundreds of, thousands of, millions of, billions of, a dozen, half a dozen, hundreds, thousands, millions, billions, several hundred, several thousand, several dozen',
  ),
  numbersThatRefer: list('the these those both other last first next following of any no'),
  shares: phrases(
    'half of, half the, half a million, one-third, two-thirds, two thirds, one-quarter, three-quarters, three quarters, one-fifth, two-fifths, a third of, a quarter of, a fifth of, a tenth of, one in two, one in three, one in four, one in five, one in six, one in ten, two in three, three in four, nine in ten, one out of, two out of, three out of, nearly half, more than half, about half, less than half, a majority of, the majority of, by half, in half, tripled, doubled, quadrupled, halved',
  ),
  percents: phrases('percent, per cent, pct, percentage point, percentage points'),
  currencies: list(
    'rs dollar dollars euro euros pound pounds yen yuan rubles roubles rouble ruble rupees rupee francs franc pesos peso cents pence usd eur gbp chf jpy',
  ),
  timeUnits: list(
    'second seconds minute minutes hour hours day days week weeks month months year years decade decades century centuries season seasons fortnight weekend weekends',
  ),
  vagueDurations: phrases(
    'for years, for months, for weeks, for days, for decades, for centuries, years of, months of, weeks of, days of, decades of, centuries of, decades-long, years-long, months-long',
  ),
  ageEndings: ['-year-old', '-year-olds', '-month-old', '-week-old', '-day-old'],
  agesAfter: list('old'),
  centuries: list('century centuries'),
  numbered: list(
    'article section chapter page room flight route highway channel no boeing airbus windows formula group zone level resolution amendment title figure table part phase step grade apollo psalm interstate exit gate platform bus line unit version episode season round game week day number type agenda area pier studio',
  ),
  decimalMark: '.',

  months: [
    list('january jan'),
    list('february feb'),
    list('march mar'),
    list('april apr'),
    list('may'),
    list('june jun'),
    list('july jul'),
    list('august aug'),
    list('september sept sep'),
    list('october oct'),
    list('november nov'),
    list('december dec'),
  ],
  ambiguousMonths: list('may march mar jan august april june sep dec jun jul'),
  beforeMonths: list(
    'in since until till by of from early late mid last this next during through between before after',
  ),
  weekdays: [
    list('monday mondays mon'),
    list('tuesday tuesdays tue tues'),
    list('wednesday wednesdays'),
    list('thursday thursdays thu thurs'),
    list('friday fridays fri'),
    list('saturday saturdays'),
    list('sunday sundays'),
  ],
  noWeekdayAfter: list('black good cyber ash'),
  dates: phrases(
    `yesterday, last week, last month, last year, last night, last summer, last spring, last autumn, last fall, last winter,
    this week, this month, this year, this summer, this spring, this fall, this winter, this morning, this afternoon, next week, next month, next year,
    next summer, next spring, next fall, earlier this week, earlier this month, earlier this year, later this year, later this month, a year ago,
    a month ago, a week ago, a decade ago, a century ago, recent months, recent weeks, recent days`,
  ),
  seasons: list('spring summer autumn winter'),
  beforeYears: list(
    'in since until till during year years circa the a an this that its his her their our fall mid early late',
  ),
  counted: list('people men women children police staff feet km kg mph ft acres sq hp mw gw kw'),
  pluralEndings: list('s'),
  singularEndings: list("ss us is 's ics"),
  clock: phrases("a.m, p.m, a.m., p.m., am, pm, o'clock, noon, midnight"),

  roles: list(
    `secretary president president-elect vice-president minister senator sen representative rep governor gov general gen director chief
    spokesman spokeswoman spokesperson ambassador mayor cllr supt insp judge justice professor chairman chairwoman chairperson chair ceo cfo coo cto officer
    commissioner detective sheriff sergeant sgt envoy analyst attorney lawyer prince princess king queen pope bishop archbishop cardinal chancellor premier
    speaker leader coach manager captain capt colonel col lieutenant lt major maj admiral adm commander editor author researcher
    scientist economist historian engineer founder co-founder cofounder head deputy aide adviser advisor activist physician
    superintendent councillor councilman councilwoman councilmember lawmaker counsel prosecutor inspector constable congressman
    congresswoman mp mep candidate nominee columnist dean provost chaplain rabbi imam strategist consultant executive
    secretary-general lecturer curator conductor principal treasurer solicitor auditor ombudsman owner correspondent physicist biologist sociologist
    administrator coordinator organizer organiser trustee singer actor actress comedian novelist poet epidemiologist surgeon pediatrician psychologist fellow entrepreneur`,
  ),
  rolePrefixes: list(
    'former acting deputy vice special prime chief interim senior associate assistant lead founding managing late then-',
  ),
  honorifics: list('mr mrs ms mx dr prof sir dame lord lady rev fr sheikh sister'),
  particles: list('de da di du del della van von der den la le bin ibn bint al el dos das ter ten zu y e'),
  noNameEndings: [],
  institutions: list(
    `university institute council house party state street group committee court department ministry agency bank company association union
    federation foundation center centre school college church museum hospital press times post journal news office board bureau commission corps
    congress parliament senate army navy force forces police service services administration government league club united national international
    act bill law treaty agreement prize award cup games series world war day avenue road park river lake mountain bridge airport station city county
    north south east west new central inc corp ltd co llc plc network society fund initiative program project republic republicans democrats republican democrat
    islands island valley bay beach hall tower building square summit conference festival
    olympics championship championships league islamic american african european asian arab muslim christian jewish catholic supreme federal`,
  ),
  beforePlaces: list('in near outside across throughout'),
  noNames: list(
    `the a an he she it they we i you his her its their our my your in on at but and or however this that these those there here when while after before as for if since
    although though still yet so then now both some many most others other officials according with by to not no what who why how where which whose whom because from of
    during despite without within under over between among against through until once also even meanwhile instead earlier later today yesterday tomorrow one two three
    four five six seven eight nine ten all each every any few several more less only just about like unlike until upon toward towards further furthermore moreover
    nevertheless nonetheless perhaps maybe indeed rather such than thus hence additionally finally eventually recently currently previously first second third last next
    yes well oh please let's let it's he's she's that's there's they're we're i'm i've don't can't critics experts analysts people men women children police
    authorities researchers scientists sources witnesses supporters opponents activists is are was were do does did has have had will would can could should may might must`,
  ),
  seats: list(
    'u.s. u.k. u.n. u.s.a. us uk un usa eu uae washington moscow beijing london paris berlin brussels tehran jerusalem kyiv kiev ankara riyadh damascus delhi tokyo seoul pyongyang kremlin pentagon europe congress parliament',
  ),
  peoples: list('ish ian ans ese ench erman ussian'),
  isCapitalAName: true,
  copulas: list('is was became becomes remains remained named appointed elected'),
  articles: list('the a an his her its their our'),

  superlatives: list(
    `largest biggest smallest highest lowest longest shortest oldest youngest newest latest earliest fastest slowest greatest richest poorest
    strongest weakest deepest heaviest deadliest hottest coldest warmest wettest driest tallest widest nearest closest safest cheapest costliest
    brightest toughest hardest steepest busiest wealthiest bloodiest farthest furthest broadest sharpest rarest lightest thickest thinnest loudest loveliest simplest`,
  ),
  topmost: phrases(
    `the best, the worst, unprecedented, record-breaking, record-high, record-low, record high, record low, a record, the record, all-time, first-ever, for the first time, the first time, for the last time, never before,
    the only, the sole, the first, the most, the least, the second-largest, the third-largest, world-first, unmatched, unrivalled, unrivaled, second-largest, third-largest, no other, its first, his first, her first, their first, the very first, the second-most, most significant, most important`,
  ),
  noSuperlatives: phrases(
    `the first place, first lady, the first lady, the first half, the first quarter, the first day, the first step, the first thing, the last thing, the last minute, the last few, the last several, the last week, the last month, the last year, the last years, the last decade,
    the last two, the last three, the last four, the last five, the last six, the last ten, the last time, the first two, the first three, the first few, the first round, the best of, best of, at best, at worst, at the latest, at least, at most, best known, best-known, best-selling, the most part, for the most part,
    do his best, do her best, do their best, the best way, the only thing, the only way, most of, latest, the latest, the best thing, not the only, make the most, the record straight, off the record, on the record, for the record, the worst of`,
  ),
  absolutes: phrases(
    'never, always, nobody, no one, none of, not a single, every single, without exception, without exceptions, unanimous, unanimously, all of the, every one of, exactly, entirely, invariably, everyone, no longer',
  ),
  causes: phrases(
    `because, because of, due to, caused, causes, caused by, led to, leads to, as a result of, resulted in, results in, thanks to, blamed on, blamed for, triggered, sparked,
    prompted, contributed to, stemmed from, attributed to, owing to, in response to, as a consequence of, is why, responsible for`,
  ),
  comparisons: list(
    'more less fewer higher lower greater smaller larger bigger better worse faster slower older younger longer shorter cheaper stronger weaker earlier later twice times',
  ),
  comparisonEnds: list('than as'),
  wholeComparisons: phrases(
    'compared with, compared to, outnumber*, outpac*, exceed*, surpass*, ahead of, up from, down from, rose from, fell from, twice as, as many as, as much as, on par with',
  ),

  unnamed: list(
    `critics officials experts observers analysts sources insiders witnesses supporters opponents activists campaigners economists scientists researchers lawyers
    diplomats historians investigators authorities advocates skeptics sceptics aides residents lawmakers politicians commentators pundits proponents detractors rivals
    colleagues neighbors neighbours executives investors traders doctors specialists scholars academics groups media reports source official insider studies police prosecutors`,
  ),
  unnamedPhrases: phrases(
    `reportedly, it is believed, it is thought, it is said, it was reported, it is understood, is widely believed, is widely seen, is believed to, are believed to, was believed to, is thought to, are thought to,
    is said to, are said to, was said to, is rumored, is rumoured, sources close to, people familiar with, person familiar with, a source, on condition of anonymity, according to sources, according to officials, according to people, according to reports,
    according to experts, according to critics, according to witnesses, some say, some argue, many say, many believe, some believe, many argue, some fear, many fear, declined to be named, who asked not to be`,
  ),
  speech: [
    ...speechVerbs.filter((verb) => !verb.endsWith('ing')),
    ...list(
      'say warn argue claim note insist declare announce explain call tell add write suggest stress maintain confirm deny describe accuse demand complain criticize criticise criticized criticised concede admit acknowledge predict contend alleged alleges allege caution',
    ),
  ],
  opinions: list(
    'fear fears feared hope hoped estimate estimated estimates expect expected expects believe think worry worried worries hold express expressed agree see view doubt raised suspect',
  ),
  addressing: list(
    'told tells tell asked asks ask called calls call urged urges accused accuses praised quoted described describes denied criticized criticised blamed condemned noted',
  ),
  naming: list('called calls call observed observes thought dubbed branded labeled labelled asked posted'),
  infinitives: list('to'),
  attributions: phrases('according to, as reported by, in the words of, citing'),

  accusing: phrases(
    `accused, accuses, accusing, accuse, accusation*, alleged, allegedly, alleges, allegation*, charged with, convicted, indicted, indictment, sued, lawsuit against, pleaded guilty, found guilty, guilty of,
    suspected of, suspected, under investigation for, investigated for, complicit in, complicit, blamed for, implicated, arrested, arrests, arrested for, arrested on, sentenced to, fired for, admitted to, admitted having, responsible for the deaths, responsible for the killing`,
  ),
  accusingVerbs: [],
  accusingParticle: '',
  wrongs: phrases(
    `fraud*, corrupt, corruption, brib*, embezzl*, murder, murdered, murderer, rape, raped, rapist, sexual assault, sexually assaulted, sexual misconduct, sexual harassment, harassed, abused, war crime, war crimes, war criminal,
    money laundering, laundered money, perjury, plagiar*, lied, lying, liar, stole, stolen, theft, smuggl*, traffick*, terrorist, terrorists, human rights abuses, misconduct, negligence, illegally, genocide, torture, tortured, cover-up, covered up, tax evasion, insider trading, blackmail*, extort*, racist, doping, cheated, cheating, manipulated, falsified, forged`,
  ),

  wrongdoers: list(
    'fraudster murderer rapist embezzler smuggler trafficker terrorist racist liar blackmailer extortionist plagiarist',
  ),
  ofOne: list('was is has had'),
  against: [],
  linking: list(
    'is was were be been being called labeled labelled branded dubbed as committed commits commit for denounced deemed',
  ),
  judgements: list(
    `stunning remarkable extraordinary beautiful terrible disastrous shameful great wonderful amazing awful brilliant horrible incredible magnificent pathetic ridiculous
    outrageous disgraceful tragic sad sadly unfortunately fortunately thankfully clearly obviously frankly arguably surely undoubtedly breathtaking gorgeous delightful charming
    stupid silly sensible wise foolish admirable despicable courageous inspiring impressive disappointing welcome worthy deserves deserve crucial vital essential profound deeper
    underscores underscore epitomizes embodies mere merely truly really`,
  ),
  hedges: list(
    'may might could perhaps possibly probably likely unlikely seems seem seemed appears appear maybe would whether if should must ought potentially presumably apparently suppose imagine',
  ),
  ownVoice: list("i we i'm i've i'd i'll we're we've we'd we'll my our me us you your you're"),

  verbs: list(
    `is are was were has have had will would can could may might does did do isn't aren't wasn't weren't hasn't haven't hadn't won't doesn't didn't cannot can't said told won lost rose fell led met began became came went took made
    gave got held found left kept saw knew thought grew drew broke spoke wrote drove chose sold sent spent built bought brought caught taught fought felt meant ran stood says
    remains includes shows means makes takes gives comes goes plans expects it's he's she's they're there's that's`,
  ),
  verbEndings: ['ed'],
  joining: list('and but or while whereas although though yet so nor'),
  relating: list('which who whose whom where when'),
  resuming: list('is are was were has have had will would can could may might does did said told says'),
  participles: ['ing'],
  noParticiples: list(
    'during including according spring morning evening meeting something anything everything nothing king being building pending notwithstanding excluding regarding concerning following housing funding training',
  ),
  openers: phrases(
    'and, but, or, so, yet, while, whereas, although, though, however, meanwhile, moreover, furthermore, nevertheless, nonetheless, still, also, in addition, additionally, instead, indeed, therefore, thus, then, finally, of course, for example, for instance, in fact, that said, by contrast, in contrast, on the other hand, as a result, because, after all, now',
  ),

  harms: phrases(
    'killed, dead, died, death, deaths, injured, wounded, hurt, missing, hospitalised, hospitalized, victim, victims, casualties, fatalities',
  ),
}
