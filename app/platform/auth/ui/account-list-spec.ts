/** The list of accounts. */
import type { ListSpec } from '#app/platform/lists/list-spec.ts'

export const accountList = {
  key: 'accounts',
  path: '/accounts',
  title: 'account.title',
  columns: {
    name: { label: 'account.display_name', primary: true },
    username: { label: 'account.username' },
    organisation: { label: 'account.organisation', wrap: true },
    roles: { label: 'account.roles', wrap: true },
    state: { label: 'account.state' },
    seen: { label: 'account.last_seen' },
  },
} as const satisfies ListSpec
