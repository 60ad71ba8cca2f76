import { randomBytes } from 'node:crypto'

/** For one showing of the page: 128 bits, as the policy's standard wants at least. */
export function newNonce(): string {
  return randomBytes(16).toString('base64url')
}

/**
 * What the page may do, in the browser as in Electron.
 *
 * @param nonce lets in the style elements that carry it (the dialogs lock scrolling by one of their own); left
 *   out, there are none
 */
export function pagePolicy(origin: string, nonce?: string): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    nonce === undefined ? "style-src 'self'" : `style-src 'self' 'nonce-${nonce}'`,
    "font-src 'self'",
    "img-src 'self' blob:",
    // Not every browser counts the WebSocket of the same host as 'self'.
    `connect-src 'self' ${origin.replace(/^http/, 'ws')}`,
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ')
}

/** Sent with every answer; the page itself goes out under a {@link pagePolicy} with a nonce of its own. */
export function securityHeaders(origin: string): Record<string, string> {
  return {
    'Content-Security-Policy': pagePolicy(origin),
    'X-Content-Type-Options': 'nosniff',
    'X-Frame-Options': 'DENY',
    'Referrer-Policy': 'no-referrer',
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Cross-Origin-Resource-Policy': 'same-origin',
    'Permissions-Policy': 'camera=(), display-capture=(), geolocation=(), microphone=(), payment=(), usb=()',
    'Cache-Control': 'no-store',
  }
}

/** Files are other people's: whatever is in them runs nowhere. */
export const FILE_POLICY = "sandbox; default-src 'none'; frame-ancestors 'none'"
