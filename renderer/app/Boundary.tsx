import { Component, type ReactNode } from 'react'
import { Button } from '../ui/Button.tsx'
import { Empty } from '../ui/Notice.tsx'
import { strings } from '../ui/strings.ts'

/** Where a view breaks by a defect of ours, the rest of the window goes on. */
export class Boundary extends Component<{ children: ReactNode }, { isBroken: boolean }> {
  override state = { isBroken: false }

  static getDerivedStateFromError() {
    return { isBroken: true }
  }

  override render() {
    if (!this.state.isBroken) return this.props.children
    return (
      <div role="alert">
        <Empty title={strings.errors.crashed.title} hint={strings.errors.crashed.text}>
          <Button onClick={() => location.reload()}>{strings.errors.crashed.reload}</Button>
        </Empty>
      </div>
    )
  }
}
