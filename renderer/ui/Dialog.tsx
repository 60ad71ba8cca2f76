import { X } from 'lucide-react'
import { Dialog as Primitive } from 'radix-ui'
import { type ReactNode, useRef } from 'react'
import { IconButton } from './Button.tsx'
import { classes } from './classes.ts'
import styles from './dialog.module.css'
import { strings } from './strings.ts'

interface DialogProps {
  title: string
  /** One sentence under the title. */
  lead?: string | undefined
  size?: 'small' | 'normal' | 'wide' | 'widest'
  /** The row of buttons at its foot. */
  foot?: ReactNode
  children?: ReactNode
  onClose: () => void
  /** A question that a click beside it must not answer. */
  isAlert?: boolean
  /** Its body is read, not filled in, and so takes the focus itself, to be scrolled by keys. */
  isReading?: boolean | undefined
}

const firstField =
  'input:not([hidden]), textarea, select, [role="radio"][data-state="checked"], footer [data-tone="primary"], [data-reading="true"]'

/** Open for as long as it is mounted; focus goes in, stays in, and comes back. */
export function Dialog({
  title,
  lead,
  size = 'normal',
  foot,
  children,
  onClose,
  isAlert,
  isReading,
}: DialogProps) {
  const content = useRef<HTMLDivElement>(null)
  return (
    <Primitive.Root open onOpenChange={(open) => !open && onClose()}>
      <Primitive.Portal>
        <Primitive.Overlay className={styles.veil} />
        <Primitive.Content
          ref={content}
          tabIndex={-1}
          onOpenAutoFocus={(event) => {
            // To what it asks for, or to itself: never to the cross that closes it.
            const field = content.current?.querySelector<HTMLElement>(firstField)
            event.preventDefault()
            ;(field ?? content.current)?.focus()
          }}
          className={classes(styles.dialog, styles[size])}
          {...(lead ? {} : { 'aria-describedby': undefined })}
          {...(isAlert
            ? {
                role: 'alertdialog',
                onPointerDownOutside: (event: Event) => event.preventDefault(),
              }
            : {})}
        >
          <header className={styles.head}>
            <Primitive.Title className={styles.title}>{title}</Primitive.Title>
            <Primitive.Close asChild>
              <IconButton label={strings.common.close} icon={<X size={16} />} size="small" />
            </Primitive.Close>
            {lead ? <Primitive.Description className={styles.lead}>{lead}</Primitive.Description> : null}
          </header>
          {children ? (
            <div
              className={classes(styles.body, 'scroll-hint')}
              data-reading={isReading}
              tabIndex={isReading ? 0 : undefined}
            >
              {children}
            </div>
          ) : null}
          {foot ? <footer className={styles.foot}>{foot}</footer> : null}
        </Primitive.Content>
      </Primitive.Portal>
    </Primitive.Root>
  )
}
