import packageJson from '../../../package.json' with { type: 'json' }
import { schemaVersion } from '../../../shared/document/schema.ts'
import { findPerson } from '../../store/people.ts'
import { hasStories } from '../../store/stories.ts'
import type { Core } from '../core.ts'
import type { Implementer } from '../implementer.ts'
import type { Sample } from '../sample.ts'
import { followDesk } from '../streams.ts'
import { verifyDesk } from '../verify.ts'

export function deskHandlers(os: Implementer['desk'], core: Core, sample: Sample) {
  return {
    hello: os.hello.handler(({ context }) =>
      core.store.transaction(async (tx) => ({
        app: 'stet' as const,
        version: packageJson.version,
        schemaVersion,
        folder: core.folder,
        person: context.personId && (await findPerson(tx, context.personId)),
        hasStories: await hasStories(tx),
      })),
    ),

    follow: os.follow.handler(({ signal }) => followDesk(core, signal)),

    search: os.search.handler(({ input }) => core.tending.find(input.words, input.limit)),

    verify: os.verify.handler(() =>
      verifyDesk(core.store, core.blobs, core.folder, (storyId) => core.documents.held(storyId)),
    ),

    addSample: os.addSample.handler(({ input, context }) => sample.add(context, input.requestId)),

    removeSample: os.removeSample.handler(({ input, context }) => sample.remove(context, input.requestId)),
  }
}
