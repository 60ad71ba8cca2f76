import { z } from 'zod'
import { exportFormatSchema, exportPurposeSchema, trailFormatSchema } from '../model/export.ts'
import { fileHashSchema, requestIdSchema, storyIdSchema } from '../model/ids.ts'
import { receiptSchema } from '../model/receipt.ts'
import { procedure } from './refusals.ts'

const madeFile = z.object({
  hash: fileHashSchema,
  name: z.string(),
  mediaType: z.string(),
  sizeBytes: z.int(),
})

/** In and out: bytes travel by hash beside the contract, here is what they mean. */
export const transfer = {
  /**
   * Makes a story of a file brought by `PUT /blob`. `name` tells the format by its ending (.txt .md .markdown
   * .html .htm .json); other names are judged by their bytes. UNREADABLE where it is none of them.
   */
  importFile: procedure
    .input(z.object({ requestId: requestIdSchema, name: z.string().max(255), hash: fileHashSchema }))
    .output(z.object({ storyId: storyIdSchema, receipt: receiptSchema })),
  /**
   * Takes bytes that were brought by `PUT /blob` for a picture of a story, kept as they are, and tells how large it
   * is shown, in CSS pixels. UNREADABLE, with what to do, where browsers do not show it.
   */
  takePicture: procedure
    .input(z.object({ requestId: requestIdSchema, hash: fileHashSchema }))
    .output(z.object({ hash: fileHashSchema, widthPx: z.int().positive(), heightPx: z.int().positive() })),
  receipt: procedure.input(z.object({ storyId: storyIdSchema })).output(receiptSchema.nullable()),
  /** Puts dropped parts back at their places as paragraphs; all that are not back where `partIds` is left out. */
  putBack: procedure
    .input(
      z.object({
        requestId: requestIdSchema,
        storyId: storyIdSchema,
        partIds: z.array(z.string()).optional(),
      }),
    )
    .output(receiptSchema),
  /** Makes a file of a story; its bytes can be fetched by `GET /blob/HASH` while the desk runs. */
  exportStory: procedure
    .input(
      z.object({
        storyId: storyIdSchema,
        as: exportFormatSchema,
        /** For publishing it is refused with NOT_CLEARED where the story is not cleared. */
        purpose: exportPurposeSchema.default('internal'),
        /** Lets confidential sources out whole. */
        withConfidential: z.boolean().default(false),
      }),
    )
    .output(madeFile),
  /**
   * As {@link exportStory}, of the story's trail: a page to read, or JSON whose hashes anybody can make again.
   * What an event told of a confidential source is left out unless `withConfidential`; its hashes stay.
   */
  exportTrail: procedure
    .input(
      z.object({
        storyId: storyIdSchema,
        as: trailFormatSchema,
        withConfidential: z.boolean().default(false),
      }),
    )
    .output(madeFile),
}
