import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { StatusMark } from '../../../renderer/ui/StatusMark.tsx'
import { statusSchema } from '../../../shared/model/claim.ts'

test('each status has a shape of its own, told apart without its colour', () => {
  const shapes = statusSchema.options.map((status) =>
    renderToStaticMarkup(<StatusMark status={status} />).replace(/ data-status="\w+"/, ''),
  )
  expect(new Set(shapes).size).toBe(statusSchema.options.length)
})

test('the shape is silent: its meaning stands in words beside it', () => {
  expect(renderToStaticMarkup(<StatusMark status="wrong" />)).toContain('aria-hidden="true"')
})
