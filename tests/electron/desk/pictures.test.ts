import { describe, expect, it, onTestFinished } from 'vitest'
import { type Desk, openDesk } from '../../../electron/desk/desk.ts'
import type { DeskClient } from '../../../shared/contract/contract.ts'
import { bodyOf, readDocument } from '../../../shared/document/build.ts'
import { sameDocument } from '../../../shared/document/equal.ts'
import { type FileHash, newRequestId } from '../../../shared/model/ids.ts'
import { pngOf } from '../export/fixture.ts'
import { temporaryFolder } from '../store/temporary.ts'

async function openBench(): Promise<{ desk: Desk; client: DeskClient }> {
  const desk = await openDesk({ folder: await temporaryFolder() })
  onTestFinished(() => desk.close())
  const person = await desk.client({ personId: null, via: 'window' }).people.add({
    requestId: newRequestId(),
    person: { name: 'Ines Okafor', initials: 'IO', role: 'checker' },
  })
  return { desk, client: desk.client({ personId: person.id, via: 'window' }) }
}

async function importBytes(
  { desk, client }: { desk: Desk; client: DeskClient },
  bytes: Uint8Array,
  name: string,
) {
  const { hash } = await desk.blobs.put(bytes)
  return client.transfer.importFile({ requestId: newRequestId(), name, hash })
}

describe('a picture that is brought to the desk', () => {
  it('is measured, kept as it is, and known to verify', async () => {
    const { desk, client } = await openBench()
    const bytes = pngOf(640, 480)
    const { hash } = await desk.blobs.put(bytes)
    const taken = await client.transfer.takePicture({ requestId: newRequestId(), hash })
    expect(taken).toEqual({ hash, widthPx: 640, heightPx: 480 })
    expect(await desk.blobs.read(hash)).toEqual(bytes)
    expect((await client.desk.verify()).findings).toEqual([])
  })

  it.each([
    ['<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>', /SVG/],
    ['no picture at all', /no picture/],
  ])('is refused with what to do where no browser shows it safely: %s', async (text, reason) => {
    const { desk, client } = await openBench()
    const { hash } = await desk.blobs.put(new TextEncoder().encode(text))
    await expect(client.transfer.takePicture({ requestId: newRequestId(), hash })).rejects.toMatchObject({
      code: 'UNREADABLE',
      data: { reason: expect.stringMatching(reason) },
    })
  })

  it('that never arrived is not found', async () => {
    const { client } = await openBench()
    const hash = 'f'.repeat(64) as FileHash
    await expect(client.transfer.takePicture({ requestId: newRequestId(), hash })).rejects.toMatchObject({
      code: 'NOT_FOUND',
    })
  })
})

it('a page’s own picture comes in with its bytes, and goes on to another desk in a JSON', async () => {
  const bench = await openBench()
  const bytes = pngOf(31, 17)
  const page = `<h1>The pier</h1><p>It stands.</p><figure><img src="data:image/png;base64,${Buffer.from(bytes).toString('base64')}" alt="The pier"></figure>`
  const { storyId, receipt } = await importBytes(bench, new TextEncoder().encode(page), 'page.html')
  expect(receipt.kept.figures).toBe(1)
  const opened = await bench.client.stories.open({ storyId })
  const figure = bodyOf(readDocument(opened.document))[1]
  expect(await bench.desk.blobs.read(figure?.attrs.hash)).toEqual(bytes)
  expect((await bench.client.desk.verify()).findings).toEqual([])

  const exported = await bench.client.transfer.exportStory({ storyId, as: 'json', withConfidential: false })
  const other = await openBench()
  const json = await bench.desk.blobs.read(exported.hash)
  const again = await importBytes(other, json ?? new Uint8Array(), exported.name)
  const there = await other.client.stories.open({ storyId: again.storyId })
  expect(sameDocument(readDocument(there.document), readDocument(opened.document))).toBe(true)
  expect(await other.desk.blobs.read(figure?.attrs.hash)).toEqual(bytes)
  expect((await other.client.desk.verify()).findings).toEqual([])
})
