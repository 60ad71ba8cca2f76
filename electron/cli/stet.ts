import process from 'node:process'
import { runCommandLine } from './run.ts'

// npm runs scripts in the project's folder; file names are meant from where the command was given.
if (process.env.npm_lifecycle_event === 'stet' && process.env.INIT_CWD) process.chdir(process.env.INIT_CWD)

// A reader that has seen enough ("stet stories | head") is no failure.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error
})

const { stdout, stderr, exitCode } = await runCommandLine(process.argv.slice(2))
process.stderr.write(stderr)
process.stdout.write(stdout)
process.exitCode = exitCode
