import { useMemo, useState } from 'react'
import { anchorSpan } from '../../../shared/document/anchors.ts'
import { claimsIn, paragraphAround, sectionAround } from '../../../shared/document/sections.ts'
import type { ClaimId } from '../../../shared/model/ids.ts'
import { newRequestId } from '../../../shared/model/ids.ts'
import { claimFilter, filterClaims } from '../../state/claim-filter.ts'
import { say } from '../../state/notice.ts'
import { preferences } from '../../state/preferences.ts'
import { usePeople } from '../../state/queries.ts'
import { perform } from '../../state/refused.ts'
import type { StorySession } from '../../state/session.ts'
import { closeDialog } from '../../state/window.ts'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { Choice, Field } from '../../ui/Field.tsx'
import { Segments } from '../../ui/Segments.tsx'
import { togetherStrings } from '../../ui/strings/together.ts'
import { strings } from '../../ui/strings.ts'
import styles from './open-claim.module.css'

const scopes = ['claim', 'paragraph', 'section', 'shown'] as const
type Scope = (typeof scopes)[number]

const scopeNames: Record<Scope, string> = {
  claim: togetherStrings.giveClaim,
  paragraph: togetherStrings.giveParagraph,
  section: togetherStrings.giveSection,
  shown: togetherStrings.giveShown,
}

/** The claims that a scope means, seen from the open claim, or from the caret where none is open. */
function claimsOf(session: StorySession, scope: Scope, claimId: ClaimId | null): ClaimId[] {
  const { claims, order } = session.getState()
  if (scope === 'claim') return claimId ? [claimId] : []
  if (scope === 'shown') return filterClaims(order, claims, claimFilter.get(), preferences.get().personId)
  const { doc, selection } = session.editor.state
  const at = (claimId && anchorSpan(doc, claimId)?.from) ?? selection.from
  const range = scope === 'paragraph' ? paragraphAround(doc, at) : sectionAround(doc, at)
  const ids = new Set<string>(claimsIn(doc, range))
  return order.filter((id) => ids.has(id))
}

/** Gives a claim, a paragraph's, a whole section's or all that are listed to somebody, in one go. */
export function GiveDialog({ session, claimId }: { session: StorySession; claimId: ClaimId | null }) {
  const { data: people = [] } = usePeople()
  const offered = scopes.filter((scope) => scope !== 'claim' || claimId !== null)
  const [scope, setScope] = useState<Scope>('section')
  const [to, setTo] = useState<string>(preferences.get().personId ?? '')
  const ids = useMemo(() => claimsOf(session, scope, claimId), [session, scope, claimId])
  const options = [
    ...people.map((person) => ({ value: person.id as string, name: `${person.name} (${person.initials})` })),
    { value: '', name: strings.common.nobody },
  ]
  const save = () =>
    void perform(async () => {
      const person = people.find((one) => one.id === to)
      await session.ask((client) =>
        client.claims.assignMany({
          requestId: newRequestId(),
          storyId: session.storyId,
          claimIds: ids,
          personId: person?.id ?? null,
        }),
      )
      closeDialog()
      say(togetherStrings.given(ids.length, person?.name ?? strings.common.nobody))
    })
  return (
    <Dialog
      size="small"
      title={togetherStrings.giveTitle}
      onClose={closeDialog}
      foot={
        <>
          <Button tone="quiet" onClick={closeDialog}>
            {strings.common.cancel}
          </Button>
          <Button tone="primary" disabled={ids.length === 0} onClick={save}>
            {togetherStrings.give}
          </Button>
        </>
      }
    >
      <div className={styles.give}>
        <Segments
          isWide
          size="small"
          label={togetherStrings.giveWhat}
          value={scope}
          onChange={setScope}
          options={offered.map((value) => ({ value, name: scopeNames[value] }))}
        />
        <p role="status" className={styles.quiet}>
          {ids.length > 0 ? togetherStrings.giveCount(ids.length) : togetherStrings.giveNone}
        </p>
        <Field label={togetherStrings.giveTo} hint={togetherStrings.giveLater}>
          {(control) => <Choice {...control} options={options} value={to} onChange={setTo} />}
        </Field>
      </div>
    </Dialog>
  )
}
