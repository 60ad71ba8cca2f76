import { describe, expect, it } from 'vitest'
import {
  findNetworkShare,
  type Mount,
  networkShareOf,
  parseMountInfo,
  parseMountOutput,
} from '../../../electron/store/network.ts'
import { temporaryFolder } from './temporary.ts'

const mounts: Mount[] = [
  { at: '/', type: 'ext4' },
  { at: '/home', type: 'btrfs' },
  { at: '/mnt/desk', type: 'nfs4' },
  { at: '/mnt/desk/local', type: 'xfs' },
  { at: '/media/news room', type: 'cifs' },
  { at: '/net', type: 'autofs' },
  { at: '/net', type: 'nfs' },
  { at: '/run/user/1000/gvfs', type: 'fuse.gvfsd-fuse' },
  { at: '/home/ada/remote', type: 'fuse.sshfs' },
  { at: '/mnt/usb', type: 'fuseblk' },
]

describe('the decision whether a folder is on a network share', () => {
  it.each<[string, string | null]>([
    ['/home/ada/Stet', null],
    ['/mnt/desk', '/mnt/desk (nfs4)'],
    ['/mnt/desk/stories', '/mnt/desk (nfs4)'],
    ['/mnt/desktop', null],
    ['/mnt/desk/local/stories', null],
    ['/media/news room/desk', '/media/news room (cifs)'],
    ['/net/server', '/net (nfs)'],
    ['/run/user/1000/gvfs/smb-share', '/run/user/1000/gvfs (fuse.gvfsd-fuse)'],
    ['/home/ada/remote/desk', '/home/ada/remote (fuse.sshfs)'],
    ['/mnt/usb/desk', null],
    ['\\\\server\\share\\desk', '\\\\server\\share'],
    ['\\\\?\\UNC\\server\\share\\desk', '\\\\server\\share'],
    ['//server/share/desk', null],
    ['\\\\?\\C:\\Users\\Ada\\desk', null],
    ['C:\\Users\\Ada\\desk', null],
  ])('%s lies on %s', (path, share) => {
    expect(networkShareOf(path, mounts)).toBe(share)
  })

  it.each(['nfs', 'nfs4', 'cifs', 'smb3', 'smbfs', '9p', 'afs', 'ceph', 'glusterfs', 'fuse.sshfs', 'afpfs'])(
    'refuses %s',
    (type) => {
      expect(networkShareOf('/share/desk', [...mounts, { at: '/share', type }])).toBe(`/share (${type})`)
    },
  )

  it('takes a machine whose root is handed through as 9p for a machine with a disk', () => {
    expect(networkShareOf('/home/desk', [{ at: '/', type: '9p' }])).toBeNull()
    expect(networkShareOf('/mnt/c/desk', [{ at: '/mnt/c', type: '9p' }])).toBe('/mnt/c (9p)')
  })
})

it('reads the mounts of Linux, places with spaces and later mounts included', () => {
  const text = [
    '27 1 254:0 / / rw,relatime - ext4 /dev/vda rw,discard',
    '36 27 0:30 / /media/news\\040room rw,nosuid shared:5 master:1 - cifs //server/news rw,vers=3.1.1',
    '',
  ].join('\n')
  expect(parseMountInfo(text)).toEqual([
    { at: '/', type: 'ext4' },
    { at: '/media/news room', type: 'cifs' },
  ])
})

it('reads the mounts of macOS', () => {
  const text = [
    '/dev/disk3s1s1 on / (apfs, sealed, local, read-only, journaled)',
    'map auto_home on /System/Volumes/Data/home (autofs, automounted, nobrowse)',
    '//ada@server/News%20Room on /Volumes/News Room (smbfs, nodev, nosuid, mounted by ada)',
    'server:/export on /Volumes/desk (nfs)',
  ].join('\n')
  expect(parseMountOutput(text)).toEqual([
    { at: '/', type: 'apfs' },
    { at: '/System/Volumes/Data/home', type: 'autofs' },
    { at: '/Volumes/News Room', type: 'smbfs' },
    { at: '/Volumes/desk', type: 'nfs' },
  ])
})

it('finds no share behind the temporary folder of this machine, even for a folder that is yet to be made', async () => {
  const folder = await temporaryFolder()
  expect(await findNetworkShare(`${folder}/not/yet/made`)).toBeNull()
})
