import { z } from 'zod'
import { fileHashSchema, requestIdSchema, storyIdSchema } from '../model/ids.ts'
import {
  deletionPreviewSchema,
  reasonSchema,
  strikingPreviewSchema,
  strikingReceiptSchema,
  struckWordsSchema,
} from '../model/striking.ts'
import { procedure } from './refusals.ts'

/**
 * Taking words or a story away for good, everywhere at the desk. For editors alone (EDITORS_ONLY), with a
 * reason (REASON_UNFIT) that is kept in the trail. There is no undo.
 */
export const striking = {
  /** TOO_SHORT where the words are so few letters that they stand in everything. */
  preview: procedure.input(struckWordsSchema).output(strikingPreviewSchema),
  /**
   * Refused with REASON_UNFIT also where the reason holds the words, for the reason stays. Files that hold the words are
   * taken away, except those in `keepFiles`. The answer comes when nothing of it is left.
   */
  strike: procedure
    .input(
      struckWordsSchema.extend({
        requestId: requestIdSchema,
        reason: reasonSchema,
        keepFiles: z.array(fileHashSchema).default([]),
      }),
    )
    .output(strikingReceiptSchema),
  previewDeletion: procedure.input(z.object({ storyId: storyIdSchema })).output(deletionPreviewSchema),
  /** The story with all its rows, its journal and its trail; sources stay. The desk's trail keeps that it was. */
  deleteStory: procedure
    .input(z.object({ requestId: requestIdSchema, storyId: storyIdSchema, reason: reasonSchema }))
    .output(strikingReceiptSchema),
}
