import { readDocument } from '../../shared/document/build.ts'
import { type StoryBundle, storyBundleSchema } from '../../shared/model/bundle.ts'

/**
 * A bundle as JSON, indented, its keys in the order in which the schema declares them: records made in another
 * order give the same bytes. Read again it is equal.
 */
export function makeJson(bundle: StoryBundle): string {
  const ordered = storyBundleSchema.parse({ ...bundle, document: readDocument(bundle.document).toJSON() })
  for (const claim of ordered.claims) {
    if (claim.settling) {
      claim.settling.backupFingerprints = Object.fromEntries(
        Object.entries(claim.settling.backupFingerprints).sort(([one], [other]) => (one < other ? -1 : 1)),
      )
    }
  }
  return `${JSON.stringify(ordered, null, 2)}\n`
}
