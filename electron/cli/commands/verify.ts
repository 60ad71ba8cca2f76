import { z } from 'zod'
import type { VerifyReport } from '../../../shared/model/finding.ts'
import type { Answer } from '../answer.ts'
import { deskCommand } from '../command.ts'
import { counted, tableOf } from '../layout.ts'

export const verifyCommand = deskCommand({
  name: 'verify',
  summary: 'prove the database, chains, journals, records and files; exit code 4 where something is wrong',
  positionals: [],
  input: z.object({}),
  needs: 'desk',
  async run(_, { client }) {
    return verifyAnswer(await client.desk.verify())
  },
})

export function verifyAnswer(report: VerifyReport): Answer {
  const { stories, steps, events, claims, files, struck, findings } = report
  const read = [
    counted(stories, 'story', 'stories'),
    counted(steps, 'step'),
    counted(events, 'event'),
    counted(claims, 'claim'),
    counted(files, 'file'),
  ].join(', ')
  const gone = [
    counted(struck.events, 'event'),
    counted(struck.stories, 'story', 'stories'),
    counted(struck.files, 'file'),
  ].join(', ')
  const accounted =
    struck.strikings === 0
      ? ''
      : `\nStruck, and accounted for by ${counted(struck.strikings, 'striking')}: ${gone}.`
  if (findings.length === 0) return { json: report, text: `Everything holds: ${read}.${accounted}` }
  const rows = findings.map((finding) => [finding.kind, finding.subject, finding.message])
  return {
    json: report,
    text: `${tableOf(rows, Number.POSITIVE_INFINITY)}\n${counted(findings.length, 'finding')} in ${read}.${accounted}`,
    exitCode: 4,
  }
}
