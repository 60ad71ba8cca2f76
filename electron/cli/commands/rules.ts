import { z } from 'zod'
import { type DeskRules, deskRulesSchema } from '../../../shared/check/rules.ts'
import { subjectSchema } from '../../../shared/check/subject.ts'
import { facets } from '../../../shared/mark/facet.ts'
import { eagernesses } from '../../../shared/mark/settings.ts'
import { askKinds } from '../../../shared/model/gate.ts'
import { newRequestId } from '../../../shared/model/ids.ts'
import { deskCommand } from '../command.ts'
import { tableOf } from '../layout.ts'
import { choicesOf, spelled, wordsFor } from '../spelling.ts'

const count = z.coerce.number().int().min(1).max(9).optional()
const days = z
  .union([z.literal('none').transform(() => null), z.coerce.number().int().min(1).max(36_500)])
  .optional()
const yesOrNo = z
  .enum(['yes', 'no'])
  .transform((given) => given === 'yes')
  .optional()

const onOrOff = z
  .enum(['on', 'off'])
  .transform((given) => given === 'on')
  .optional()

/** By commas; "none" for nothing. */
const listed = z
  .string()
  .transform((given) => given.split(',').filter((one) => one.trim() !== '' && one.trim() !== 'none'))
const asks = listed.pipe(z.array(spelled(askKinds))).optional()
const facetList = z
  .union([z.literal('all').transform(() => [...facets]), listed.pipe(z.array(spelled(facets)))])
  .optional()

/** Whether anything is to be set. */
function isSet(input: Readonly<Record<string, unknown>>): boolean {
  return Object.values(input).some((value) => value !== undefined)
}

export const rulesCommand = deskCommand({
  name: 'rules',
  summary: 'show what this desk asks of a check, or set it',
  positionals: [],
  options: {
    primary: { value: 'COUNT', help: 'so many primary sources are enough' },
    independent: { value: 'COUNT', help: 'so many independent sources of any rank are enough' },
    quotes: { value: 'yes|no', help: 'a quote wants a recording, a document or its speaker' },
    'own-words': { value: 'yes|no', help: 'say so where words were confirmed by who wrote them' },
    title: { value: 'DAYS', help: 'for so long a check of a title is good; “none” for ever' },
    toll: { value: 'DAYS', help: 'of a toll of dead or hurt' },
    age: { value: 'DAYS', help: 'of an age' },
    block: {
      value: 'ASKS',
      help: `what the gate asks elsewhere blocks here, by commas: ${choicesOf(askKinds)}; “none” for nothing`,
    },
    'first-pass': { value: 'on|off', help: 'Stet proposes what deserves a check' },
    proposes: {
      value: 'FACETS',
      help: `what it looks for, by commas, or “all”: ${choicesOf(facets)}`,
    },
    eagerness: { value: choicesOf(eagernesses), help: 'how much it proposes' },
  },
  notes: ['An editor sets them; everybody may read them.'],
  input: z.object({
    primary: count,
    independent: count,
    quotes: yesOrNo,
    ownWords: yesOrNo,
    title: days,
    toll: days,
    age: days,
    block: asks,
    firstPass: onOrOff,
    proposes: facetList,
    eagerness: spelled(eagernesses).optional(),
  }),
  needs: (input) => (isSet(input) ? 'person' : 'desk'),
  async run(input, { client }) {
    const before = await client.desk.rules()
    const shelfLifeDays = { ...before.shelfLifeDays }
    for (const subject of subjectSchema.options) {
      const value = input[subject]
      if (value !== undefined) shelfLifeDays[subject] = value
    }
    const rules = isSet(input)
      ? await client.desk.setRules({
          requestId: newRequestId(),
          rules: deskRulesSchema.parse({
            primarySources: input.primary ?? before.primarySources,
            independentSources: input.independent ?? before.independentSources,
            quotesWantRecord: input.quotes ?? before.quotesWantRecord,
            namesOwnWords: input.ownWords ?? before.namesOwnWords,
            shelfLifeDays,
            blockingAsks: input.block ?? before.blockingAsks,
            firstPass: {
              isOn: input.firstPass ?? before.firstPass.isOn,
              facets: input.proposes ?? before.firstPass.facets,
              eagerness: input.eagerness ?? before.firstPass.eagerness,
            },
          }),
        })
      : before
    return { json: { rules }, text: tableOf(rowsOf(rules)) }
  },
})

function proposedBy({ firstPass }: DeskRules): string {
  if (firstPass.facets.length === facets.length) return 'all'
  return firstPass.facets.map(wordsFor).join(', ') || 'nothing'
}

function rowsOf(rules: DeskRules): string[][] {
  const daysOf = (value: number | null) => (value === null ? 'for ever' : `${value} days`)
  return [
    ['primary sources', String(rules.primarySources)],
    ['or independent sources', String(rules.independentSources)],
    ['quotes want a record', rules.quotesWantRecord ? 'yes' : 'no'],
    ['own words are named', rules.namesOwnWords ? 'yes' : 'no'],
    ...subjectSchema.options.map((subject) => [
      `a check of a ${subject}`,
      daysOf(rules.shelfLifeDays[subject]),
    ]),
    ['blocks, elsewhere asked', rules.blockingAsks.map(wordsFor).join(', ') || 'nothing'],
    ['first pass', rules.firstPass.isOn ? 'on' : 'off'],
    ['proposes', proposedBy(rules)],
    ['how much', rules.firstPass.eagerness],
  ]
}
