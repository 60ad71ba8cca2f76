const verbs = [
  'said say says saying told tells telling added adds adding asked asks asking wrote writes writing',
  'called calls calling explained explains noted notes noting stated states stating argued argues arguing',
  'claimed claims claiming warned warns warning insisted insists insisting declared declares declaring',
  'announced announces acknowledged acknowledges admitted admits replied replies responded responds',
  'continued continues concluded concludes recalled recalls remarked remarks commented comments tweeted',
  'posted suggested suggests testified urged urges urging vowed vows pledged pledges predicted predicts',
  'quipped joked observed observes stressed stresses stressing emphasized emphasised reiterated maintained',
  'maintains confirmed confirms denied denies described describes describing accused accuses accusing',
  'demanded demands promised promises complained complains cautioned cautions conceded concedes contended',
  'contends countered counters boasted exclaimed shouted whispered agreed agrees denounced condemned',
  'condemns condemning praised praises praising labelled labeled branded branding dubbed hailed quoted',
  'reported reports thinks thought believes believed lamented mused opined retorted answered answers',
]

/** The forms that end in -ing name no speaker of their own: it is that of the sentence. */
export const speechVerbs: readonly string[] = verbs.join(' ').split(' ')

/** A verb of speech somewhere in a text. */
export const speechVerb: RegExp = new RegExp(`\\b(?:${speechVerbs.join('|')})\\b|\\baccording to\\b`, 'iu')
