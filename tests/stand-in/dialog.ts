import type Electron from 'electron'

export type DialogKind = 'open' | 'save' | 'message' | 'error'

/** A dialog that was shown; it stands until somebody answers. */
export interface ShownDialog {
  kind: DialogKind
  options: unknown
  answer: unknown
  isAnswered: boolean
}

const shown: ShownDialog[] = []
const open: { kind: DialogKind; give(answer: unknown): void }[] = []
const answers: { kind: DialogKind; answer: unknown }[] = []

export const shownDialogs = (): readonly ShownDialog[] => shown

/** Answers the dialog of this kind that stands open longest, else the next one that is shown. */
export function answerDialog(kind: DialogKind, answer: unknown): void {
  const at = open.findIndex((one) => one.kind === kind)
  const [standing] = at < 0 ? [] : open.splice(at, 1)
  if (standing) standing.give(answer)
  else answers.push({ kind, answer })
}

function prepared(kind: DialogKind): { answer: unknown } | undefined {
  const at = answers.findIndex((one) => one.kind === kind)
  return at < 0 ? undefined : answers.splice(at, 1)[0]
}

function show<Answer>(kind: DialogKind, options: unknown): Promise<Answer> {
  const one: ShownDialog = { kind, options, answer: undefined, isAnswered: false }
  shown.push(one)
  return new Promise((resolve) => {
    const give = (answer: unknown) => {
      Object.assign(one, { answer, isAnswered: true })
      resolve(answer as Answer)
    }
    const ready = prepared(kind)
    if (ready) give(ready.answer)
    else open.push({ kind, give })
  })
}

function showAtOnce<Answer>(kind: DialogKind, options: unknown, otherwise: Answer): Answer {
  const ready = prepared(kind)
  const answer = (ready ? ready.answer : otherwise) as Answer
  shown.push({ kind, options, answer, isAnswered: true })
  return answer
}

/** The last argument; the first may be the window that the dialog belongs to. */
const optionsOf = (args: unknown[]): unknown => args.at(-1)

export const dialog = {
  showOpenDialog: (...args: unknown[]) => show<Electron.OpenDialogReturnValue>('open', optionsOf(args)),
  showSaveDialog: (...args: unknown[]) => show<Electron.SaveDialogReturnValue>('save', optionsOf(args)),
  showMessageBox: (...args: unknown[]) => show<Electron.MessageBoxReturnValue>('message', optionsOf(args)),
  /** Blocks the process in Electron, so that its answer must have been prepared; else it is the cancelling one. */
  showMessageBoxSync(...args: unknown[]) {
    const options = optionsOf(args) as Electron.MessageBoxSyncOptions
    return showAtOnce('message', options, { response: options.cancelId ?? 0 }).response
  },
  showErrorBox(title: string, content: string) {
    shown.push({ kind: 'error', options: { title, content }, answer: undefined, isAnswered: true })
  },
} satisfies Pick<
  Electron.Dialog,
  'showOpenDialog' | 'showSaveDialog' | 'showMessageBox' | 'showMessageBoxSync' | 'showErrorBox'
>
