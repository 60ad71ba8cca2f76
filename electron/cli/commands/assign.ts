import { z } from 'zod'
import { readDocument } from '../../../shared/document/build.ts'
import { claimsBelow, crossheadsOf } from '../../../shared/document/sections.ts'
import type { Claim } from '../../../shared/model/claim.ts'
import { newRequestId, type PersonId } from '../../../shared/model/ids.ts'
import { deskCommand } from '../command.ts'
import { badInput } from '../failure.ts'
import { counted } from '../layout.ts'
import { proposal } from '../nearest.ts'
import { findStory } from '../references.ts'

export const assignCommand = deskCommand({
  name: 'assign',
  summary: 'give claims of a story to somebody',
  positionals: ['STORY', 'CLAIMS…'],
  options: {
    to: { value: 'NAME', help: 'who gets them; “nobody” takes them back' },
    section: { value: 'CROSSHEAD', help: 'all claims below this crosshead instead of CLAIMS' },
    all: { help: 'all claims in the text instead of CLAIMS' },
  },
  notes: ['CLAIMS are numbers of claims.'],
  input: z.object({
    story: z.string().min(1),
    claims: z.array(z.string().regex(/^[1-9]\d*$/u, 'numbers of claims are wanted')).default([]),
    to: z.string().trim().min(1, 'a name is wanted'),
    section: z.string().trim().min(1).optional(),
    all: z.boolean().default(false),
  }),
  needs: 'person',
  async run({ story: reference, claims: numbers, to, section, all }, { client }) {
    const { id: storyId } = await findStory(client, reference)
    const opened = await client.stories.open({ storyId })
    const people = await client.people.list()
    const person = people.find((one) => one.name === to || one.initials === to)
    if (!person && to !== 'nobody') {
      throw badInput(
        `nobody here is called “${to}”${proposal(
          to,
          people.map((one) => one.name),
        )}`,
        'NOT_FOUND',
      )
    }
    const chosen = chosenClaims()
    if (chosen.length === 0) throw badInput('there are no such claims', 'NOT_FOUND')
    const personId: PersonId | null = person?.id ?? null
    const claims = await client.claims.assignMany({
      requestId: newRequestId(),
      storyId,
      claimIds: chosen.map((claim) => claim.id),
      personId,
    })
    return {
      json: { claims },
      text: `${counted(claims.length, 'claim')} given to ${person?.name ?? 'nobody'}`,
    }

    function chosenClaims(): Claim[] {
      const inText = opened.claims.filter((claim) => claim.presence === 'inText')
      if (all) return inText
      if (section !== undefined) {
        const document = readDocument(opened.document)
        const heads = crossheadsOf(document)
        const head = heads.find((one) => one.text === section)
        if (!head) {
          const texts = heads.map((one) => one.text)
          throw badInput(`there is no crosshead “${section}”${proposal(section, texts)}`, 'NOT_FOUND')
        }
        const ids = new Set(claimsBelow(document, head.at))
        return inText.filter((claim) => ids.has(claim.id))
      }
      return numbers.map((number) => {
        const claim = opened.claims.find((one) => one.number === Number(number))
        if (!claim) throw badInput(`the story has no claim ${number}`, 'NOT_FOUND')
        return claim
      })
    }
  },
})
