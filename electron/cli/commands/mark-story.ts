import { z } from 'zod'
import { readWordsOf } from '../../../shared/check/read.ts'
import type { OpenedStory } from '../../../shared/contract/stories.ts'
import { readDocument } from '../../../shared/document/build.ts'
import { DismissedWords } from '../../../shared/mark/dismissed.ts'
import { type Finding, findingsOf } from '../../../shared/mark/findings.ts'
import { firstPassMarks } from '../../../shared/mark/first-pass.ts'
import type { Mark } from '../../../shared/mark/marks.ts'
import { proposalsByRisk } from '../../../shared/mark/order.ts'
import { passagesIn, passagesOf } from '../../../shared/mark/passages.ts'
import { proposalsBetween } from '../../../shared/mark/proposals.ts'
import type { FirstPassSettings } from '../../../shared/mark/settings.ts'
import { deskCommand } from '../command.ts'
import { tableOf } from '../layout.ts'
import { findStory } from '../references.ts'
import { wordsFor } from '../spelling.ts'

/** `stet mark STORY`; without a story the command reads files, see `mark.ts`. */
export const markStoryCommand = deskCommand({
  name: 'mark',
  summary: 'list what the first pass proposes in a story and nobody has decided',
  positionals: ['STORY'],
  input: z.object({ story: z.string().min(1) }),
  needs: 'desk',
  async run({ story: reference }, { client }) {
    const { id: storyId } = await findStory(client, reference)
    const [opened, { firstPass }] = await Promise.all([client.stories.open({ storyId }), client.desk.rules()])
    const { proposals, questions } = undecided(opened, firstPass)
    return {
      json: {
        candidates: proposals.map(({ mark: { words, kind, facets, reasons, speaker, risk }, where }) => ({
          where,
          words,
          kind,
          risk,
          facets,
          reasons,
          speaker,
        })),
        questions,
      },
      text: tableOf([
        ...proposals.map(({ mark }) => [mark.facets.map(wordsFor).join(', '), saidOf(mark)]),
        ...questions.map(({ kind, words }) => [`asks: ${wordsFor(kind)}`, words.join(' / ')]),
      ]),
    }
  },
})

function saidOf({ words, speaker }: Mark): string {
  if (!speaker) return words
  return `${words} (${[speaker.name, speaker.role].filter((part) => part !== '').join(', ')})`
}

/** As the window has them: what no claim has, nobody dismissed, and stands in no sentence that was read. */
function undecided(opened: OpenedStory, settings: FirstPassSettings) {
  const document = readDocument(opened.document)
  const { language } = opened.story
  const passages = passagesOf(document)
  const marks = firstPassMarks(passages, language, settings)
  let at = 0
  const byBlock = new Map(
    document.children.map((child) => {
      const from = at
      at += passagesIn(child).length
      return [child, marks.slice(from, at)] as const
    }),
  )
  const dismissed = new DismissedWords()
  for (const one of opened.dismissals) dismissed.add(one)
  const proposals = proposalsBetween(document, [0, document.childCount], (child) => byBlock.get(child), {
    read: readWordsOf(opened.readings),
    dismissed,
    inRead: false,
  })
  const findings = settings.isOn ? findingsOf(passages, language) : []
  return {
    proposals: proposalsByRisk(proposals),
    questions: findings
      .filter(({ key }) => !dismissed.has({ what: 'finding', words: key }))
      .map(({ reason, places }) => ({ kind: reason.kind, words: wordsAt(places, passages) })),
  }
}

function wordsAt(places: Finding['places'], passages: readonly { readonly text: string }[]): string[] {
  return places.map(({ passage, from, to }) => passages[passage]?.text.slice(from, to) ?? '')
}
