import { randomUUID } from 'node:crypto'
import { realpath, rename, rm, stat, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { z } from 'zod'
import { must } from '../../../shared/lib/assert.ts'
import { exportFormatSchema } from '../../../shared/model/export.ts'
import { deskCommand } from '../command.ts'
import { badInput, CommandFailed } from '../failure.ts'
import { reasonOf } from '../files.ts'
import { findStory } from '../references.ts'
import { choicesOf, spelled } from '../spelling.ts'

export const exportCommand = deskCommand({
  name: 'export',
  summary: 'write a story to a file',
  positionals: ['STORY'],
  options: {
    as: { value: 'FORMAT', help: choicesOf(exportFormatSchema.options) },
    out: { value: 'FILE', help: 'the file to write; “-” for standard output' },
    'with-confidential': { help: 'let confidential sources out whole, not only as described in print' },
  },
  notes: [
    'FILE may be a folder: the story then names the file. A file that is there is replaced.',
    'Here --as is the format; who is working is said before the command: stet --as NAME export …',
  ],
  input: z.object({
    story: z.string().min(1),
    as: spelled(exportFormatSchema.options),
    out: z.string().min(1),
    withConfidential: z.boolean().default(false),
  }),
  // What leaves the desk stands in its trail, with who took it out.
  needs: 'person',
  async run({ story: reference, as, out, withConfidential }, { client, blobs, isJson }) {
    if (isJson && out === '-' && as !== 'json') {
      throw badInput('--json keeps standard output for JSON: name a file with --out')
    }
    const { id: storyId } = await findStory(client, reference)
    const { hash, name, mediaType, sizeBytes } = await client.transfer.exportStory({
      storyId,
      as,
      withConfidential,
    })
    const bytes = must(await blobs.read(hash), 'an export can be read while the desk is open')
    if (out === '-') return { json: bytes, text: bytes }
    const file = (await isFolder(out)) ? join(out, name) : out
    await writeOut(file, bytes)
    return { json: { file, hash, mediaType, sizeBytes }, text: `${file}  ${sizeBytes} bytes` }
  },
})

async function isFolder(path: string): Promise<boolean> {
  return (await kindOf(path)) === 'folder'
}

/** What stands at a path, links followed. */
async function kindOf(path: string): Promise<'folder' | 'file' | 'device' | 'nothing'> {
  try {
    const found = await stat(path)
    if (found.isDirectory()) return 'folder'
    return found.isFile() ? 'file' : 'device'
  } catch {
    return 'nothing'
  }
}

/** @throws CommandFailed where the file cannot be written: exit 2 if its path is at fault, else 1 */
async function writeOut(file: string, bytes: Uint8Array): Promise<void> {
  try {
    const kind = await kindOf(file)
    if (kind === 'device') await writeFile(file, bytes)
    else await writeWhole(kind === 'file' ? await realpath(file) : file, bytes)
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : ''
    const isPath = ['ENOENT', 'ENOTDIR', 'EISDIR', 'EACCES', 'EPERM', 'EROFS'].includes(code)
    const message = `${file} cannot be written: ${code === 'ENOENT' ? 'its folder does not exist' : reasonOf(error)}`
    throw new CommandFailed(isPath ? 2 : 1, 'UNWRITABLE', message)
  }
}

/** Under a name of its own first, so that a full disk or a crash never leaves half a file in its place. */
async function writeWhole(file: string, bytes: Uint8Array): Promise<void> {
  const unfinished = join(dirname(file), `.${randomUUID()}.part`)
  try {
    await writeFile(unfinished, bytes, { flag: 'wx' })
    await rename(unfinished, file)
  } catch (error) {
    await rm(unfinished, { force: true })
    throw error
  }
}
