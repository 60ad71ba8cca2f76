import { useEffect, useState } from 'react'

const pauseMs = 300

/** A value as it was when it last stayed the same for a moment: a count that runs along with every word is not read. */
export function usePaused<T>(value: T): T {
  const [paused, setPaused] = useState(value)
  useEffect(() => {
    const timer = setTimeout(() => setPaused(value), pauseMs)
    return () => clearTimeout(timer)
  }, [value])
  return paused
}
