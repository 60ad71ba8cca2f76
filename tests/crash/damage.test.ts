import { createHash } from 'node:crypto'
import { cp, mkdtemp, open, readdir, readFile, rm, stat, truncate } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { openDesk } from '../../electron/desk/desk.ts'
import { DeskRefused } from '../../electron/desk/refused.ts'
import { restoreClosed } from '../../electron/desk/restoring.ts'
import { listCopies } from '../../electron/store/copy-list.ts'
import { migrations, newestVersion } from '../../electron/store/migrate.ts'
import { schema } from '../../shared/document/schema.ts'
import { must } from '../../shared/lib/assert.ts'
import { newRequestId } from '../../shared/model/ids.ts'
import {
  addBackup,
  addSource,
  edit,
  find,
  makeStory,
  settle,
  setUpBench,
  tag,
} from '../electron/desk/bench.ts'
import { makeDice } from './dice.ts'

/** The long form tries 500: `npm run crash`. */
const cases = Number(process.env.STET_DAMAGES ?? 40)
const seed = Number(process.env.STET_SEED ?? 1)

/** A desk that was used and then killed: with a log that is not in its file yet, and with a backup. */
async function killedDesk(): Promise<string> {
  const bench = await setUpBench()
  const { ada, grace } = bench
  const source = await addSource(ada, 'The harbour office’s count')
  for (let number = 1; number <= 4; number++) {
    const storyId = await makeStory(
      ada,
      Array.from(
        { length: 12 },
        (_, at) => `Paragraph ${at} of story ${number}: forty boats lay in the harbour.`,
      ),
      `Boats ${number}`,
    )
    const claim = await tag(ada, storyId, `story ${number}: forty boats lay`)
    await addBackup(ada, claim.id, source)
    await settle(grace, claim, 'confirmed')
    if (number === 2) {
      await ada.desk.copyNow({ requestId: newRequestId() })
      // Half of all lies in the file, half in the log.
      await bench.store.apart((database) => database.pragma('wal_checkpoint(TRUNCATE)'))
    }
    for (let step = 0; step < 20; step++) {
      await edit(grace, storyId, (transform) => {
        transform.insert(find(transform.doc, 'Paragraph 5').from, schema.text(`${step} `))
      })
    }
  }
  const folder = await mkdtemp(join(tmpdir(), 'stet-killed-'))
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  for (const name of ['stet.sqlite', 'stet.sqlite-wal', 'backups']) {
    await cp(join(bench.folder, name), join(folder, name), { recursive: true })
  }
  return folder
}

type Dice = () => number
const upTo = (dice: Dice, end: number) => Math.floor(dice() * end)

async function overwrite(path: string, at: number, bytes: Uint8Array): Promise<void> {
  const handle = await open(path, 'r+')
  try {
    await handle.write(bytes, 0, bytes.byteLength, at)
  } finally {
    await handle.close()
  }
}

async function flipBytes(path: string, dice: Dice): Promise<void> {
  const bytes = await readFile(path)
  for (let count = 1 + upTo(dice, 8); count > 0; count--) {
    const at = upTo(dice, bytes.length)
    await overwrite(path, at, Uint8Array.of((bytes[at] ?? 0) ^ (1 + upTo(dice, 255))))
  }
}

const damages: Record<string, (path: string, dice: Dice) => Promise<void>> = {
  'cut off': async (path, dice) => truncate(path, upTo(dice, (await stat(path)).size)),
  'bytes flipped': flipBytes,
  'a stretch overwritten': async (path, dice) => {
    const at = upTo(dice, (await stat(path)).size)
    await overwrite(
      path,
      at,
      Uint8Array.from({ length: 1 + upTo(dice, 5000) }, () => upTo(dice, 256)),
    )
  },
}

/** SHA-256 of what SQLite must not have written to; the rest that it keeps beside a database is its own. */
async function bytesOf(folder: string): Promise<Record<string, string>> {
  const found: Record<string, string> = {}
  for (const name of await readdir(folder)) {
    if (!/^stet\.sqlite(-wal)?$/.test(name) || (await stat(join(folder, name))).size === 0) continue
    found[name] = createHash('sha256')
      .update(await readFile(join(folder, name)))
      .digest('hex')
  }
  return found
}

