// Makes the program's icons for each system of `renderer/icon.svg`, in `build/`, where electron-builder takes
// them from: `node scripts/icons.mjs`, whenever that file changed. Wants a Chromium to draw with.
import { createHash } from 'node:crypto'
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { findChromium } from './lib/chromium.mjs'
import { root } from './lib/node.mjs'

/** Types of Apple's container whose content is a PNG, by the picture's edge in pixels. */
const ICNS = /** @type {const} */ ([
  ['icp4', 16],
  ['icp5', 32],
  ['ic11', 32],
  ['ic12', 64],
  ['ic07', 128],
  ['ic08', 256],
  ['ic13', 256],
  ['ic09', 512],
  ['ic14', 512],
  ['ic10', 1024],
])
const ICO = [16, 24, 32, 48, 64, 128, 256]
const LINUX = [16, 24, 32, 48, 64, 96, 128, 256, 512]

/** On a Mac a picture leaves this share of its edge free, as the system's own do. */
const MAC_MARGIN = 100 / 1024

/** @param {readonly (readonly [string, Buffer])[]} pictures */
function toIcns(pictures) {
  const parts = pictures.map(([type, png]) => {
    const head = Buffer.alloc(8)
    head.write(type, 'latin1')
    head.writeUInt32BE(png.length + 8, 4)
    return Buffer.concat([head, png])
  })
  const body = Buffer.concat(parts)
  const head = Buffer.alloc(8)
  head.write('icns', 'latin1')
  head.writeUInt32BE(body.length + 8, 4)
  return Buffer.concat([head, body])
}

/** @param {readonly (readonly [number, Buffer])[]} pictures */
function toIco(pictures) {
  const head = Buffer.alloc(6)
  head.writeUInt16LE(1, 2)
  head.writeUInt16LE(pictures.length, 4)
  let offset = head.length + 16 * pictures.length
  const entries = pictures.map(([edge, png]) => {
    const entry = Buffer.alloc(16)
    // A byte that is 0 means 256.
    entry.writeUInt8(edge % 256, 0)
    entry.writeUInt8(edge % 256, 1)
    entry.writeUInt16LE(1, 4)
    entry.writeUInt16LE(32, 6)
    entry.writeUInt32LE(png.length, 8)
    entry.writeUInt32LE(offset, 12)
    offset += png.length
    return entry
  })
  return Buffer.concat([head, ...entries, ...pictures.map(([, png]) => png)])
}

const svg = readFileSync(join(root, 'renderer', 'icon.svg'), 'utf8')
const { chromium } = await import('playwright-core')
const executablePath = findChromium()
const browser = await chromium.launch({ ...(executablePath ? { executablePath } : {}) })
const page = await browser.newPage()

/**
 * @param {number} edge in pixels
 * @param {number} margin as a share of the edge
 */
async function draw(edge, margin = 0) {
  await page.setViewportSize({ width: edge, height: edge })
  await page.setContent(
    `<style>html,body{margin:0;background:transparent}svg{position:absolute;inset:${edge * margin}px;width:${edge * (1 - 2 * margin)}px;height:${edge * (1 - 2 * margin)}px}</style>${svg}`,
  )
  return await page.screenshot({ omitBackground: true, clip: { x: 0, y: 0, width: edge, height: edge } })
}

const build = join(root, 'build')
rmSync(join(build, 'icons'), { recursive: true, force: true })
mkdirSync(join(build, 'icons'), { recursive: true })
for (const edge of LINUX) writeFileSync(join(build, 'icons', `${edge}x${edge}.png`), await draw(edge))
/** @type {[number, Buffer][]} */
const forWindows = []
for (const edge of ICO) forWindows.push([edge, await draw(edge)])
writeFileSync(join(build, 'icon.ico'), toIco(forWindows))
/** @type {[string, Buffer][]} */
const forMac = []
for (const [type, edge] of ICNS) forMac.push([type, await draw(edge, MAC_MARGIN)])
writeFileSync(join(build, 'icon.icns'), toIcns(forMac))
// Lets a test tell icons that were made of an older picture.
writeFileSync(join(build, 'icon.sha256'), `${createHash('sha256').update(svg).digest('hex')}\n`)
await browser.close()
