import type { Page } from '@playwright/test'
import { claimJson } from '../claim.ts'
import { text as textOfStory } from './galley.ts'
import { expect } from './shell.ts'

/** Some 105 words each. */
export const paragraphCount = 1000
const claimsInEach = 5

const text = (words: string, id?: string) => ({
  type: 'text',
  text: words,
  ...(id ? { marks: [{ type: 'claim', attrs: { id } }] } : {}),
})

/** A story of 105,000 words with 5,000 claims, one in each stretch of some twenty words, as a Stet JSON file. */
function largeStory(): Buffer {
  const personId = 'person-large-0001'
  const storyId = 'story-large-0001'
  const made: object[] = []
  const paragraphs = Array.from({ length: paragraphCount }, (_, at) => ({
    type: 'paragraph',
    content: Array.from({ length: claimsInEach }, (_, inIt) => {
      const number = at * claimsInEach + inIt + 1
      const id = `claim-large-${String(number).padStart(5, '0')}`
      const words = `The district counted ${number + 1000} lorries`
      made.push(
        claimJson({
          id,
          storyId,
          number,
          words,
          taggedBy: personId,
        }),
      )
      return [
        text(words, id),
        text(' on that day, and nobody at the weighing house could say where they had all come from. '),
      ]
    }).flat(),
  }))
  const field = (type: string, words = '') => ({ type, ...(words ? { content: [text(words)] } : {}) })
  return Buffer.from(
    JSON.stringify({
      format: 'stet-story',
      formatVersion: 1,
      schemaVersion: 1,
      isPartial: false,
      story: {
        id: storyId,
        slug: 'five-thousand-claims',
        stage: 'checking',
        version: 0,
        createdAtMs: 1_700_000_000_000,
        updatedAtMs: 1_700_000_000_000,
        copiedFrom: null,
        nextNumber: made.length + 1,
      },
      document: {
        type: 'doc',
        content: [
          field('headline', 'Five thousand claims'),
          field('dek'),
          field('byline'),
          field('dateline'),
          { type: 'paragraph', content: [text('Here nothing is claimed.')] },
          ...paragraphs,
          field('searchTitle'),
          field('searchDescription'),
          field('socialLine'),
        ],
      },
      claims: made,
      sources: [],
      people: [{ id: personId, name: 'Petra Halvorsen', initials: 'PH', role: 'checker' }],
      files: [],
    }),
  )
}

/** Brings it to a desk where somebody works and opens it. */
export async function openLargeStory(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Import', exact: true }).click()
  await page
    .locator('input[type="file"][accept]')
    .setInputFiles({ name: 'large.json', mimeType: 'application/json', buffer: largeStory() })
  await expect(page.getByRole('dialog', { name: 'Import receipt' })).toContainText('5,000 claims', {
    timeout: 60_000,
  })
  await page.getByRole('button', { name: 'Open the story' }).click()
  // Its text is shown before its claims are there, and only then it can be typed in.
  await expect(textOfStory(page)).toHaveAttribute('contenteditable', 'true')
}
