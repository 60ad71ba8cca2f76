import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { type DeskRules, deskRulesSchema } from '../../../shared/check/rules.ts'
import { type Subject, subjectSchema } from '../../../shared/check/subject.ts'
import { type AskKind, askKinds } from '../../../shared/model/gate.ts'
import { newRequestId } from '../../../shared/model/ids.ts'
import { useDesk } from '../../state/desk.ts'
import { say } from '../../state/notice.ts'
import { listQueries, useMay, usePeople } from '../../state/queries.ts'
import { explain, perform } from '../../state/refused.ts'
import { closeDialog } from '../../state/window.ts'
import { Dialog } from '../../ui/Dialog.tsx'
import { Check, Field, TextInput } from '../../ui/Field.tsx'
import { FormDialog } from '../../ui/FormDialog.tsx'
import { Failure, Loading } from '../../ui/Notice.tsx'
import { gateKinds, gateStrings } from '../../ui/strings/gate.ts'
import { standingStrings, subjectNames } from '../../ui/strings/standing.ts'
import styles from './rules.module.css'

const words = standingStrings.rules

/** What this desk asks of a check; an editor's to set, everybody's to read. */
export function RulesDialog() {
  const { link } = useDesk()
  const { data: rules, error, refetch } = useQuery(listQueries.rules(link.client))
  // Whose rules they are to set decides where the focus goes.
  const { isPending } = usePeople()
  if (rules && !isPending) return <RulesForm rules={rules} />
  return (
    <Dialog title={words.title} size="small" onClose={closeDialog}>
      {error ? (
        <Failure title={words.notRead} explanation={explain(error)} onAgain={() => void refetch()} />
      ) : (
        <Loading label={words.loading} />
      )}
    </Dialog>
  )
}

interface Written {
  readonly primarySources: string
  readonly independentSources: string
  readonly quotesWantRecord: boolean
  readonly namesOwnWords: boolean
  readonly shelfLifeDays: Readonly<Record<Subject, string>>
  readonly blockingAsks: readonly AskKind[]
}

function written(rules: DeskRules): Written {
  const days = (subject: Subject) => String(rules.shelfLifeDays[subject] ?? '')
  return {
    ...rules,
    primarySources: String(rules.primarySources),
    independentSources: String(rules.independentSources),
    shelfLifeDays: { title: days('title'), toll: days('toll'), age: days('age') },
  }
}

function read(form: Written) {
  const days = (text: string) => (text.trim() === '' ? null : Number(text))
  const { title, toll, age } = form.shelfLifeDays
  return deskRulesSchema.safeParse({
    ...form,
    primarySources: Number(form.primarySources),
    independentSources: Number(form.independentSources),
    shelfLifeDays: { title: days(title), toll: days(toll), age: days(age) },
  })
}

function RulesForm({ rules }: { rules: DeskRules }) {
  const { link, queries } = useDesk()
  const [form, setForm] = useState(() => written(rules))
  const parsed = read(form)
  const wrong = new Set(parsed.success ? [] : parsed.error.issues.map((issue) => issue.path.join('.')))
  const isMine = useMay('setRules')
  const change = (part: Partial<Written>) => setForm({ ...form, ...part })
  return (
    <FormDialog
      title={words.title}
      canSave={isMine && parsed.success}
      isReading={!isMine}
      onClose={closeDialog}
      save={async () => {
        if (!parsed.success) return words.wrongCount
        const isSaved = await perform(async () => {
          await link.client.desk.setRules({ requestId: newRequestId(), rules: parsed.data })
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
          <p>{words.lead}</p>
          {(['primarySources', 'independentSources'] as const).map((name) => (
            <Field
              key={name}
              className={styles.line}
              label={(name === 'primarySources' ? words.primary : words.independent)(Number(form[name]))}
              error={wrong.has(name) ? words.wrongCount : undefined}
            >
              {(ids) => (
                <TextInput
                  {...ids}
                  inputMode="numeric"
                  maxLength={1}
                  value={form[name]}
                  onChange={(event) => change({ [name]: event.target.value })}
                />
              )}
            </Field>
          ))}
          <Check
            label={words.quotes}
            checked={form.quotesWantRecord}
            onChange={(quotesWantRecord) => change({ quotesWantRecord })}
          />
          <Check
            label={words.ownWords}
            hint={words.ownWordsHint}
            checked={form.namesOwnWords}
            onChange={(namesOwnWords) => change({ namesOwnWords })}
          />
          <p>{words.shelfLife}</p>
          {subjectSchema.options.map((subject) => (
            <Field
              key={subject}
              className={styles.line}
              label={subjectNames[subject]}
              error={wrong.has(`shelfLifeDays.${subject}`) ? words.wrongDays : undefined}
            >
              {(ids) => (
                <TextInput
                  {...ids}
                  inputMode="numeric"
                  maxLength={5}
                  value={form.shelfLifeDays[subject]}
                  onChange={(event) =>
                    change({ shelfLifeDays: { ...form.shelfLifeDays, [subject]: event.target.value } })
                  }
                />
              )}
            </Field>
          ))}
          <p>{gateStrings.blockingAsks}</p>
          {askKinds.map((kind) => (
            <Check
              key={kind}
              label={gateKinds[kind]}
              checked={form.blockingAsks.includes(kind)}
              onChange={(blocks) =>
                change({
                  blockingAsks: askKinds.filter((one) =>
                    one === kind ? blocks : form.blockingAsks.includes(one),
                  ),
                })
              }
            />
          ))}
        </fieldset>
      )}
    </FormDialog>
  )
}
