import { must } from '../../../shared/lib/assert.ts'
import { clickWithShift, found, openMenu, type as typeInto } from '../../gallery/hand.ts'
import { emptyStory, iceHouseStory, statusStory } from '../../gallery/made/texts.ts'
import { madeClaimId } from '../../gallery/made/words.ts'
import type { GalleryPart } from '../../gallery/part.ts'
import styles from '../../gallery/rows.module.css'
import { WithSession } from '../../gallery/WithSession.tsx'
import { filterClaimsBy } from '../../state/claim-filter.ts'
import { show } from '../../state/window.ts'
import { MovedDialog, ReasonDialog, ReasonForSeveralDialog } from './ClaimDialogs.tsx'
import { ClaimRow } from './ClaimRow.tsx'
import { ClaimsPanel } from './ClaimsPanel.tsx'
import { OpenClaim } from './OpenClaim.tsx'

const rows = (numbers: readonly number[], of: typeof iceHouseStory, openClaim?: number) => () => (
  <ul className={styles.panel}>
    <WithSession of={of} {...(openClaim === undefined ? {} : { openClaim })}>
      {(session) =>
        numbers.map((number, at) => (
          <li key={number}>
            <ClaimRow session={session} id={madeClaimId(number)} row={{ tabIndex: 0, 'data-row': at }} />
          </li>
        ))
      }
    </WithSession>
  </ul>
)

const openOne = (number: number) => () => (
  <div className={styles.panel}>
    <WithSession>{(session) => <OpenClaim session={session} id={madeClaimId(number)} />}</WithSession>
  </div>
)

const panel =
  (of = iceHouseStory, openClaim?: number) =>
  () => (
    <div className={`${styles.panel} ${styles.filled}`}>
      <WithSession of={of} isInWindow {...(openClaim === undefined ? {} : { openClaim })}>
        {(session) => <ClaimsPanel session={session} />}
      </WithSession>
    </div>
  )

const everyStatement = iceHouseStory.claims.length > 0 ? [1, 4, 7, 10, 13, 16, 19] : []

export const part: GalleryPart = {
  title: 'Claims',
  states: [
    { name: 'A row in each status', View: rows(everyStatement, statusStory) },
    { name: 'Rows of quotes', View: rows([2, 5, 8, 11, 14, 17, 20], statusStory) },
    {
      name: 'Rows: with backup, legal, somebody’s, open, removed',
      View: rows([1, 3, 5, 10, 19, 21], iceHouseStory, 10),
    },
    { name: 'Open: confirmed on a primary source', View: openOne(1) },
    { name: 'Open: settled on other words, contradicted', View: openOne(10) },
    { name: 'Open: a quote', View: openOne(5) },
    { name: 'Open: unverified, legal, confidential', View: openOne(3) },
    { name: 'Open: unchecked, without backup', View: openOne(14) },
    { name: 'Open: removed from the text', View: openOne(21) },
    { name: 'The panel', isWhole: true, View: panel() },
    {
      name: 'The panel, a row with the focus',
      isWhole: true,
      View: panel(),
      play: async (place) => (await found(place, '[data-row="2"]')).focus(),
    },
    { name: 'The panel with an open claim', isWhole: true, View: panel(iceHouseStory, 10) },
    {
      name: 'The panel with several selected',
      isWhole: true,
      View: panel(),
      async play(place) {
        await clickWithShift(place, '[data-row="1"]')
        await clickWithShift(place, '[data-row="4"]')
      },
    },
    { name: 'The panel of a story without claims', isWhole: true, View: panel(emptyStory) },
    {
      name: 'The panel, filtered to nothing',
      isWhole: true,
      View: panel(),
      before: () => filterClaimsBy({ text: 'walrus' }),
    },
    {
      name: 'The panel, removed claims alone',
      isWhole: true,
      View: panel(),
      before: () => filterClaimsBy({ scope: 'removed' }),
    },
    {
      name: 'Adding backup',
      isWhole: true,
      View: panel(iceHouseStory, 14),
      before: () => show({ backupFormFor: madeClaimId(14) }),
      play: (place) => typeInto(place, '[role="combobox"]', 'ice'),
    },
    {
      name: 'What can be done with a claim',
      isWhole: true,
      View: panel(iceHouseStory, 10),
      play: (place) => openMenu(place, 'section button[aria-haspopup="menu"]'),
    },
    {
      name: 'A reason is wanted',
      isWhole: true,
      View: () => (
        <WithSession>
          {(session) => (
            <ReasonDialog
              session={session}
              asked={{ kind: 'reason', claimId: madeClaimId(15), number: 15 }}
            />
          )}
        </WithSession>
      ),
    },
    {
      name: 'A reason is wanted for several',
      isWhole: true,
      View: () => (
        <WithSession>
          {(session) => (
            <ReasonForSeveralDialog
              session={session}
              asked={{ kind: 'reasonForSeveral', claimIds: [2, 3, 15].map(madeClaimId) }}
            />
          )}
        </WithSession>
      ),
    },
    {
      name: 'Adding backup from a source that is not there yet',
      isWhole: true,
      View: panel(iceHouseStory, 14),
      before: () => show({ backupFormFor: madeClaimId(14) }),
      play: (place) => typeInto(place, '[role="combobox"]', 'Walrus almanac'),
    },
    {
      name: 'The words moved meanwhile',
      isWhole: true,
      View: () => (
        <WithSession>
          {(session) => (
            <MovedDialog
              session={session}
              moved={{
                kind: 'moved',
                claimId: madeClaimId(10),
                number: 10,
                status: 'confirmed',
                note: '',
                seen: 'at a cost of 44,000 crowns',
                now: must(iceHouseStory.claims[9], 'the made story has ten claims').words,
              }}
            />
          )}
        </WithSession>
      ),
    },
  ],
}
