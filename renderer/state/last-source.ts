import type { SourceId } from '../../shared/model/ids.ts'
import { createStore } from './store.ts'

/** The source that was attached last in this window; one key attaches it again. */
export const lastSource = createStore<SourceId | null>(null)
