import { execFile } from 'node:child_process'
import { readFile, realpath } from 'node:fs/promises'
import { dirname, resolve } from 'node:path'
import { promisify } from 'node:util'

/** A file system and where it hangs in the tree. */
export interface Mount {
  readonly at: string
  /** As the operating system names it: "ext4", "nfs4", "smbfs", "fuse.sshfs". */
  readonly type: string
}

/**
 * File systems whose files lie on another machine, or are handed through by one. Their locks cannot be relied
 * upon and write-ahead logs need memory shared by all who use them (https://sqlite.org/wal.html), so that a
 * desk on one would be lost sooner or later.
 */
const shareTypes = new Set([
  '9p',
  'acfs',
  'afpfs',
  'afs',
  'auristorfs',
  'beegfs',
  'ceph',
  'cifs',
  'coda',
  'davfs',
  'ftp',
  'fuse.ceph',
  'fuse.ceph-fuse',
  'fuse.curlftpfs',
  'fuse.davfs2',
  'fuse.gcsfuse',
  'fuse.glusterfs',
  'fuse.goofys',
  'fuse.gvfsd-fuse',
  'fuse.kio-fuse',
  'fuse.moosefs',
  'fuse.rclone',
  'fuse.s3fs',
  'fuse.smbnetfs',
  'fuse.sshfs',
  'fuse.vmhgfs-fuse',
  'glusterfs',
  'gpfs',
  'lustre',
  'ncpfs',
  'nfs',
  'nfs3',
  'nfs4',
  'orangefs',
  'prl_fs',
  'smb2',
  'smb3',
  'smbfs',
  'sshfs',
  'vboxsf',
  'vmhgfs',
  'webdav',
])

function holds(at: string, path: string): boolean {
  return at === '/' || path === at || path.startsWith(at.endsWith('/') ? at : `${at}/`)
}

/**
 * The network share on which `path` lies, named so that a person knows it again; null where it lies on a disk
 * of this machine.
 *
 * @param path absolute, without links
 * @param mounts in the order in which they were made: a later one covers an earlier one at the same place
 */
export function networkShareOf(path: string, mounts: readonly Mount[]): string | null {
  const windowsShare = /^\\\\(?:\?\\UNC\\)?(?![?.]\\)([^\\]+)\\([^\\]+)/iu.exec(path.replaceAll('/', '\\'))
  if (windowsShare && !path.startsWith('/')) return `\\\\${windowsShare[1]}\\${windowsShare[2]}`
  let nearest: Mount | null = null
  for (const mount of mounts) {
    if (holds(mount.at, path) && mount.at.length >= (nearest?.at.length ?? 0)) nearest = mount
  }
  if (!nearest || !shareTypes.has(nearest.type)) return null
  // Some sandboxes hand their whole machine through as 9p: its root is then the disk there is.
  if (nearest.type === '9p' && nearest.at === '/') return null
  return `${nearest.at} (${nearest.type})`
}

/** Reads `/proc/self/mountinfo` (proc(5)): place in field 5, type after the " - ". */
export function parseMountInfo(text: string): Mount[] {
  const mounts: Mount[] = []
  for (const line of text.split('\n')) {
    const [before, after] = line.split(' - ')
    const at = before?.split(' ')[4]
    const type = after?.split(' ')[0]
    if (!at || !type) continue
    const plain = at.replace(/\\([0-7]{3})/g, (_, octal: string) => String.fromCharCode(parseInt(octal, 8)))
    mounts.push({ at: plain, type })
  }
  return mounts
}

/** Reads what `mount` prints on macOS: "//guest@server/share on /Volumes/share (smbfs, nodev)". */
export function parseMountOutput(text: string): Mount[] {
  const mounts: Mount[] = []
  for (const line of text.split('\n')) {
    const match = / on (\/.*) \(([^,)]+)/.exec(line)
    if (match?.[1] && match[2]) mounts.push({ at: match[1], type: match[2] })
  }
  return mounts
}

async function readMounts(): Promise<Mount[]> {
  if (process.platform === 'linux') return parseMountInfo(await readFile('/proc/self/mountinfo', 'utf8'))
  if (process.platform === 'darwin') {
    const { stdout } = await promisify(execFile)('/sbin/mount')
    return parseMountOutput(stdout)
  }
  // On Windows the path says it: a drive letter given to a share resolves to the share's own name.
  return []
}

/** The real path of what exists of `path`. */
async function realPathOf(path: string): Promise<string> {
  let existing = resolve(path)
  for (;;) {
    try {
      return await realpath(existing)
    } catch {
      const parent = dirname(existing)
      if (parent === existing) return existing
      existing = parent
    }
  }
}

/** As {@link networkShareOf}, for a folder that need not exist yet; null also where the mounts cannot be read. */
export async function findNetworkShare(folder: string): Promise<string | null> {
  const path = await realPathOf(folder)
  let mounts: Mount[] = []
  try {
    mounts = await readMounts()
  } catch {
    // Not being able to tell is no reason to keep somebody from their work.
  }
  return networkShareOf(path, mounts)
}
