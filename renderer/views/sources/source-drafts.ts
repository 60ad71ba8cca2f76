import type { SourceDetails } from '../../../shared/model/source.ts'
import { createDrafts } from '../../state/drafts.ts'

/** Changes to sources that are not saved yet, by source; a new one is "new". */
export const sourceDrafts = createDrafts<SourceDetails>()
