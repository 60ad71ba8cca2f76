import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { describe, expect, it, onTestFinished } from 'vitest'
import { openDesk } from '../../electron/desk/desk.ts'
import { openSession } from '../../renderer/state/session.ts'
import { newRequestId } from '../../shared/model/ids.ts'
import { refusalOf } from '../electron/desk/bench.ts'
import { linkTo, startDeskProcess } from './desk-process.ts'

/** A disk of a few megabytes, or why there can be none here. */
function mountSmallDisk(): { folder: string } | { reason: string } {
  if (process.platform !== 'linux') return { reason: 'only Linux makes a small disk of memory' }
  if (process.getuid?.() !== 0) return { reason: 'only root may mount' }
  const folder = mkdtempSync(join(tmpdir(), 'stet-disk-'))
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=6m', 'tmpfs', folder], { stdio: 'pipe' })
    return { folder }
  } catch {
    rmSync(folder, { recursive: true })
    return { reason: 'this machine lets nobody mount' }
  }
}

function unmount(folder: string): void {
  execFileSync('umount', ['-l', folder])
  rmSync(folder, { recursive: true, force: true })
}

const probe = mountSmallDisk()
const reason = 'reason' in probe ? probe.reason : null
if ('folder' in probe) unmount(probe.folder)

function smallDisk(): string {
  const disk = mountSmallDisk()
  if ('reason' in disk) throw new Error(disk.reason)
  onTestFinished(() => unmount(disk.folder))
  return disk.folder
}

/** Takes all the room there is; what comes back gives it free. */
function fill(folder: string): () => void {
  const path = join(folder, 'ballast')
  const chunk = Buffer.alloc(4096, 1)
  try {
    for (;;) writeFileSync(path, chunk, { flag: 'a' })
  } catch {
    // No room is left: that is what was wanted.
  }
  return () => rmSync(path)
}

describe.skipIf(reason !== null)(`a full disk${reason === null ? '' : ` (not run: ${reason})`}`, () => {
  it('is said in the window, which keeps what is typed and has it saved once there is room', {
    timeout: 90_000,
  }, async () => {
    const folder = smallDisk()
    const desk = await startDeskProcess(folder)
    onTestFinished(() => desk.stop())
    const link = linkTo(desk, null)
    await link.lasting.whenOpen()
    const person = { name: 'Ada Quill', initials: 'AQ', role: 'checker' as const }
    link.lasting.setPerson((await link.client.people.add({ requestId: newRequestId(), person })).id)
    const { id: storyId } = await link.client.stories.create({ requestId: newRequestId(), headline: 'Full' })
    const session = await openSession(link, storyId)
    const { view } = session.editor
    const type = (words: string) => view.dispatch(view.state.tr.insertText(words, 1))
    const seen = new Set<string>()
    session.subscribe(() => {
      const { save } = session.getState()
      seen.add(save.kind === 'notSaved' ? save.reason : save.kind)
    })
    type('Before. ')
    while (session.hasUnsaved()) await wait(10)

    const clear = fill(folder)
    const long = 'x'.repeat(60_000)
    // Until the log itself needs room.
    for (let count = 0; count < 200 && session.getState().save.kind !== 'notSaved'; count++) {
      type(`${count}${long} `)
      await wait(20)
    }
    while (session.getState().save.kind !== 'notSaved') await wait(10)
    expect([...seen].join('\n')).toContain('The disk is full.')
    type('Typed while it was full. ')
    const shown = session.editor.state.doc.textContent
    clear()
    while (session.hasUnsaved()) await wait(10)
    expect(session.getState().save).toEqual({ kind: 'saved' })
    expect((await link.client.desk.verify()).findings).toEqual([])
    await session.close()
    await desk.kill()
    await desk.start()
    await link.lasting.whenOpen()
    const again = await openSession(link, storyId)
    expect(again.editor.state.doc.textContent).toBe(shown)
    await again.close()
    link.lasting.close()
  })

  it('is named when a desk is opened on it, and nothing of the desk is changed', async () => {
    const folder = smallDisk()
    const first = await openDesk({ folder })
    await first.close()
    const clear = fill(folder)
    await expect(openDesk({ folder })).rejects.toMatchObject({ name: 'DeskRefused', code: 'full' })
    clear()
    const again = await openDesk({ folder })
    await again.close()
  })

  it('is named also where the desk is to be made on it', async () => {
    const folder = join(smallDisk(), 'new')
    const clear = fill(join(folder, '..'))
    await expect(openDesk({ folder })).rejects.toMatchObject({ name: 'DeskRefused', code: 'full' })
    clear()
    const desk = await openDesk({ folder })
    await desk.close()
  })

  it('lets no half of a backup stand, and the desk goes on', async () => {
    const folder = smallDisk()
    const desk = await openDesk({ folder })
    onTestFinished(() => desk.close())
    const nobody = desk.client({ personId: null, via: 'window' })
    const person = { name: 'Ada Quill', initials: 'AQ', role: 'checker' as const }
    const { id } = await nobody.people.add({ requestId: newRequestId(), person })
    const client = desk.client({ personId: id, via: 'window' })
    const clear = fill(folder)
    expect((await refusalOf(client.desk.copyNow({ requestId: newRequestId() }))).code).toBe('NOT_SAVED')
    clear()
    expect((await client.desk.copies()).copies).toEqual([])
    expect((await client.desk.copyNow({ requestId: newRequestId() })).isNew).toBe(true)
    expect((await client.desk.verify()).findings).toEqual([])
  })
})
