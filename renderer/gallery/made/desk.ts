import { createORPCClient } from '@orpc/client'
import type { InferContractRouterInputs } from '@orpc/contract'
import { QueryClient } from '@tanstack/react-query'
import { defaultDeskRules } from '../../../shared/check/rules.ts'
import type { Contract, DeskClient, Outputs } from '../../../shared/contract/contract.ts'
import { schemaVersion } from '../../../shared/document/schema.ts'
import { facets } from '../../../shared/mark/facet.ts'
import { LinkBroken } from '../../link/broken.ts'
import type { Desk } from '../../state/desk.ts'
import { madeCopies } from './copies.ts'
import { madePeople } from './people.ts'
import picture from './picture.svg'
import { madeSources } from './sources.ts'
import { madeStories } from './stories.ts'

type Inputs = InferContractRouterInputs<Contract>

/** What the gallery's desk answers, call by call. */
export type MadeAnswers = {
  readonly [Room in keyof Outputs]?: {
    readonly [Call in keyof Outputs[Room]]?: (
      input: Call extends keyof Inputs[Room] ? Inputs[Room][Call] : never,
    ) => Outputs[Room][Call] | Promise<Outputs[Room][Call]>
  }
}

export type LinkState = ReturnType<Desk['link']['state']>

/** Never answers, as a desk that is still at work. */
export const pending = (): Promise<never> => new Promise(() => {})

const everywhere: MadeAnswers = {
  desk: {
    hello: () => ({
      app: 'stet',
      version: '0.0.0',
      schemaVersion,
      folder: '/home/edda/Stet',
      person: madePeople[0] ?? null,
      hasStories: true,
      life: 'gallery',
    }),
    follow: pending,
    copies: () => ({ kept: 10, copies: madeCopies }),
    rules: () => defaultDeskRules,
  },
  people: { list: () => [...madePeople] },
  stories: { list: ({ archived }) => madeStories(archived ?? false), follow: pending },
  sources: { list: () => [...madeSources] },
  queries: { list: () => [] },
  firstPass: {
    counts: () => facets.map((facet, at) => ({ facet, accepted: (at * 7) % 23, dismissed: (at * 5) % 11 })),
  },
}

/** A desk that only answers; whatever would change something meets a desk that cannot be reached. */
export function madeDesk(answers: MadeAnswers = {}, linkState: LinkState = 'open'): Desk {
  const queries = new QueryClient({ defaultOptions: { queries: { networkMode: 'always', retry: false } } })
  const client = createORPCClient<DeskClient>({
    async call([room = '', call = ''], input) {
      const find = (from: MadeAnswers) =>
        (from as Record<string, Record<string, (input: unknown) => unknown> | undefined>)[room]?.[call]
      const answer = find(answers) ?? find(everywhere)
      if (!answer) throw new LinkBroken('a gallery has no desk behind it')
      return await answer(input ?? {})
    },
  })
  return {
    queries,
    link: {
      client,
      state: () => linkState,
      subscribe: () => () => {},
      setPerson: () => {},
      putBlob: () => Promise.reject(new LinkBroken('a gallery has no desk behind it')),
      blobUrl: (hash) => (hash.startsWith('0') ? picture : 'missing.png'),
      close: () => {},
    },
  }
}
