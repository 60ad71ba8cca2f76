import { z } from 'zod'
import type { VerifyReport } from '../../../shared/model/finding.ts'
import type { Answer } from '../answer.ts'
import { deskCommand } from '../command.ts'
import { counted, tableOf } from '../layout.ts'

export const verifyCommand = deskCommand({
  name: 'verify',
  summary: 'prove the database, every chain and every journal; exit code 4 where something is wrong',
  positionals: [],
  input: z.object({}),
  needs: 'desk',
  async run(_, { client }) {
    return verifyAnswer(await client.desk.verify())
  },
})

export function verifyAnswer(report: VerifyReport): Answer {
  const { stories, steps, events, claims, files, findings } = report
  const read = [
    counted(stories, 'story', 'stories'),
    counted(steps, 'step'),
    counted(events, 'event'),
    counted(claims, 'claim'),
    counted(files, 'file'),
  ].join(', ')
  if (findings.length === 0) return { json: report, text: `Everything holds: ${read}.` }
  const rows = findings.map((finding) => [finding.kind, finding.subject, finding.message])
  return {
    json: report,
    text: `${tableOf(rows, Number.POSITIVE_INFINITY)}\n${counted(findings.length, 'finding')} in ${read}.`,
    exitCode: 4,
  }
}
