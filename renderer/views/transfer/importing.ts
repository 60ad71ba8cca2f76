import type { ChosenFile } from '../../../shared/contract/shell-messages.ts'
import { newRequestId } from '../../../shared/model/ids.ts'
import type { Desk } from '../../state/desk.ts'
import { goToStory } from '../../state/open-story.ts'
import { openDialog } from '../../state/window.ts'
import { carryOut } from '../../state/work.ts'
import { strings } from '../../ui/strings.ts'

/**
 * Brings a file's bytes to the desk and makes a story of them; the story opens, and its receipt over it.
 *
 * @throws the desk's refusal; Stopped where somebody stopped it
 */
export async function importBytes(desk: Desk, bytes: Blob, name: string): Promise<void> {
  const { hash } = await carryOut(strings.import.working(name), (signal) => desk.link.putBlob(bytes, signal))
  await importFile(desk, { hash, name: name.slice(0, 255) })
}

/** As {@link importBytes}, for a file that is at the desk already. */
export async function importFile({ link, queries }: Desk, file: ChosenFile): Promise<void> {
  const { storyId, receipt } = await carryOut(strings.import.working(file.name), (signal) =>
    link.client.transfer
      .importFile({ requestId: newRequestId(), ...file }, { signal })
      // Stopped too late for the desk, the story is there, and stands in the list.
      .finally(() => queries.invalidateQueries({ queryKey: ['stories'] })),
  )
  await queries.invalidateQueries({ queryKey: ['sources'] })
  await goToStory(link, storyId)
  openDialog({ kind: 'receipt', storyId, receipt })
}

/** Whether pasted text is the source of a page rather than a story. */
export function looksLikeHtml(text: string): boolean {
  return /^\s*(?:<!doctype html|<html|<(?:article|body|div|h1|main|p|section)[\s>])/i.test(text)
}
