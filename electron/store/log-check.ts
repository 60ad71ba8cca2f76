import { readFile } from 'node:fs/promises'

/** What can be read of a write-ahead log, and what cannot. */
export interface LogCheck {
  /** Transactions that SQLite will read. */
  readonly readable: number
  /** Transactions of the same log behind a place that cannot be read: SQLite would drop them without a word. */
  readonly lost: number
}

const headerBytes = 32
const frameHeaderBytes = 24

/** https://sqlite.org/fileformat2.html#checksum_algorithm */
function checksum(
  bytes: Buffer,
  from: number,
  to: number,
  isBig: boolean,
  before: readonly [number, number],
) {
  let [one, two] = before
  const word = (at: number) => (isBig ? bytes.readUInt32BE(at) : bytes.readUInt32LE(at))
  for (let at = from; at < to; at += 8) {
    one = (one + word(at) + two) >>> 0
    two = (two + word(at + 4) + one) >>> 0
  }
  return [one, two] as const
}

/**
 * Reads a write-ahead log as SQLite will (https://sqlite.org/fileformat2.html#the_write_ahead_log), and goes on
 * where SQLite stops.
 *
 * @returns null where there is no log, or nothing in it
 */
export async function checkLog(path: string): Promise<LogCheck | null> {
  let log: Buffer
  try {
    log = await readFile(path)
  } catch {
    return null
  }
  if (log.length < headerBytes) return null
  const magic = log.readUInt32BE(0)
  const isBig = magic === 0x377f0683
  const pageBytes = log.readUInt32BE(8)
  const ownSum = checksum(log, 0, 24, isBig, [0, 0])
  const isHeaderWhole =
    (isBig || magic === 0x377f0682) &&
    ownSum[0] === log.readUInt32BE(24) &&
    ownSum[1] === log.readUInt32BE(28)
  // Without its header nothing of a log can be read; how much was in it cannot be told.
  if (!isHeaderWhole) return log.length > headerBytes ? { readable: 0, lost: 2 } : null

  const salts = log.subarray(16, 24)
  let sum: readonly [number, number] = ownSum
  let readable = 0
  let lost = 0
  let isReading = true
  const frameBytes = frameHeaderBytes + pageBytes
  for (let at = headerBytes; at + frameBytes <= log.length; at += frameBytes) {
    // Frames of an earlier round of the log stand behind those of this one.
    const isOfThisLog = log.compare(salts, 0, 8, at + 8, at + 16) === 0
    const isCommit = log.readUInt32BE(at + 4) !== 0
    if (isReading) {
      if (!isOfThisLog) isReading = false
      else {
        sum = checksum(log, at, at + 8, isBig, sum)
        sum = checksum(log, at + frameHeaderBytes, at + frameBytes, isBig, sum)
        isReading = sum[0] === log.readUInt32BE(at + 16) && sum[1] === log.readUInt32BE(at + 20)
      }
      if (isReading && isCommit) readable++
    }
    if (!isReading && isOfThisLog && isCommit) lost++
  }
  return { readable, lost }
}
