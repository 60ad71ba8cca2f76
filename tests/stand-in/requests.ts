import type { Protocol, Session } from './devtools.ts'
import { makeEvent } from './event.ts'
import { toApp, toBrowser } from './schemes.ts'
import { session as sessions } from './session.ts'
import type { WebContents } from './web-contents.ts'

const KINDS: Partial<Record<Protocol.Network.ResourceType, string>> = {
  Stylesheet: 'stylesheet',
  Script: 'script',
  Image: 'image',
  Font: 'font',
  XHR: 'xhr',
  Fetch: 'xhr',
  Ping: 'ping',
  Media: 'media',
  CSPViolationReport: 'cspReport',
}

/** Asks the app about each request of a page before it goes out: where to navigate, and what it may load. */
export async function watchRequests(contents: WebContents, session: Session): Promise<void> {
  async function judge(paused: Protocol.Fetch.requestPausedPayload): Promise<void> {
    const { requestId, request, resourceType, frameId, redirectedRequestId } = paused
    const url = toApp(`${request.url}${request.urlFragment ?? ''}`)
    const fail = (errorReason: Protocol.Network.ErrorReason) =>
      session.tell('Fetch.failRequest', { requestId, errorReason })
    const isMainFrame = frameId === contents.mainFrame.frameToken
    const isDocument = resourceType === 'Document'
    const frame = contents.frame(frameId)

    if (isDocument && !contents.isAsked(frameId, url)) {
      const names = redirectedRequestId ? ['will-redirect'] : ['will-frame-navigate', 'will-navigate']
      const event = makeEvent({ url, isMainFrame, isSameDocument: false, frame, initiator: frame })
      for (const name of names) {
        if (name !== 'will-navigate' || isMainFrame) contents.emit(name, event, url)
        if (event.defaultPrevented) return fail('Aborted')
      }
    }
    const verdict = await sessions.defaultSession.webRequest.judge({
      id: Number.parseInt(requestId.replace(/\D/g, ''), 10) || 0,
      url,
      method: request.method,
      webContentsId: contents.id,
      webContents: contents,
      frame,
      resourceType: isDocument ? (isMainFrame ? 'mainFrame' : 'subFrame') : (KINDS[resourceType] ?? 'other'),
      referrer: toApp(request.headers.Referer ?? ''),
      timestamp: Date.now(),
      uploadData: [],
    })
    if (verdict.cancel) return fail('BlockedByClient')
    if (isDocument && isMainFrame) await sessions.defaultSession.applyPermissions(url, contents)
    if (isDocument && !redirectedRequestId) {
      const started = makeEvent({ url, isMainFrame, isSameDocument: false, frame })
      contents.emit('did-start-navigation', started, url, false, isMainFrame)
    }
    if (verdict.redirectURL) {
      const responseHeaders = [{ name: 'Location', value: toBrowser(verdict.redirectURL) }]
      session.tell('Fetch.fulfillRequest', { requestId, responseCode: 307, responseHeaders })
      return
    }
    session.tell('Fetch.continueRequest', { requestId })
  }

  session.on('Fetch.requestPaused', (paused) => {
    judge(paused).catch((error: unknown) => {
      console.error(error)
      session.tell('Fetch.failRequest', { requestId: paused.requestId, errorReason: 'Failed' })
    })
  })
  await session.send('Fetch.enable', { patterns: [{ urlPattern: '*', requestStage: 'Request' }] })
}
