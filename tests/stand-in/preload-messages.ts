import type { WireMessage } from './ends.ts'

export type FromPreload =
  | WireMessage
  | { kind: 'send'; channel: string; args: unknown[]; ports: string[] }
  | { kind: 'invoke'; id: number; channel: string; args: unknown[] }
  | {
      kind: 'contextMenu'
      x: number
      y: number
      selectionText: string
      isEditable: boolean
      linkURL: string
      linkText: string
    }
  | {
      kind: 'key'
      key: string
      code: string
      ctrlKey: boolean
      metaKey: boolean
      altKey: boolean
      shiftKey: boolean
    }

export type ToPreload =
  | WireMessage
  | { kind: 'send'; channel: string; args: unknown[]; ports: string[] }
  | { kind: 'reply'; id: number; isWell: boolean; result: unknown }
