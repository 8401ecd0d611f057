/** The list of postings 交流任职. */
import type { ListSpec } from '#app/platform/lists/list-spec.ts'

export const postingList = {
  key: 'postings',
  path: '/exchange/postings',
  title: 'posting.title',
  columns: {
    name: { label: 'posting.name', primary: true },
    number: { label: 'posting.number', hideOnPhone: true },
    home: { label: 'posting.home', wrap: true },
    host: { label: 'posting.host', wrap: true },
    teaching: { label: 'posting.teaching' },
    form: { label: 'posting.form', hideOnPhone: true },
    from: { label: 'posting.from' },
    until: { label: 'posting.until' },
    state: { label: 'posting.state' },
    arrived: { label: 'posting.arrived', hideOnPhone: true },
    grade: { label: 'posting.grade', hideOnPhone: true },
  },
} as const satisfies ListSpec
