import { z } from 'zod'
import { facets } from './facet.ts'

/** Apart from the facets themselves, which the first pass reads by where nothing is parsed. */
export const facetSchema = z.enum(facets)
