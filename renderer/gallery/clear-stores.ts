import { chooseNothing } from '../state/chosen-proposal.ts'
import { claimFilter, everyClaim } from '../state/claim-filter.ts'
import { selectNothing } from '../state/claim-selection.ts'
import { judging } from '../state/judging.ts'
import { takenBack } from '../state/life.ts'
import { say } from '../state/notice.ts'
import { putPencilDown } from '../state/pencil.ts'
import { toasts } from '../state/toasts.ts'
import { tour } from '../state/tour.ts'
import { show } from '../state/window.ts'
import { works } from '../state/work.ts'
import { madeSources } from './made/sources.ts'

/** The window as it is before anybody did anything in it. */
export function clearStores(): void {
  show({
    view: 'story',
    right: 'claims',
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
  chooseNothing()
  toasts.set([])
  works.set([])
  tour.set(null)
  putPencilDown()
  takenBack.set(false)
  judging.set((now) => ({
    ...now,
    sources: new Map(madeSources.map((source) => [source.id, source])),
    isDeskOfOne: false,
  }))
  say('')
}
