import { strFromU8, strToU8, unzipSync, type Zippable, zipSync } from 'fflate'
import { must } from '../../shared/lib/assert.ts'

/** OPC readers want the list of types first; a main part before what hangs on it is good manners. */
function rank(name: string): number {
  return name === '[Content_Types].xml' ? 0 : name === '_rels/.rels' ? 1 : 2
}

/** Gives the relationships of one part new ids in their order; `docx` makes those of links at random. */
function renumber(relationships: string): { xml: string; ids: ReadonlyMap<string, string> } {
  const ids = new Map<string, string>()
  const xml = relationships.replace(/( Id=")([^"]*)(")/gu, (_, before: string, id: string, after: string) => {
    const known = ids.get(id) ?? `rId${ids.size + 1}`
    ids.set(id, known)
    return before + known + after
  })
  return { xml, ids }
}

/** "word/_rels/document.xml.rels" belongs to "word/document.xml". */
function ownerOf(relationships: string): string {
  return relationships.replace(/_rels\/([^/]+)\.rels$/u, '$1')
}

/**
 * Takes out of a package what the machine and the moment put into it: random ids, the clock in its properties,
 * the times and order of the zip. The same content gives the same bytes.
 */
export function settlePackage(bytes: Uint8Array, dates: { created: Date; modified: Date }): Uint8Array {
  const parts = new Map(Object.entries(unzipSync(bytes)))
  for (const [name, part] of parts) {
    if (!name.endsWith('.rels')) continue
    const { xml, ids } = renumber(strFromU8(part))
    parts.set(name, strToU8(xml))
    const owner = ownerOf(name)
    const owned = parts.get(owner)
    if (!owned) continue
    // Quotation marks in text are written as entities, so this can be nothing but an attribute.
    const renamed = strFromU8(owned).replace(
      /( r:[a-z]+=")([^"]*)(")/giu,
      (whole, before, id: string, after) => {
        const known = ids.get(id)
        return known === undefined ? whole : `${before}${known}${after}`
      },
    )
    parts.set(owner, strToU8(renamed))
  }
  const core = 'docProps/core.xml'
  const properties = strFromU8(must(parts.get(core), 'the package has no core properties'))
    .replace(/(<dcterms:created[^>]*>)[^<]*/u, `$1${second(dates.created)}`)
    .replace(/(<dcterms:modified[^>]*>)[^<]*/u, `$1${second(dates.modified)}`)
  parts.set(core, strToU8(properties))
  const names = [...parts.keys()]
    .filter((name) => !name.endsWith('/'))
    .sort((one, other) => rank(one) - rank(other) || (one < other ? -1 : 1))
  // A zip holds local time without a zone: its first day, in any zone, is no date at all.
  const mtime = new Date(1980, 0, 1, 12)
  const ordered: Zippable = {}
  for (const name of names) ordered[name] = [must(parts.get(name), name), { mtime, level: 6 }]
  return zipSync(ordered)
}

/** W3CDTF to the second, as Word writes it. */
function second(date: Date): string {
  return `${date.toISOString().slice(0, 19)}Z`
}
