/**
 * What the page may do. Styles may be inline: the dialogs lock scrolling by a style element of their own.
 * `renderer/index.html` says the same for Electron, where no header comes along.
 */
function pagePolicy(origin: string): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self' 'unsafe-inline'",
    "font-src 'self'",
    "img-src 'self' blob:",
    // Not every browser counts the WebSocket of the same host as 'self'.
    `connect-src 'self' ${origin.replace(/^http/, 'ws')}`,
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ')
}

/** Sent with every answer. */
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
