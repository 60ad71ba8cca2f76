import { claimFilter, everyClaim } from '../state/claim-filter.ts'
import { selectNothing } from '../state/claim-selection.ts'
import { judging } from '../state/judging.ts'
import { takenBack } from '../state/life.ts'
import { say } from '../state/notice.ts'
import { toasts } from '../state/toasts.ts'
import { show } from '../state/window.ts'
import { madeSources } from './made/sources.ts'

/** The window as it is before anybody did anything in it. */
export function clearStores(): void {
  show({
    view: 'story',
    sourceId: null,
    dialog: null,
    drawer: null,
    hidden: [],
    searchWords: '',
    backupFormFor: null,
    queryFormFor: null,
    fixFormFor: null,
  })
  claimFilter.set(everyClaim)
  selectNothing()
  toasts.set([])
  takenBack.set(false)
  judging.set((now) => ({
    ...now,
    sources: new Map(madeSources.map((source) => [source.id, source])),
    isDeskOfOne: false,
  }))
  say('')
}
