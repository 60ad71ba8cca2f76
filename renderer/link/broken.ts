/**
 * The desk was not reached, or not any more. Says nothing about whether the call was carried out: repeat it
 * with the same `requestId` and the first answer comes back.
 */
export class LinkBroken extends Error {
  override readonly name = 'LinkBroken'
}
