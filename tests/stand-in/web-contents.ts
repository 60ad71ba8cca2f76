import { EventEmitter } from 'node:events'
import type Electron from 'electron'
import type { Target } from './chromium.ts'
import { makeCodec } from './codec.ts'
import type { Protocol, Session } from './devtools.ts'
import { makeEvent } from './event.ts'
import { FrameTree } from './frame-tree.ts'
import { type IpcEvent, ipcMain } from './ipc-main.ts'
import { pressMenuKey } from './menu.ts'
import { MessagePortMain } from './message-port.ts'
import { takeMisspelling } from './misspelling.ts'
import type { FromPreload } from './preload-messages.ts'
import { installPreload } from './preload-script.ts'
import { printToPDF } from './print.ts'
import { watchRequests } from './requests.ts'
import { toApp, toBrowser } from './schemes.ts'
import { session as sessions } from './session.ts'
import type { PreloadContext, WebFrameMain } from './web-frame.ts'

const BINDING = 'toElectron'
const INBOX = 'fromElectron'

type OpenHandler = (details: {
  url: string
  frameName: string
  features: string
  disposition: string
  referrer: object
}) => { action: 'allow' | 'deny' }

let lastId = 0

/** A page of the browser as Electron's main process sees it. */
export class WebContents extends EventEmitter {
  readonly id = ++lastId
  readonly session = sessions.defaultSession
  readonly startedDrags: unknown[] = []
  readonly #opened = Promise.withResolvers<Session>()
  readonly #frames = new FrameTree()
  readonly #codec = makeCodec()
  #target: Target | null = null
  #openHandler: OpenHandler | null = null
  /** What the program itself has asked to load: nobody else needs to agree. */
  #asked: string | null = null
  #isLoading = false
  #isDestroyed = false
  #title = ''
  #zoomFactor = 1

  /** Settles once the page can be given commands. */
  get ready(): Promise<Session> {
    return this.#opened.promise
  }

  get targetId(): string | undefined {
    return this.#target?.info.targetId
  }

  get mainFrame(): WebFrameMain {
    return this.#frames.top
  }

  frame(id: string): WebFrameMain | null {
    return this.#frames.get(id)
  }

  async attach(target: Target, preload: string | undefined): Promise<void> {
    const { session } = target
    this.#target = target
    this.#frames.begin(target.info.targetId)
    this.#watch(session)
    await session.send('Page.enable')
    await session.send('Page.setLifecycleEventsEnabled', { enabled: true })
    await session.send('Runtime.enable')
    if (preload) await installPreload(session, preload, { binding: BINDING, inbox: INBOX })
    await watchRequests(this, session)
    await session.send('Runtime.runIfWaitingForDebugger')
    this.#opened.resolve(session)
  }

