import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { DeskRules } from '../../../shared/check/rules.ts'
import { facets } from '../../../shared/mark/facet.ts'
import { eagernesses, type FirstPassSettings } from '../../../shared/mark/settings.ts'
import { newRequestId } from '../../../shared/model/ids.ts'
import { useDesk } from '../../state/desk.ts'
import { say } from '../../state/notice.ts'
import { listQueries, useMay, usePeople } from '../../state/queries.ts'
import { perform } from '../../state/refused.ts'
import { closeDialog } from '../../state/window.ts'
import { Check } from '../../ui/Field.tsx'
import { FormDialog } from '../../ui/FormDialog.tsx'
import { formatNumber } from '../../ui/format.ts'
import { Segments } from '../../ui/Segments.tsx'
import { eagernessNames, facetNames, firstPassStrings as words } from '../../ui/strings/first-pass.ts'
import styles from './first-pass-dialog.module.css'

/** What the desk wants of the first pass, beside what came of it so far; an editor's to set, everybody's to read. */
export function FirstPassDialog() {
  const { link } = useDesk()
  const { data: rules } = useQuery(listQueries.rules(link.client))
  const { isPending } = usePeople()
  return rules && !isPending ? <FirstPassForm rules={rules} /> : null
}

function FirstPassForm({ rules }: { rules: DeskRules }) {
  const { link, queries } = useDesk()
  const [settings, setSettings] = useState(rules.firstPass)
  const isMine = useMay('setRules')
  return (
    <FormDialog
      title={words.settings}
      canSave={isMine}
      isReading={!isMine}
      onClose={closeDialog}
      save={async () => {
        const isSaved = await perform(async () => {
          const changed = { ...rules, firstPass: settings }
          await link.client.desk.setRules({ requestId: newRequestId(), rules: changed })
          await queries.invalidateQueries({ queryKey: ['rules'] })
          say(words.saved)
          return true
        })
        return isSaved ? undefined : ''
      }}
    >
      {() => (
        <fieldset className={styles.rules} disabled={!isMine}>
          {isMine ? null : <p className={styles.note}>{words.editorsOnly}</p>}
          <Settings settings={settings} onChange={(part) => setSettings({ ...settings, ...part })} />
        </fieldset>
      )}
    </FormDialog>
  )
}

function Settings({
  settings,
  onChange,
}: {
  settings: FirstPassSettings
  onChange: (part: Partial<FirstPassSettings>) => void
}) {
  const { link } = useDesk()
  const { data: counts = [] } = useQuery(listQueries.passCounts(link.client))
  const byFacet = new Map(counts.map((one) => [one.facet, one]))
  const total = counts.reduce((sum, one) => sum + one.accepted + one.dismissed, 0)
  return (
    <>
      <p>{words.rulesLead}</p>
      <Check label={words.isOn} checked={settings.isOn} onChange={(isOn) => onChange({ isOn })} />
      <div className={styles.eagerness}>
        <span aria-hidden="true">{words.eagerness}</span>
        <Segments
          size="small"
          label={words.eagerness}
          value={settings.eagerness}
          onChange={(eagerness) => onChange({ eagerness })}
          options={eagernesses.map((value) => ({ value, name: eagernessNames[value] }))}
        />
      </div>
      <table className={styles.facets}>
        <caption className="visually-hidden">{words.counts}</caption>
        <thead>
          <tr>
            <th scope="col">{words.facets}</th>
            <th scope="col">{words.took}</th>
            <th scope="col">{words.putAside}</th>
          </tr>
        </thead>
        <tbody>
          {facets.map((facet) => (
            <tr key={facet}>
              <th scope="row">
                <Check
                  label={facetNames[facet]}
                  checked={settings.facets.includes(facet)}
                  onChange={(isWanted) =>
                    onChange({
                      facets: facets.filter((one) =>
                        one === facet ? isWanted : settings.facets.includes(one),
                      ),
                    })
                  }
                />
              </th>
              <td>{formatNumber(byFacet.get(facet)?.accepted ?? 0)}</td>
              <td>{formatNumber(byFacet.get(facet)?.dismissed ?? 0)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {total === 0 ? <p className={styles.note}>{words.noCounts}</p> : null}
    </>
  )
}
