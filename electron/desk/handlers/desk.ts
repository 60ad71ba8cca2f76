import packageJson from '../../../package.json' with { type: 'json' }
import { schemaVersion } from '../../../shared/document/schema.ts'
import { findPerson } from '../../store/people.ts'
import { readKeptCopies, readRules, writeKeptCopies, writeRules } from '../../store/settings.ts'
import { hasStories } from '../../store/stories.ts'
import { act } from '../act.ts'
import type { Core } from '../core.ts'
import { doubtAll } from '../doubt.ts'
import type { Implementer } from '../implementer.ts'
import { needMay } from '../may.ts'
import { compareCopy, restore } from '../restore.ts'
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
        life: core.life,
      })),
    ),

    follow: os.follow.handler(({ signal }) => followDesk(core, signal)),

    search: os.search.handler(({ input }) => core.tending.find(input.words, input.limit)),

    verify: os.verify.handler(() =>
      verifyDesk(core.store, core.blobs, core.folder, (storyId) => core.documents.held(storyId)),
    ),

    copies: os.copies.handler(async () => ({
      kept: await core.store.transaction(readKeptCopies),
      copies: await core.copying.list(),
    })),

    // Asked again it finds that nothing was done since: no request needs to be remembered.
    copyNow: os.copyNow.handler(() => core.copying.now()),

    keepCopies: os.keepCopies.handler(({ input, context }) =>
      act(core, context, input.requestId, async (now) => {
        const before = await readKeptCopies(now.tx)
        await writeKeptCopies(now.tx, input.kept)
        await now.record('desk', 'desk.copiesKept', 'desk', { before, after: input.kept })
        return { kept: input.kept }
      }),
    ),

    rules: os.rules.handler(() => core.store.transaction(readRules)),

    setRules: os.setRules.handler(({ input, context }) =>
      act(core, context, input.requestId, async (now) => {
        await needMay(now, 'setRules')
        const before = await readRules(now.tx)
        if (JSON.stringify(before) === JSON.stringify(input.rules)) return before
        await writeRules(now.tx, input.rules)
        await now.record('desk', 'desk.rulesSet', 'desk', { before, after: input.rules })
        await doubtAll(core, now, null)
        now.tell('rules')
        return input.rules
      }),
    ),

    compareCopy: os.compareCopy.handler(({ input }) => compareCopy(core, input.name)),

    restore: os.restore.handler(({ input, context }) => restore(core, context, input)),

    addSample: os.addSample.handler(({ input, context }) =>
      sample.add(context, input.requestId, input.language),
    ),

    removeSample: os.removeSample.handler(({ input, context }) => sample.remove(context, input.requestId)),
  }
}