  #watch(session: Session): void {
    session.on('Page.frameAttached', ({ frameId, parentFrameId }) => this.#frames.add(frameId, parentFrameId))
    session.on('Page.frameDetached', ({ frameId, reason }) => {
      if (reason === 'remove') this.#frames.remove(frameId)
    })
    session.on('Page.frameNavigated', ({ frame }) => {
      const known = this.#frames.add(frame.id, frame.parentId)
      known.browserUrl = `${frame.url}${frame.urlFragment ?? ''}`
      if (known === this.mainFrame) this.emit('did-navigate', makeEvent(), known.url, 200, 'OK')
    })
    session.on('Page.navigatedWithinDocument', ({ frameId, url }) => {
      const known = this.#frames.get(frameId)
      if (!known) return
      known.browserUrl = url
      this.emit('did-navigate-in-page', makeEvent(), known.url, known === this.mainFrame)
    })
    session.on('Runtime.executionContextCreated', ({ context }) => {
      this.#frames.enterContext(session, context, INBOX, this.#codec)
    })
    session.on('Runtime.executionContextDestroyed', ({ executionContextId }) =>
      this.#frames.leaveContext(executionContextId),
    )
    session.on('Runtime.executionContextsCleared', () => this.#frames.leaveContexts())
    session.on('Runtime.bindingCalled', ({ name, payload, executionContextId }) => {
      if (name === BINDING) this.#hear(executionContextId, payload)
    })
    session.on('Page.frameStartedLoading', ({ frameId }) => {
      if (frameId !== this.mainFrame.frameToken) return
      this.#isLoading = true
      this.emit('did-start-loading')
    })
    session.on('Page.domContentEventFired', () => this.emit('dom-ready', makeEvent()))
    session.on('Page.loadEventFired', () => {
      this.#isLoading = false
      this.emit('did-finish-load')
      this.emit('did-stop-loading')
    })
    session.on('Page.lifecycleEvent', ({ name, frameId }) => {
      if (name === 'firstPaint' && frameId === this.mainFrame.frameToken) this.emit('painted')
    })
    session.on('Page.windowOpen', (opening) => this.#consultOpen(opening))
    session.on('Page.javascriptDialogOpening', ({ type }) => {
      if (type !== 'beforeunload') return
      const event = makeEvent()
      this.emit('will-prevent-unload', event)
      session.tell('Page.handleJavaScriptDialog', { accept: event.defaultPrevented })
      if (!event.defaultPrevented) this.emit('stayed')
    })
    session.on('Runtime.consoleAPICalled', ({ type, args }) => {
      const message = args.map((each) => each.value ?? each.description ?? '').join(' ')
      this.emit('console-message', makeEvent({ level: type, message, frame: this.mainFrame }))
    })
    session.on('Inspector.targetCrashed', () => {
      this.#frames.leaveContexts()
      this.emit('render-process-gone', makeEvent(), { reason: 'crashed', exitCode: 5 })
    })
    session.on('Inspector.detached', () => this.end())
  }

  #consultOpen({ url, windowName, windowFeatures }: Protocol.Page.windowOpenPayload): void {
    const answer = this.#openHandler?.({
      url: toApp(url),
      frameName: windowName,
      features: windowFeatures.join(','),
      disposition: windowFeatures.length > 0 ? 'new-window' : 'foreground-tab',
      referrer: { url: this.getURL(), policy: 'default' },
    })
    // Without a handler Electron opens it. What was opened is closed in any case: see chromium.ts.
    if (answer?.action !== 'deny')
      this.emit('stand-in-lacks', `a window that the page opens: ${url} was to be allowed`)
  }

  #hear(contextId: number, payload: string): void {
    const found = this.#frames.byContext(contextId)
    if (!found) return
    const { frame, context } = found
    const message = this.#codec.decode(payload) as FromPreload
    switch (message.kind) {
      case 'port':
      case 'close':
        context.wire.hear(message)
        break
      case 'send': {
        const event = this.#ipcEvent(frame, context, message.ports)
        this.emit('ipc-message', event, message.channel, ...message.args)
        ipcMain.emit(message.channel, event, ...message.args)
        break
      }
      case 'invoke': {
        const { id, channel, args } = message
        const reply = (isWell: boolean, result: unknown) => context.say({ kind: 'reply', id, isWell, result })
        void ipcMain.invoke(channel, this.#ipcEvent(frame, context, []), args).then(
          (result) => reply(true, result),
          (error: Error) => reply(false, error.message),
        )
        break
      }
      case 'contextMenu': {
        const { kind: _, linkURL, ...rest } = message
        this.emit('context-menu', makeEvent(), {
          ...rest,
          ...takeMisspelling(),
          linkURL: toApp(linkURL),
          pageURL: this.getURL(),
          frame,
          mediaType: 'none',
          srcURL: '',
          hasImageContents: false,
          spellcheckEnabled: this.session.isSpellCheckerEnabled(),
          menuSourceType: 'mouse',
          editFlags: {
            canUndo: message.isEditable,
            canRedo: message.isEditable,
            canCut: message.isEditable && message.selectionText !== '',
            canCopy: message.selectionText !== '',
            canPaste: message.isEditable,
            canDelete: message.isEditable,
            canSelectAll: true,
            canEditRichly: message.isEditable,
          },
        })
        break
      }
      case 'key':
        pressMenuKey(message, this)
        break
    }
  }

  #ipcEvent(frame: WebFrameMain, context: PreloadContext, ports: string[]): IpcEvent {
    return {
      sender: this,
      senderFrame: frame,
      processId: frame.processId,
      frameId: frame.routingId,
      ports: ports.map((name) => new MessagePortMain(context.wire.take(name))),
      reply: (channel, ...args) => frame.send(channel, ...args),
    }
  }

  /** Whether the program itself wanted this; asked once. */
  isAsked(frameId: string, url: string): boolean {
    const isSame = frameId === this.mainFrame.frameToken && this.#asked === url
    if (isSame) this.#asked = null
    return isSame
  }

  async loadURL(url: string): Promise<void> {
    const session = await this.ready
    this.#asked = new URL(url).href
    const finished = new Promise<void>((resolve, reject) => {
      this.once('did-finish-load', resolve)
      this.once('destroyed', () => reject(new Error(`ERR_FAILED (-2) loading '${url}'`)))
    })
    // Rejects with the page; whoever awaits us hears of it below.
    finished.catch(() => {})
    const { errorText } = await session.send('Page.navigate', { url: toBrowser(url) })
    if (errorText) {
      this.emit('did-fail-load', makeEvent(), -2, errorText, url, true)
      throw new Error(`${errorText} loading '${url}'`)
    }
    await finished
  }

  reload(): void {
    void this.ready.then((session) => {
      this.#asked = this.getURL()
      session.tell('Page.reload')
    })
  }

  /** Asks the page first; `stayed` is emitted where it would not go. */
  requestClose(): void {
    void this.ready.then((session) => session.tell('Page.close'))
  }

  async destroy(): Promise<void> {
    const session = await this.ready
    await session.send('Target.closeTarget', { targetId: this.targetId ?? '' }).catch(() => {})
    this.end()
  }

  end(): void {
    if (this.#isDestroyed) return
    this.#isDestroyed = true
    this.#frames.leaveContexts()
    this.emit('destroyed')
  }

  isDestroyed = (): boolean => this.#isDestroyed
  isLoading = (): boolean => this.#isLoading
  isCrashed = (): boolean => false
  getURL = (): string => this.#frames.top.url
  getTitle = (): string => this.#title
  getZoomFactor = (): number => this.#zoomFactor
  setZoomFactor(factor: number): void {
    this.#zoomFactor = factor
  }
  getZoomLevel = (): number => Math.log(this.#zoomFactor) / Math.log(1.2)
  setZoomLevel(level: number): void {
    this.#zoomFactor = 1.2 ** level
  }
  setVisualZoomLevelLimits = (): Promise<void> => Promise.resolve()

  retitle(title: string): void {
    if (title === this.#title) return
    this.#title = title
    this.emit('page-title-updated', makeEvent(), title, true)
  }

  send(channel: string, ...args: unknown[]): void {
    this.mainFrame.send(channel, ...args)
  }

  postMessage(channel: string, message: unknown, transfer: MessagePortMain[] = []): void {
    this.mainFrame.postMessage(channel, message, transfer)
  }

  setWindowOpenHandler(handler: OpenHandler): void {
    this.#openHandler = handler
  }

  async executeJavaScript(code: string): Promise<unknown> {
    const session = await this.ready
    const { result, exceptionDetails } = await session.send('Runtime.evaluate', {
      expression: code,
      awaitPromise: true,
      returnByValue: true,
    })
    if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text)
    return result.value
  }

  async printToPDF(options: Electron.PrintToPDFOptions = {}): Promise<Buffer> {
    return await printToPDF(await this.ready, options)
  }

  startDrag(item: unknown): void {
    this.startedDrags.push(item)
  }

  focus(): void {
    void this.ready.then((session) => session.tell('Page.bringToFront'))
  }

  /** One of the browser's editing commands on what has the focus. */
  #edit(command: string): void {
    void this.ready.then((session) =>
      session.tell('Input.dispatchKeyEvent', { type: 'keyDown', key: 'Unidentified', commands: [command] }),
    )
  }
  undo = (): void => this.#edit('undo')
  redo = (): void => this.#edit('redo')
  cut = (): void => this.#edit('cut')
  copy = (): void => this.#edit('copy')
  paste = (): void => this.#edit('paste')
  pasteAndMatchStyle = (): void => this.#edit('pasteAndMatchStyle')
  delete = (): void => this.#edit('delete')
  selectAll = (): void => this.#edit('selectAll')
  replaceMisspelling(text: string): void {
    void this.ready.then((session) => session.tell('Input.insertText', { text }))
  }
  openDevTools(): void {}
  closeDevTools(): void {}
  isDevToolsOpened = (): boolean => false
}
