/** The largest file that the desk takes. */
export const BLOB_LIMIT_BYTES = 200 * 1024 * 1024

/** The largest message of a WebSocket; a story of 100,000 words with its claims stays far below. */
export const MESSAGE_LIMIT_BYTES = 32 * 1024 * 1024

/** How long the rest of a refused upload is still read, so that its sender gets to see the refusal. */
export const DRAIN_MS = 10_000
