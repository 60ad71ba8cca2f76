import type { QueryClient } from '@tanstack/react-query'
import type { DeskNews } from '../../shared/contract/desk.ts'
import { exhaustive } from '../../shared/lib/assert.ts'
import { forgetCopied } from '../editor/slice-store.ts'
import type { DeskLink } from '../link/link.ts'

/** While somebody types, the desk says at every write that the stories changed; this often is often enough. */
const restMs = 700

/** Has the lists read again when the desk says that they changed, for as long as the window stands. */
export function followNews(link: DeskLink, queries: QueryClient): () => void {
  const ended = new AbortController()
  const due = new Set<DeskNews['kind']>()
  let timer: ReturnType<typeof setTimeout> | null = null

  function readAgain() {
    timer = null
    const kinds = [...due]
    due.clear()
    for (const kind of kinds) void invalidate(kind)
  }

  function invalidate(kind: DeskNews['kind']): Promise<void> {
    switch (kind) {
      case 'hello':
        return queries.invalidateQueries()
      case 'stories':
        return queries.invalidateQueries({ queryKey: ['stories'] })
      case 'sources':
        return queries.invalidateQueries({ queryKey: ['sources'] })
      case 'queries':
        return queries.invalidateQueries({ queryKey: ['queries'] })
      case 'struck':
        forgetCopied()
        // What was asked for earlier may hold the words, also where nobody shows it now.
        queries.removeQueries({ type: 'inactive' })
        return queries.invalidateQueries()
      case 'rules':
        return queries.invalidateQueries({ queryKey: ['rules'] })
      case 'people':
        return queries.invalidateQueries({ queryKey: ['people'] })
      default:
        return exhaustive(kind)
    }
  }

  async function listen() {
    while (!ended.signal.aborted) {
      try {
        for await (const news of await link.client.desk.follow(undefined, { signal: ended.signal })) {
          due.add(news.kind)
          timer ??= setTimeout(readAgain, restMs)
        }
      } catch {
        // The link broke or the person changed; `hello` of the next stream makes up for what was missed.
      }
      if (!ended.signal.aborted) await openOrLater(link)
    }
  }

  void listen()
  return () => {
    ended.abort()
    if (timer) clearTimeout(timer)
  }
}

/** Resolves when the link opens again, or after a moment where it is open already. */
function openOrLater(link: DeskLink): Promise<void> {
  return new Promise((resolve) => {
    const done = () => {
      clearTimeout(timer)
      stop()
      resolve()
    }
    const timer = setTimeout(done, 1000)
    const stop = link.subscribe(() => {
      if (link.state() === 'open') done()
    })
  })
}
