import type { Mark } from '../../../shared/mark/marks.ts'
import { facetReasons, firstPassStrings as words } from '../../ui/strings/first-pass.ts'
import styles from './first-pass.module.css'

/** Why words are proposed, reason by reason, with those of them that show it. */
export function Reasons({ mark }: { mark: Mark }) {
  const said = mark.facets.map((facet) => ({
    facet,
    shown: [
      ...new Set(mark.reasons.filter((reason) => reason.facet === facet).map((reason) => reason.words)),
    ].filter((shown) => shown !== '' && shown !== mark.words),
  }))
  return (
    <>
      {mark.kind === 'quote' ? (
        <p className={styles.speaker} dir="auto">
          {mark.speaker
            ? `${words.speaker} ${[mark.speaker.name, mark.speaker.role].filter((part) => part !== '').join(', ')}`
            : words.noSpeaker}
        </p>
      ) : null}
      <ul className={styles.reasons} aria-label={words.why}>
        {said.map(({ facet, shown }) => (
          <li key={facet}>
            {facetReasons[facet]}
            {shown.length > 0 ? (
              <>
                {': '}
                <q dir="auto">{shown.join(' … ')}</q>
              </>
            ) : null}
          </li>
        ))}
      </ul>
    </>
  )
}
