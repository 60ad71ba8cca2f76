import type { RequestId } from '../../shared/model/ids.ts'
import type { Tx } from './transaction.ts'

/** The first answer to a request, or undefined where it was never answered. */
export async function findAnswer(tx: Tx, requestId: RequestId): Promise<{ answer: unknown } | undefined> {
  const row = await tx
    .selectFrom('answered_request')
    .select('answer')
    .where('request_id', '=', requestId)
    .executeTakeFirst()
  return row && { answer: JSON.parse(row.answer) }
}

/** @param answer JSON alone */
export async function insertAnswer(
  tx: Tx,
  requestId: RequestId,
  answer: unknown,
  atMs: number,
): Promise<void> {
  await tx
    .insertInto('answered_request')
    .values({ request_id: requestId, answer: JSON.stringify(answer), at_ms: atMs })
    .execute()
}

/** Answers are kept for as long as a window may still send its request again. */
export async function deleteAnswersBefore(tx: Tx, atMs: number): Promise<void> {
  await tx.deleteFrom('answered_request').where('at_ms', '<', atMs).execute()
}
