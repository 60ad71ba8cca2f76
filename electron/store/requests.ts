import type { RequestId } from '../../shared/model/ids.ts'
import type { Tx } from './transaction.ts'

/** An id that was used for two calls is two requests: the answer to the one says nothing of the other. */
function keyOf(requestId: RequestId, call: string | undefined): string {
  return call === undefined ? requestId : `${call} ${requestId}`
}

/**
 * The first answer to a request, or undefined where it was never answered.
 *
 * @param call the procedure that it was made to
 */
export async function findAnswer(
  tx: Tx,
  requestId: RequestId,
  call?: string,
): Promise<{ answer: unknown } | undefined> {
  const row = await tx
    .selectFrom('answered_request')
    .select('answer')
    .where('request_id', '=', keyOf(requestId, call))
    .executeTakeFirst()
  return row && { answer: JSON.parse(row.answer) }
}

/** @param answer JSON alone */
export async function insertAnswer(
  tx: Tx,
  requestId: RequestId,
  answer: unknown,
  atMs: number,
  call?: string,
): Promise<void> {
  await tx
    .insertInto('answered_request')
    .values({ request_id: keyOf(requestId, call), answer: JSON.stringify(answer), at_ms: atMs })
    .execute()
}

/** Answers are kept for as long as a window may still send its request again. */
export async function deleteAnswersBefore(tx: Tx, atMs: number): Promise<void> {
  await tx.deleteFrom('answered_request').where('at_ms', '<', atMs).execute()
}
