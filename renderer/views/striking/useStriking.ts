import { useRef, useState } from 'react'
import { newRequestId } from '../../../shared/model/ids.ts'
import type { StrikingReceipt } from '../../../shared/model/striking.ts'
import { explain } from '../../state/refused.ts'
import type { Explanation } from '../../ui/strings.ts'

/** A striking or deletion from the dialog that asks for it: under way, failed or done. */
export interface Striking {
  readonly isBusy: boolean
  readonly failure: Explanation | null
  readonly receipt: StrikingReceipt | null
  /** Forgets a failure. */
  reset(): void
  /** Asked again after a failure it is the same request, so that nothing is done twice. */
  run(call: (requestId: ReturnType<typeof newRequestId>) => Promise<StrikingReceipt>): Promise<void>
}

export function useStriking(): Striking {
  const requestId = useRef(newRequestId())
  const [isBusy, setBusy] = useState(false)
  const [failure, setFailure] = useState<Explanation | null>(null)
  const [receipt, setReceipt] = useState<StrikingReceipt | null>(null)
  return {
    isBusy,
    failure,
    receipt,
    reset: () => setFailure(null),
    async run(call) {
      setBusy(true)
      setFailure(null)
      try {
        setReceipt(await call(requestId.current))
      } catch (error) {
        setFailure(explain(error))
      }
      setBusy(false)
    },
  }
}
