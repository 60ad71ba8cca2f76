import { startTransition, useEffect, useState } from 'react'

/**
 * False until what was drawn along with it has been painted: for what may come a moment later than the thing that a
 * person waits for. What it then brings gives way to keys.
 */
export function useAfterPaint(): boolean {
  const [isPainted, setPainted] = useState(false)
  useEffect(() => {
    let isGone = false
    // A frame's callbacks run before it is painted, a task that they ask for after.
    const { port1, port2 } = new MessageChannel()
    port1.onmessage = () => {
      if (!isGone) startTransition(() => setPainted(true))
      port1.close()
    }
    const frame = requestAnimationFrame(() => port2.postMessage(null))
    return () => {
      isGone = true
      cancelAnimationFrame(frame)
      port1.close()
    }
  }, [])
  return isPainted
}
