import { protocol } from 'electron'
import { APP_SCHEME } from '../../shared/contract/shell.ts'
import { type Answering, answerScheme } from './answer.ts'

/** Before the app is ready: the page's scheme behaves like https. */
export function registerScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: APP_SCHEME, privileges: { standard: true, secure: true, supportFetchAPI: true, stream: true } },
  ])
}

export function handleScheme(from: Answering): void {
  protocol.handle(APP_SCHEME, (request) => answerScheme(request, from))
}
