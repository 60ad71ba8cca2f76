import { spawn } from 'node:child_process'
import { platform } from 'node:process'
import { hasDisplay } from './electron.mjs'

/**
 * Opens the default browser for a person who sits before the screen: at a terminal, with a display. Never
 * fails; the address is printed anyway.
 * @param {string} url
 */
export function openBrowser(url) {
  if (!process.stdout.isTTY || !hasDisplay() || process.env.CI) return
  const [command, ...words] =
    platform === 'darwin'
      ? ['open', url]
      : platform === 'win32'
        ? ['rundll32', 'url.dll,FileProtocolHandler', url]
        : ['xdg-open', url]
  const child = spawn(/** @type {string} */ (command), words, { detached: true, stdio: 'ignore' })
  child.on('error', () => {})
  child.unref()
}
