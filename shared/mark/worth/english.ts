import { faint, inDigits, plain, strong, type WorthTable, weak } from './table.ts'

/** English. Signs and weights are written by hand, by the reason beside each; none was fitted to anything. */
export const english: WorthTable = {
  base: -1.5,
  // “Number two” and “first of all” count the speaker's points, not the world.
  unsaid:
    /\b(?:number|point|part) (?:one|two|three|four|five|\d)\b(?! in| on| cause| priority)|\bfirst of all\b|\bat (?:one|the same) time\b|\bone (?:of the|thing|more|another|last|final)\b|\bthe (?:two|three) of us\b|\btwo minutes\b|\b\d+ (?:seconds|minutes)\b/giu,
  signs: [
    inDigits,
    {
      because: 'so can a figure in words',
      weight: plain,
      most: 2,
      words:
        'two three four five six seven eight nine ten eleven twelve fifteen twenty thirty forty fifty sixty seventy eighty ninety hundred hundreds thousand thousands dozen dozens half third thirds two-thirds one-third three-quarters quarter quarters twice double doubled doubling tripled triple fourfold',
    },
    {
      because: 'amounts, shares and units',
      weight: plain,
      most: 2,
      words:
        'million millions billion billions trillion trillions percent percentage dollars dollar euros pounds cents rate rates average total number numbers miles tons barrels acres majority',
      pattern: /%|[$€£](?=\d)/gu,
    },
    {
      because: 'an amount that is rounded is an amount',
      weight: weak,
      words: 'almost nearly approximately roughly estimated around over exceeded',
    },
    {
      because: 'a point in time ties it to a record',
      weight: weak,
      most: 2,
      words:
        'ago since yesterday january february march april june july august september october november december decade decades century',
      pattern:
        /\b(?:last|past|this|previous|first) (?:\w+ )?(?:year|month|week|decade|quarter|summer|winter|spring|century|years|months|weeks|decades)\b|\b(?:1[789]|20)\d\d\b|\byears?\b/giu,
    },
    {
      because: 'what rose, fell, was won or lost can be measured',
      weight: plain,
      most: 2,
      words:
        'rose risen fell fallen increased increases decreased decrease declined decline dropped drop grew grown gained lost doubled cut cuts reduced reduction reductions raised added created eliminated slashed shrunk soared plunged losing rising falling declining quadrupled exploded skyrocketed expanded saved',
      pattern: /\b(?:went|gone|goes|going|go|are|is|was|were|been|brought) (?:up|down|out of business)\b/giu,
    },
    {
      because: 'an act of record: votes, laws, money, war',
      weight: plain,
      most: 2,
      words:
        'voted voting vetoed veto signed passed enacted repealed opposed opposes opposing supported supports favored favors endorsed approved rejected appointed nominated introduced sponsored sponsoring proposed proposes invaded attacked bombed killed murdered arrested convicted indicted sued fired resigned invested spent spends paid pays borrowed borrowing sold bought built closed deported released banned ruled funded received gave sent negotiated ratified withdrew withdrawn deregulated imposed abolished violated broke owns owned hired shipped outsourced inherited balanced vetoes costs cost',
    },
    {
      because: 'what somebody said is on record',
      weight: weak,
      words:
        'said says told called calls claimed claims denied admitted announced promised testified wrote reported stated according argued warned accused criticized praised attacked described quoted suggested',
    },
    {
      because: 'something done, in the past tense',
      weight: weak,
      most: 2,
      pattern:
        /\b(?!(?:need|indeed|speed|unit|hundr|breed|agre|concern|interest|committ|succ|exce|proc|inde|feed|seed)ed\b)\p{Ll}{2,}ed\b|\b(?:became|began|came|chose|drove|fought|found|got|held|kept|left|let|made|met|saw|set|shot|stood|stole|taught|taken|threw|thrown|took|went|written|wrote|broken|hit|ran|put|had|was|were|did)\b/gu,
    },
    {
      because: 'what a law, a plan or an institution does stands in it',
      weight: weak,
      most: 2,
      words:
        'provides covers includes included requires required allows allowed contains contained exempts guarantees eliminates eliminating prohibits permits gives creates prevents prevented funds controls employs produces exports imports depends consists belongs qualifies taxes raises raising lowers leaves keeps gets pays makes holds works lives',
    },
    {
      because: 'that something was not so, or not done, can be refuted',
      weight: weak,
      words: 'not never without neither nor no zero',
      pattern: /\b(?:does|did|do|has|have|had|is|was|were|are)n't\b/gu,
    },
    {
      because: 'how things are now',
      weight: faint,
      words: 'today now currently still already',
      pattern: /\bthere(?:'s| is| are| was| were| has been| have been)\b/giu,
    },
    {
      because: 'has done, has been: a state that somebody can compare',
      weight: faint,
      words: "hasn't haven't didn't wasn't weren't they've we've",
      pattern:
        /\b(?:has|have|had|'ve)(?: \p{L}+)? (?:been|\p{L}+ed|gone|done|made|taken|given|seen|had|got|gotten|become|lost|spent|cut|put|paid|sent|won|brought)\b/giu,
    },
    {
      because: 'a superlative, an absolute',
      weight: plain,
      most: 2,
      words:
        'highest lowest largest biggest smallest worst fastest slowest longest oldest record fewer first only every none nobody single',
      pattern:
        /\b(?:most|best) (?!of|important)\b|\bno other\b|\bin (?:the|our|american) (?:history|world)\b|\bas (?:many|much|\w+) as\b/giu,
    },
    {
      because: 'a comparison of amounts',
      weight: weak,
      most: 2,
      words: 'more less higher lower larger smaller bigger longer faster cheaper richer poorer fewer most',
      pattern: /\b(?:\w+er|more|less|better|worse) than\b/giu,
    },
    {
      because: 'public matters that are counted',
      weight: weak,
      most: 4,
      words:
        'tax taxes taxed deficit deficits debt budget budgets surplus unemployment unemployed employment jobs job inflation wages wage minimum income incomes economy economic gdp trade exports imports export spending crime murders homicides violence poverty poor insurance uninsured premiums coverage medicare medicaid pension pensions benefits troops soldiers army navy missiles missile weapons weapon nuclear bombs immigrants refugees border prices price oil gas energy coal companies company corporations corporate factories manufacturing workers farmers farm employees businesses schools colleges students teachers hospitals drugs drug prison prisons emissions carbon treaty agreement agreements bill bills law laws legislation amendment court courts congress senate administration program programs welfare bankruptcies foreclosures mortgages loans banks interest contributions lobbyists votes vote polls poll population households wealthy billionaires millionaires military defense arms sanctions embargo communists terrorists policy committee commission federal state states counties cities loopholes subsidies',
    },
    {
      because: 'a place where it can be looked up',
      weight: weak,
      most: 2,
      words:
        'afghanistan africa america argentina asia australia austria belgium brazil britain california canada china cuba egypt england europe florida france germany greece hungary india indonesia iran iraq ireland israel italy japan kenya korea libya mexico moscow nigeria pakistan palestine poland russia scotland soviet spain sweden switzerland syria taiwan texas turkey ukraine venezuela vietnam washington brussels beijing berlin london paris',
    },
    {
      because: 'somebody or something with a name',
      weight: faint,
      most: 3,
      pattern: /(?<=[\p{Ll},;:] )(?!I\b)\p{Lu}[\p{L}'-]+/gu,
    },
    {
      because: 'somebody with a title, or the other side',
      weight: weak,
      most: 2,
      words: 'opponent opponents',
      pattern:
        /\b(?:Senator|Governor|President|Vice President|Mr\.|Mrs\.|Ms\.|Secretary|Congressman|General|Justice)(?= \p{Lu})|\b[Tt]he (?:[Pp]resident|[Gg]overnor|[Ss]enator|[Vv]ice [Pp]resident|[Aa]dministration|Democrats|Republicans)\b/gu,
    },
    {
      because: 'about somebody else',
      weight: weak,
      words: "he she they his her their he's she's they're",
    },
    { because: 'a cause that is claimed', weight: faint, words: 'because caused resulted result due led' },
    { because: 'a question claims nothing', weight: -2 * strong, pattern: /\?\s*["”']?\s*$/gu },
    {
      because: 'an opinion that says it is one',
      weight: -plain,
      most: 2,
      words: 'hope wish guess opinion feel prefer judgment view',
      pattern:
        /\bI(?: (?:also|really|just|do|don't|would|firmly|certainly|simply))* (?:think|believe|hope|feel|want|wish|guess|suppose|trust|say|mean|know|agree|disagree|understand|love|like|care|don't)\b|\bI'm (?:sure|proud|glad|happy|sorry|not|for|against)\b|\bwe (?:all )?(?:know|believe|think|want)\b/giu,
    },
    {
      because: 'what ought to be is no fact',
      weight: -plain,
      most: 2,
      words: "should must ought shouldn't mustn't let's need needs want wants",
      pattern:
        /\b(?:have|has|had|got|ought|want|wants|try|trying|like|willing|ready|time|way) to (?!do with\b)|\blet (?:me|us)\b|\bbetter (?:be|not)\b/giu,
    },
    {
      because: 'an order or an invitation',
      weight: -plain,
      pattern:
        /^\W*(?:(?:and|but|so|now|well|then|please) )*(?:let|look|listen|go|take|give|put|make|stop|don't|come|think|ask|tell|remember|imagine|help|join|vote|get|keep|see|say)\b/giu,
    },
    {
      because: 'what will be cannot be checked yet',
      weight: -plain,
      most: 2,
      words: "will shall would could might may can can't cannot won't wouldn't couldn't",
      pattern: /'(?:ll|d)\b|\b(?:going|gonna|about|hoping|planning|plan|able) to\b/giu,
    },
    { because: 'a condition', weight: -weak, words: 'if unless whether suppose imagine' },
    {
      because: 'talk about the talk',
      weight: -plain,
      most: 2,
      words:
        "thank thanks please welcome question questions answer respond response debate moderator minute minutes seconds rebuttal gentlemen ladies applause laughter crosstalk audience sorry okay ok yes sir ma'am hello goodbye topic discuss talk",
    },
    {
      because: 'who speaks for himself is his own source',
      weight: -weak,
      most: 2,
      words: "i me my myself i'm i've i'd mine",
    },
    {
      because: 'a life told is seldom what a reader looks up',
      weight: -weak,
      most: 2,
      words:
        'mother father wife husband son daughter dad mom friend friends born grew grandfather grandmother parents met letter story stories remember kid life lady gentleman night morning dinner',
    },
    {
      because: 'talk to somebody',
      weight: -faint,
      most: 2,
      words: "you your yourself you're you've look listen",
    },
    {
      because: 'praise and blame are judgement',
      weight: -weak,
      most: 2,
      words:
        'great good bad right wrong important wonderful terrible strong weak tough proud honest fair unfair beautiful tremendous fantastic disgrace disaster nice smart stupid values faith freedom dream dreams hope future leadership leader leaders character courage vision respect responsibility challenge challenges opportunity opportunities goal together trust idea ideas difference problem problems issue issues',
    },
    {
      because: 'vague, so nothing to hold it against',
      weight: -weak,
      most: 2,
      words:
        'maybe perhaps probably possibly something somebody things thing kind sort somehow really very what how why',
    },
  ],
}
