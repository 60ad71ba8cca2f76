export interface StandInEvent {
  defaultPrevented: boolean
  preventDefault(): void
}

/** What Electron hands to a listener that may say no. */
export function makeEvent<T extends object>(details: T): StandInEvent & T
export function makeEvent(): StandInEvent
export function makeEvent(details: object = {}): StandInEvent {
  const event = {
    defaultPrevented: false,
    preventDefault() {
      event.defaultPrevented = true
    },
  }
  return Object.assign(event, details)
}
