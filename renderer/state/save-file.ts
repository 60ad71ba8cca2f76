/** Hands a file of the desk to whoever keeps files for the person: a browser's downloads, or Electron's dialog. */
export function saveFile(url: string, name: string): void {
  const anchor = document.createElement('a')
  anchor.href = url
  anchor.download = name
  anchor.click()
}
