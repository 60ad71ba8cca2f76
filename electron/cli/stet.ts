import process from 'node:process'
import { messageFor, runCommandLine } from './run.ts'

// npm runs scripts in the project's folder; file names are meant from where the command was given.
if (process.env.npm_lifecycle_event === 'stet' && process.env.INIT_CWD) process.chdir(process.env.INIT_CWD)

// A reader that has seen enough ("stet stories | head") is no failure.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') return
  const message = `it is done, but standard output cannot be written: ${error.message}`
  process.stderr.write(messageFor(argv, { code: 'UNWRITABLE', message }))
  process.exitCode = 1
})
// Where nobody can be told, the exit code still tells.
process.stderr.on('error', () => undefined)

const argv = process.argv.slice(2)
const { stdout, stderr, exitCode } = await runCommandLine(argv)
process.exitCode = exitCode
process.stderr.write(stderr)
process.stdout.write(stdout)
