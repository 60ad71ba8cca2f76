/** Files that were opened with Stet, brought in one after the other. */
export interface Opening {
  /** May be called before there is anybody to open them; paths are absolute. */
  add(paths: readonly string[]): void
  /** From now on files are opened, first those that were added before. One that fails does not stop the next. */
  begin(open: (path: string) => Promise<void>): void
}

export function keepOpening(): Opening {
  let waiting: string[] = []
  let open: ((path: string) => Promise<void>) | null = null
  let isGoing = false

  async function go() {
    if (!open || isGoing) return
    isGoing = true
    try {
      for (let path = waiting.shift(); path !== undefined; path = waiting.shift()) {
        await open(path).catch(() => {})
      }
    } finally {
      isGoing = false
    }
  }

  return {
    add(paths) {
      waiting = [...waiting, ...paths]
      void go()
    },
    begin(how) {
      open = how
      void go()
    },
  }
}
