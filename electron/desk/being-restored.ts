/** A backup is about to take the desk's place: what would still be written could not be found in it. */
export class BeingRestored extends Error {
  override readonly name = 'BeingRestored'
}