type Outcome =
  | 'opens, all as it was'
  | 'opens at an earlier moment'
  | 'opens, findings listed'
  | 'refused; a backup opens'

/** Uses an open desk as a window would; what it cannot read it refuses, and nothing else happens to it. */
async function use(folder: string): Promise<{ findings: number; steps: number }> {
  const desk = await openDesk({ folder })
  try {
    const client = desk.client({ personId: null, via: 'window' })
    for (const story of await client.stories.list({ archived: true }).catch(() => [])) {
      await client.stories.open({ storyId: story.id }).catch(() => {})
    }
    await client.people
      .add({
        requestId: newRequestId(),
        person: { name: `Joan ${Math.random()}`, initials: 'J', role: 'editor' },
      })
      .catch(() => {})
    const { findings, steps } = await client.desk.verify()
    return { findings: findings.length, steps }
  } finally {
    await desk.close()
  }
}

async function tryCase(
  base: string,
  whole: number,
  file: string,
  damage: string,
  dice: Dice,
): Promise<Outcome> {
  const folder = await mkdtemp(join(tmpdir(), 'stet-damaged-'))
  try {
    await cp(base, folder, { recursive: true })
    await must(damages[damage], damage)(join(folder, file), dice)
    const before = await bytesOf(folder)
    try {
      const { findings, steps } = await use(folder)
      // What was opened once opens again: no desk is left that only opens once.
      expect((await use(folder)).findings).toBe(findings)
      if (findings > 0) return 'opens, findings listed'
      return steps === whole ? 'opens, all as it was' : 'opens at an earlier moment'
    } catch (error) {
      if (!(error instanceof DeskRefused) || error.code !== 'damaged') throw error
      expect(await bytesOf(folder)).toEqual(before)
      // Refused again, and no more written to than before.
      await expect(openDesk({ folder })).rejects.toMatchObject({ code: 'damaged' })
      expect(await bytesOf(folder)).toEqual(before)
      const copies = await listCopies(folder, newestVersion(migrations))
      const copy = must(
        copies.find(({ trouble }) => trouble === null),
        'a backup that can be opened',
      )
      const by = { personId: null, via: 'desk' as const }
      const { setAside } = await restoreClosed(folder, copy.name, by, { anywhere: false })
      expect(await use(folder)).toMatchObject({ findings: 0 })
      expect(await bytesOf(join(folder, setAside))).toEqual(before)
      return 'refused; a backup opens'
    }
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

it(`${cases} damaged databases open with what is wrong listed, or are refused untouched and a backup opens`, {
  timeout: 60_000 + cases * 5_000,
}, async () => {
  const base = await killedDesk()
  const wholeFolder = await mkdtemp(join(tmpdir(), 'stet-whole-'))
  onTestFinished(() => rm(wholeFolder, { recursive: true, force: true }))
  await cp(base, wholeFolder, { recursive: true })
  const whole = await use(wholeFolder)
  expect(whole.findings).toBe(0)
  const dice = makeDice(seed)
  const table = new Map<string, number>()
  for (let number = 0; number < cases; number++) {
    const file = number % 2 === 0 ? 'stet.sqlite' : 'stet.sqlite-wal'
    const damage = must(Object.keys(damages)[Math.floor(number / 2) % 3], 'a kind of damage')
    const outcome = await tryCase(base, whole.steps, file, damage, dice).catch((error: unknown) => {
      throw new Error(`case ${number} of seed ${seed} (${file}, ${damage})`, { cause: error })
    })
    const row = `${file} | ${damage} | ${outcome}`
    table.set(row, (table.get(row) ?? 0) + 1)
  }
  console.log(
    [...table]
      .sort()
      .map(([row, count]) => `${row} | ${count}`)
      .join('\n'),
  )
  expect([...table.values()].reduce((sum, count) => sum + count, 0)).toBe(cases)
})
