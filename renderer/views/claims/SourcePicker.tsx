import { Plus } from 'lucide-react'
import { Fragment, type ReactNode, useEffect, useId, useMemo, useState } from 'react'
import { type Source, type SourceKind, sourceKindSchema } from '../../../shared/model/source.ts'
import { useSources } from '../../state/queries.ts'
import { Button } from '../../ui/Button.tsx'
import { Choice, Field, TextInput } from '../../ui/Field.tsx'
import { sourceKindNames, strings } from '../../ui/strings.ts'
import styles from './backup.module.css'

export type PickedSource =
  | { kind: 'known'; source: Source }
  | { kind: 'new'; title: string; sourceKind: SourceKind; url: string }

const most = 8

/** Source kinds as options, in the model's order. */
const kindOptions = sourceKindSchema.options.map((value) => ({ value, name: sourceKindNames[value] }))

/** A combobox over the library; what it does not have is made on the spot. */
export function SourcePicker({
  picked,
  onPick,
}: {
  picked: PickedSource | null
  onPick: (source: PickedSource | null) => void
}) {
  const { data: sources = [] } = useSources()
  const [words, setWords] = useState('')
  const [isOpen, setOpen] = useState(false)
  const [active, setActive] = useState(0)
  const listId = useId()

  const matches = useMemo(() => {
    const sought = words.trim().toLocaleLowerCase().split(/\s+/u)
    return sources
      .filter((source) => {
        const text = `${source.title} ${source.publisher} ${source.codeName}`.toLocaleLowerCase()
        return sought.every((word) => text.includes(word))
      })
      .slice(0, most)
  }, [sources, words])
  const canMake = words.trim() !== ''
  const isListed = isOpen && (matches.length > 0 || canMake)
  useEffect(() => {
    if (isListed) document.getElementById(listId)?.scrollIntoView({ block: 'nearest' })
  }, [isListed, listId])
  const count = matches.length + (canMake ? 1 : 0)

  function choose(index: number) {
    const source = matches[index]
    const title = words.trim()
    const isAddress = /^https?:\/\//i.test(title)
    if (source) onPick({ kind: 'known', source })
    else if (canMake)
      onPick({
        kind: 'new',
        title,
        sourceKind: isAddress ? 'webPage' : 'document',
        url: isAddress ? title : '',
      })
    setOpen(false)
  }

  if (picked)
    return (
      <div className={styles.picked}>
        <span className={styles.pickedTitle} dir="auto">
          {picked.kind === 'known' ? picked.source.title : picked.title}
        </span>
        <Button
          tone="quiet"
          size="small"
          onClick={() => {
            onPick(null)
            setOpen(true)
          }}
        >
          {strings.backup.changeSource}
        </Button>
        {picked.kind === 'new' ? (
          <div className={styles.newSource}>
            <Field label={strings.backup.newSourceKind}>
              {(ids) => (
                <Choice
                  {...ids}
                  options={kindOptions}
                  value={picked.sourceKind}
                  onChange={(sourceKind) => onPick({ ...picked, sourceKind })}
                />
              )}
            </Field>
            <Field label={strings.backup.newSourceUrl}>
              {(ids) => (
                <TextInput
                  {...ids}
                  inputMode="url"
                  dir="ltr"
                  value={picked.url}
                  onChange={(event) => onPick({ ...picked, url: event.target.value })}
                />
              )}
            </Field>
          </div>
        ) : null}
      </div>
    )
  return (
    <Field label={strings.backup.source} className={styles.picker}>
      {(ids) => (
        <>
          <TextInput
            {...ids}
            autoFocus
            role="combobox"
            aria-expanded={isOpen && count > 0}
            aria-controls={listId}
            aria-autocomplete="list"
            aria-activedescendant={isOpen && count > 0 ? `${listId}-${active}` : undefined}
            dir="auto"
            placeholder={strings.backup.sourcePlaceholder}
            value={words}
            onFocus={() => setOpen(true)}
            onBlur={() => setOpen(false)}
            onChange={(event) => {
              setWords(event.target.value)
              setActive(0)
              setOpen(true)
            }}
            onKeyDown={(event) => {
              if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
                event.preventDefault()
                setOpen(true)
                const by = event.key === 'ArrowDown' ? 1 : -1
                setActive((now) => (count === 0 ? 0 : (now + by + count) % count))
              } else if (event.key === 'Enter' && !event.ctrlKey && !event.metaKey) {
                event.preventDefault()
                choose(active)
              } else if (event.key === 'Escape' && isOpen && words) {
                event.preventDefault()
                setWords('')
              }
            }}
          />
          {isOpen && count > 0 ? (
            // The pointer must not take the focus out of the field before the choice is made.
            <div id={listId} role="listbox" aria-label={strings.sources.title} className={styles.options}>
              {matches.map((source, index) => (
                <Option
                  key={source.id}
                  id={`${listId}-${index}`}
                  isActive={index === active}
                  onChoose={() => choose(index)}
                >
                  <span className={styles.optionTitle} dir="auto" title={source.title}>
                    {source.title}
                  </span>
                  <span className={styles.optionMeta}>
                    {[sourceKindNames[source.kind], source.publisher, source.date]
                      .filter(Boolean)
                      .map((fact, at) => (
                        <Fragment key={fact}>
                          {at > 0 ? ' · ' : ''}
                          <bdi>{fact}</bdi>
                        </Fragment>
                      ))}
                  </span>
                </Option>
              ))}
              {canMake ? (
                <Option
                  id={`${listId}-${matches.length}`}
                  isActive={active === matches.length}
                  onChoose={() => choose(matches.length)}
                >
                  <span className={styles.optionTitle} dir="auto">
                    <Plus size={13} aria-hidden="true" /> {strings.backup.newSource(words.trim())}
                  </span>
                </Option>
              ) : null}
            </div>
          ) : null}
        </>
      )}
    </Field>
  )
}

function Option({
  id,
  isActive,
  onChoose,
  children,
}: {
  id: string
  isActive: boolean
  onChoose: () => void
  children: ReactNode
}) {
  return (
    // biome-ignore lint/a11y/useFocusableInteractive: focus stays in the combobox, which names the active option
    // biome-ignore lint/a11y/useKeyWithClickEvents: its keys are the combobox's
    <div
      id={id}
      role="option"
      aria-selected={isActive}
      className={styles.option}
      onPointerDown={(event) => event.preventDefault()}
      onClick={onChoose}
    >
      {children}
    </div>
  )
}
