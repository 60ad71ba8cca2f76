import fc from 'fast-check'
import { expect, test } from 'vitest'
import { compareQueries, isOverdue } from '../../../shared/model/query.ts'

const moment = fc.integer({ min: 0, max: 20 })
const query = fc.record({
  dueAtMs: fc.option(moment),
  askedAtMs: moment,
  answer: fc.option(moment.map((atMs) => ({ words: 'yes', atMs, notedBy: 'somebody' as never }))),
})

test('in a list of queries no one that is overdue stands behind one that is not, whatever the hour', () => {
  fc.assert(
    fc.property(fc.array(query), moment, (queries, nowMs) => {
      const order = queries.toSorted(compareQueries).map((one) => isOverdue(one, nowMs))
      expect(order).toEqual(order.toSorted((one, other) => Number(other) - Number(one)))
    }),
  )
})

test('those that are answered stand last, the newest answer first', () => {
  fc.assert(
    fc.property(fc.array(query), (queries) => {
      const answers = queries
        .toSorted(compareQueries)
        .map((one) => one.answer?.atMs ?? Number.POSITIVE_INFINITY)
      expect(answers).toEqual(answers.toSorted((one, other) => (one === other ? 0 : other - one)))
    }),
  )
})
