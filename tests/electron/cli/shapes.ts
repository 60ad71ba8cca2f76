import { z } from 'zod'
import { claimSchema } from '../../../shared/model/claim.ts'
import { verifyReportSchema } from '../../../shared/model/finding.ts'
import {
  backupIdSchema,
  claimIdSchema,
  fileHashSchema,
  sourceIdSchema,
  storyIdSchema,
} from '../../../shared/model/ids.ts'
import { receiptSchema } from '../../../shared/model/receipt.ts'
import { searchHitSchema } from '../../../shared/model/search.ts'
import { sourceSchema } from '../../../shared/model/source.ts'
import { storySchema } from '../../../shared/model/story.ts'
import {
  deletionPreviewSchema,
  strikingPreviewSchema,
  strikingReceiptSchema,
} from '../../../shared/model/striking.ts'

/** What each command prints with `--json`, to the last key: scripts rely on it. */
export const imported = z.strictObject({ storyId: storyIdSchema, receipt: receiptSchema })
export const listed = z.strictObject({ stories: z.array(storySchema) })
export const shown = z.strictObject({
  story: storySchema,
  document: z.looseObject({ type: z.literal('doc'), content: z.array(z.looseObject({ type: z.string() })) }),
  claims: z.array(claimSchema),
  sources: z.array(sourceSchema),
})
export const tagged = z.strictObject({ claimId: claimIdSchema, number: z.int().positive() })
export const settled = z.strictObject({ claim: claimSchema })
export const read = z.strictObject({ read: z.int().nonnegative(), unread: z.int().nonnegative() })
export const unread = z.strictObject({
  unread: z.array(z.strictObject({ where: z.string(), words: z.string() })),
})
export const sourceAdded = z.strictObject({ sourceId: sourceIdSchema })
export const sourcesListed = z.strictObject({
  sources: z.array(sourceSchema.extend({ usedBy: z.int() })),
})
export const backupAdded = z.strictObject({ backupId: backupIdSchema })
export const searched = z.strictObject({ hits: z.array(searchHitSchema) })
export const exported = z.strictObject({
  file: z.string(),
  hash: fileHashSchema,
  mediaType: z.string(),
  sizeBytes: z.int().positive(),
})
export const struck = z.strictObject({ receipt: strikingReceiptSchema.strict() })
export const wouldStrike = z.strictObject({ preview: strikingPreviewSchema.strict() })
export const wouldDelete = z.strictObject({ preview: deletionPreviewSchema.strict() })
export const verified = verifyReportSchema.strict()
