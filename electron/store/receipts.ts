import type { StoryId } from '../../shared/model/ids.ts'
import { type Receipt, receiptSchema } from '../../shared/model/receipt.ts'
import type { Tx } from './transaction.ts'

export async function findReceipt(tx: Tx, storyId: StoryId): Promise<Receipt | null> {
  const row = await tx
    .selectFrom('receipt')
    .select('receipt')
    .where('story_id', '=', storyId)
    .executeTakeFirst()
  return row ? receiptSchema.parse(JSON.parse(row.receipt)) : null
}

export async function saveReceipt(tx: Tx, storyId: StoryId, receipt: Receipt): Promise<void> {
  const text = JSON.stringify(receipt)
  await tx
    .insertInto('receipt')
    .values({ story_id: storyId, receipt: text })
    .onConflict((conflict) => conflict.column('story_id').doUpdateSet({ receipt: text }))
    .execute()
}
