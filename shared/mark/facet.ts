/** What there is to check about a candidate, in the order in which facets are named. */
export const facets = [
  'legal',
  'quote',
  'accusation',
  'superlative',
  'figure',
  'money',
  'share',
  'date',
  'duration',
  'title',
  'name',
  'place',
  'absolute',
  'cause',
  'comparison',
  'attribution',
  'unnamedSource',
] as const
export type Facet = (typeof facets)[number]

/** Why words are a candidate: the facet, and those of its words that show it, as the story has them. */
export interface Reason {
  readonly facet: Facet
  readonly words: string
}
