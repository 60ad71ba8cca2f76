import type { tailFields } from './schema.ts'

/** How the formats that have no place for them name the fields that search engines and networks read. */
export const tailLabels: Readonly<Record<(typeof tailFields)[number], string>> = {
  searchTitle: 'Search title',
  searchDescription: 'Search description',
  socialLine: 'Social line',
}
