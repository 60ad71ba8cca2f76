/** A page that goes into the background gets no more frames. */
const longestMs = 100

/**
 * Does `work` once the coming frame has been painted, so that nothing of it stands between a key and its letter. Where
 * no frame comes (a page in the background, or no page at all) it is done all the same, a moment later.
 *
 * @returns calls it off
 */
export function afterPaint(work: () => void): () => void {
  const { port1, port2 } = new MessageChannel()
  const post = (): void => port2.postMessage(null)
  // A frame's callbacks run before it is painted, a task that they ask for after.
  const frame = typeof requestAnimationFrame === 'function' ? requestAnimationFrame(post) : null
  const timer = setTimeout(post, frame === null ? 0 : longestMs)
  const end = (): void => {
    if (frame !== null) cancelAnimationFrame(frame)
    clearTimeout(timer)
    port1.close()
  }
  port1.onmessage = () => {
    end()
    work()
  }
  return end
}

/** Does `work` after the coming frame, once for all the times that it is called until then. */
export function oncePainted(work: () => void): () => void {
  let isAsked = false
  return () => {
    if (isAsked) return
    isAsked = true
    afterPaint(() => {
      isAsked = false
      work()
    })
  }
}
