import { isCleared, wantsSecondReader } from '../../../shared/check/legal.ts'
import type { Claim } from '../../../shared/model/claim.ts'
import { newRequestId, type PersonId } from '../../../shared/model/ids.ts'
import { useMay, useMe, usePeople, usePeopleById } from '../../state/queries.ts'
import { perform } from '../../state/refused.ts'
import type { StorySession } from '../../state/session.ts'
import { Button } from '../../ui/Button.tsx'
import { Choice, Field } from '../../ui/Field.tsx'
import { formatAgo } from '../../ui/format.ts'
import { fixesStrings } from '../../ui/strings/fixes.ts'
import { togetherStrings } from '../../ui/strings/together.ts'
import { strings } from '../../ui/strings.ts'
import styles from './backup.module.css'
import { WordDiff } from './WordDiff.tsx'

/** Of a flagged claim: whether legal has cleared these very words, and whether a second person has read them. */
export function LegalSection({ session, claim }: { session: StorySession; claim: Claim }) {
  if (!claim.isLegal) return null
  return (
    <section className={styles.backup} aria-label={togetherStrings.legal}>
      <header className={styles.head}>
        <h4>{togetherStrings.legal}</h4>
      </header>
      <Clearing session={session} claim={claim} />
      <SecondReader session={session} claim={claim} />
    </section>
  )
}

function Clearing({ session, claim }: { session: StorySession; claim: Claim }) {
  const people = usePeopleById()
  const mayClear = useMay('clearLegal')
  const { legalClearing } = claim
  const holds = isCleared(claim)
  const name = (id: PersonId) => people.get(id)?.name ?? strings.common.nobody
  const change = { claimId: claim.id }
  return (
    <>
      {legalClearing === null ? <p className={styles.none}>{togetherStrings.notCleared}</p> : null}
      {legalClearing && holds ? (
        <p className={styles.note}>
          {togetherStrings.cleared(name(legalClearing.personId), formatAgo(legalClearing.atMs))}
        </p>
      ) : null}
      {legalClearing && !holds ? (
        <>
          <p className={styles.moved}>
            {togetherStrings.lapsed(name(legalClearing.personId), formatAgo(legalClearing.atMs))}
          </p>
          <WordDiff
            before={legalClearing.words}
            after={claim.words}
            names={{ before: togetherStrings.clear, after: fixesStrings.before }}
          />
        </>
      ) : null}
      {mayClear ? (
        <div className={styles.buttons}>
          {holds ? (
            <Button
              size="small"
              tone="quiet"
              onClick={() =>
                void perform(() =>
                  session.ask((client) =>
                    client.claims.unclearLegal({ requestId: newRequestId(), ...change }),
                  ),
                )
              }
            >
              {togetherStrings.unclear}
            </Button>
          ) : (
            <Button
              size="small"
              disabled={claim.presence !== 'inText'}
              onClick={() =>
                void perform(() =>
                  session.ask((client) =>
                    client.claims.clearLegal({
                      requestId: newRequestId(),
                      ...change,
                      seenWords: claim.words,
                      note: '',
                    }),
                  ),
                )
              }
            >
              {togetherStrings.clear}
            </Button>
          )}
        </div>
      ) : (
        <p className={styles.facts}>{togetherStrings.forLegal}</p>
      )}
    </>
  )
}

const nobodyAsked = ''
const anybody = 'anybody'

function SecondReader({ session, claim }: { session: StorySession; claim: Claim }) {
  const { data: people = [] } = usePeople()
  const me = useMe()
  const { secondReading: reading } = claim
  const isWanted = wantsSecondReader(claim)
  const name = (id: PersonId) => people.find((one) => one.id === id)?.name ?? strings.common.nobody
  const options = [
    { value: nobodyAsked, name: togetherStrings.noSecond },
    { value: anybody, name: togetherStrings.anybody },
    ...people.map((person) => ({ value: person.id as string, name: person.name })),
  ]
  const isMine = me !== null && reading !== null && [null, me.id].includes(reading.readerId)
  const canRead = isWanted && isMine && claim.settling !== null && claim.settling.personId !== me?.id
  return (
    <>
      <Field label={togetherStrings.secondReader}>
        {(ids) => (
          <Choice
            {...ids}
            options={options}
            value={reading === null ? nobodyAsked : (reading.readerId ?? anybody)}
            onChange={(value) =>
              void perform(() =>
                session.ask((client) => {
                  const change = { requestId: newRequestId(), claimId: claim.id }
                  if (value === nobodyAsked) return client.claims.dropSecondReader(change)
                  const readerId = people.find((one) => one.id === value)?.id ?? null
                  return client.claims.askSecondReader({ ...change, readerId })
                }),
              )
            }
          />
        )}
      </Field>
      {reading?.done ? (
        <p className={isWanted ? styles.moved : styles.note}>
          {isWanted
            ? togetherStrings.readOther(name(reading.done.personId))
            : togetherStrings.readBy(name(reading.done.personId), formatAgo(reading.done.atMs))}
        </p>
      ) : reading ? (
        <p className={styles.none}>{togetherStrings.readAwaited}</p>
      ) : null}
      {canRead ? (
        <div className={styles.buttons}>
          <Button
            size="small"
            onClick={() =>
              void perform(() =>
                session.ask((client) =>
                  client.claims.readSecond({
                    requestId: newRequestId(),
                    claimId: claim.id,
                    seenWords: claim.words,
                  }),
                ),
              )
            }
          >
            {togetherStrings.readNow}
          </Button>
        </div>
      ) : null}
    </>
  )
}
