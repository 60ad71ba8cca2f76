import type { WorthTable } from './table.ts'

/** English. Signs and weights are written by hand, by the reason beside each; none was fitted to anything. */
export const english: WorthTable = {
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
        'two three four five six seven eight nine ten eleven twelve fifteen twenty thirty forty fifty sixty seventy eighty ninety hundred hundreds thousand thousands dozen dozens half third thirds quarter quarters twice double doubled tripled triple',
    },
    {
      because: 'amounts, shares and units',
      weight: 0.9,
      most: 2,
      words:
        'million millions billion billions trillion trillions percent per-cent percentage dollars dollar euros pounds cents rate rates average total number numbers miles tons',
      pattern: /%|[$€£](?=\d)/gu,
    },
    {
      because: 'a point in time ties it to a record',
      weight: 0.7,
      most: 2,
      words:
        'ago since yesterday january february march april june july august september october november december decade decades century',
      pattern:
        /\b(?:last|past|this|previous|next) (?:\w+ )?(?:year|month|week|decade|quarter|summer|winter|spring|fall|century|night|years|months|weeks|decades)\b|\b(?:1[789]|20)\d\d\b|\byears?\b/giu,
    },
    {
      because: 'what rose, fell, was won or lost can be measured',
      weight: 0.9,
      most: 2,
      words:
        'rose risen fell fallen increased increase increases decreased decrease declined decline dropped drop grew grown gained lost doubled cut cuts reduced reduction raised added created eliminated tripled slashed shrunk soared plunged gone losing growing rising falling declining increasing',
      pattern: /\b(?:went|gone|going|goes|go|are|is|was|been) (?:up|down)\b/giu,
    },
    {
      because: 'an act of record: votes, laws, money, war',
      weight: 1.0,
      most: 2,
      words:
        'voted vetoed signed passed enacted repealed opposed supported endorsed approved rejected appointed elected nominated introduced sponsored proposed invaded attacked bombed killed murdered arrested convicted indicted sued fired resigned invested spent paid borrowed sold bought built closed opened deported released banned ruled funded received gave sent took brought put ran led',
    },
    {
      because: 'what somebody said is on record',
      weight: 0.7,
      words:
        'said says told called claimed denied admitted announced promised testified wrote reported stated according argued warned accused',
    },
    {
      because: 'a record of what was',
      weight: 0.4,
      most: 2,
      words: 'was were had has been did',
    },
    {
      because: 'a superlative or a comparison of amounts',
      weight: 0.7,
      most: 2,
      words:
        'most least highest lowest largest biggest smallest worst best fastest slowest longest oldest youngest record fewer only first every none nobody never always',
      pattern:
        /\b(?:more|less|fewer|higher|lower|larger|greater|better|worse|longer|bigger) than\b|\bas (?:many|much) as\b/giu,
    },
    {
      because: 'public matters that are counted',
      weight: 0.6,
      most: 3,
      words:
        'tax taxes taxed deficit deficits debt budget budgets surplus unemployment unemployed jobs job inflation wages wage income incomes economy gdp trade exports imports spending crime murders homicides violence poverty poor insurance medicare medicaid security pension pensions troops soldiers army navy missiles missile weapons nuclear bombs immigrants refugees border prices price oil gas energy coal companies company corporations factories manufacturing workers employees businesses schools students teachers hospitals drugs prison prisons emissions carbon treaty agreement bill law legislation amendment court congress senate house administration government program programs welfare bankruptcies foreclosures mortgages loans banks bank interest contributions lobbyists campaign votes vote polls poll population americans households families children women men',
    },
    {
      because: 'somebody or something with a name',
      weight: 0.3,
      most: 3,
      pattern: /(?<=[\p{Ll},;:] )(?!I\b)\p{Lu}[\p{L}'-]+/gu,
    },
    {
      because: 'a cause that is claimed',
      weight: 0.3,
      words: 'because caused resulted result due led',
    },
    {
      because: 'a question claims nothing',
      weight: -2,
      pattern: /\?\s*["”']?\s*$/gu,
    },
    {
      because: 'an opinion that says it is one',
      weight: -1.1,
      most: 2,
      words: 'hope wish guess opinion feel prefer',
      pattern:
        /\bI(?: (?:also|really|just|do|don't|would|firmly))* (?:think|believe|hope|feel|want|wish|guess|suppose|trust|say|mean|know|agree|disagree|understand|love|like|care)\b|\bI'm (?:sure|proud|glad|happy|sorry|not sure|for|against)\b|\bin my (?:view|opinion|judgment)\b/giu,
    },
    {
      because: 'what ought to be is no fact',
      weight: -1.1,
      most: 2,
      words: "should must ought shouldn't mustn't let's",
      pattern:
        /\b(?:need|needs|have|has|had|got|ought|want|wants|try|trying|like) to (?!do with\b)|\blet (?:me|us)\b|\bbetter (?:be|not)\b/giu,
    },
    {
      because: 'what will be cannot be checked yet',
      weight: -0.9,
      most: 2,
      words: "will shall would could might may can can't cannot won't wouldn't couldn't",
      pattern: /'(?:ll|d)\b|\b(?:going|gonna|about|hoping|planning) to\b/giu,
    },
    {
      because: 'a condition',
      weight: -0.6,
      words: 'if unless whether suppose imagine',
    },
    {
      because: 'talk about the talk',
      weight: -1,
      most: 2,
      words:
        "thank thanks please welcome question questions answer respond response debate tonight moderator minute minutes seconds rebuttal gentlemen ladies applause laughter crosstalk audience sorry okay ok yes sir ma'am hello goodbye evening point subject topic discuss talk talking",
    },
    {
      because: 'who speaks for himself is his own source',
      weight: -0.4,
      most: 2,
      words: "i me my myself i'm i've i'd",
    },
    {
      because: 'talk to somebody',
      weight: -0.4,
      most: 2,
      words: "you your yourself you're you've look listen",
    },
    {
      because: 'praise and blame are judgement',
      weight: -0.4,
      most: 2,
      words:
        'great good bad right wrong important wonderful terrible strong weak tough proud honest fair unfair beautiful tremendous fantastic disgrace disaster nice smart stupid values faith freedom dream dreams hope future leadership leader character courage vision believe respect',
    },
    {
      because: 'vague, so nothing to hold it against',
      weight: -0.3,
      most: 2,
      words: 'maybe perhaps probably possibly something somebody things thing kind sort somehow really very',
    },
  ],
}
