import { Quote } from 'lucide-react'
import type { ListedProposal } from '../../state/first-pass.ts'
import { classes } from '../../ui/classes.ts'
import { facetNames } from '../../ui/strings/first-pass.ts'
import { placeLabels } from '../../ui/strings.ts'
import claimStyles from '../claims/claims.module.css'
import styles from './first-pass.module.css'

/** So many facets are named in a row. */
const namedFacets = 3

/** One proposal in the list: its words, and what for. */
export function ProposalRow({
  proposal,
  isChosen,
  onChoose,
  onRead,
  row,
}: {
  proposal: ListedProposal
  isChosen: boolean
  onChoose: () => void
  /** What the space bar does where choosing would do nothing. */
  onRead: (() => void) | null
  row: { tabIndex: 0 | -1; 'data-row': number }
}) {
  const { mark, where } = proposal
  return (
    <button
      type="button"
      className={classes(claimStyles.row, styles.row, isChosen && claimStyles.isOpen)}
      aria-current={isChosen ? 'true' : undefined}
      onClick={onChoose}
      onKeyDown={(event) => {
        if (event.key !== ' ' || event.shiftKey || !onRead) return
        event.preventDefault()
        onRead()
      }}
      // A button is pressed when the space bar comes up again.
      onKeyUp={(event) => {
        if (event.key === ' ' && onRead) event.preventDefault()
      }}
      {...row}
    >
      <span className={claimStyles.rowWords} dir="auto">
        {mark.words}
      </span>
      <span className={claimStyles.rowMeta}>
        {mark.speaker ? (
          <span className={claimStyles.quoteMeta}>
            <Quote size={11} aria-hidden="true" />
            <span dir="auto">{mark.speaker.name}</span>
          </span>
        ) : null}
        {mark.facets.slice(0, namedFacets).map((facet) => (
          <span key={facet}>{facetNames[facet]}</span>
        ))}
        {mark.facets.length > namedFacets ? <span>+{mark.facets.length - namedFacets}</span> : null}
        {where === 'paragraph' ? null : (
          <span className={claimStyles.metaEnd}>{placeLabels[where] ?? null}</span>
        )}
      </span>
    </button>
  )
}
