// `npm run evaluate`: what the first pass finds, against texts that others have judged.
//   PART …         quotes, worth, sentences, names; all of them unless named
//   --out FILE     where the JSON goes; test-results/evaluate.json unless named
//   --corpora DIR  where the texts are; ../shared/corpora beside the project unless named
import { existsSync } from 'node:fs'
import { mkdir, writeFile } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { corporaFolder } from './corpora.ts'
import { measureDividing } from './dividing.ts'
import { measureNames } from './names.ts'
import { measureQuotes } from './quotes.ts'
import { isReached, type Row, tableOf } from './row.ts'
import { measureWorth } from './worth.ts'

const parts: Readonly<Record<string, (folder: string) => Row[] | Promise<Row[]>>> = {
  quotes: measureQuotes,
  worth: measureWorth,
  sentences: measureDividing,
  names: measureNames,
}

function given() {
  try {
    return parseArgs({
      allowPositionals: true,
      options: { out: { type: 'string' }, corpora: { type: 'string' } },
    })
  } catch (error) {
    console.error(`${error instanceof Error ? error.message : error}`)
    process.exit(2)
  }
}

const { values, positionals } = given()
const unknown = positionals.find((part) => !(part in parts))
if (unknown !== undefined) {
  console.error(`There is no part “${unknown}”. Parts: ${Object.keys(parts).join(', ')}.`)
  process.exit(2)
}
const folder = resolve(values.corpora ?? corporaFolder)
if (!existsSync(folder)) {
  console.log(
    `The corpora are absent: there is no ${folder}. Nothing was measured; the last figures stand in docs/decisions.`,
  )
}
const rows: Row[] = []
for (const [name, measure] of Object.entries(parts)) {
  if (positionals.length > 0 && !positionals.includes(name)) continue
  rows.push(...(await measure(folder)))
}
const out = resolve(values.out ?? join(import.meta.dirname, '../../test-results/evaluate.json'))
await mkdir(dirname(out), { recursive: true })
const report = { corpora: folder, rows: rows.map((one) => ({ ...one, isReached: isReached(one) })) }
await writeFile(out, `${JSON.stringify(report, null, 2)}\n`)
console.log(`\n${tableOf(rows)}\n${out}`)
