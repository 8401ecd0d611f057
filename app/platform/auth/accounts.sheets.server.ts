/** The list of accounts as a sheet, under its filter. */
import type { Actor } from '#app/platform/access/actor.ts'
import type { Db } from '#app/platform/database/client.server.ts'
import { formatMoment } from '#app/platform/i18n/format.ts'
import type { Translate } from '#app/platform/i18n/translate.ts'
import type { ListSheet } from '#app/platform/lists/shown-sheet.ts'
import { eachAccount } from './accounts.queries.server.ts'
import type { AccountFilter } from './accounts.ts'
import { roleName } from './ui/role-words.ts'

export function accountsSheet(db: Db, actor: Actor, filter: AccountFilter, t: Translate): ListSheet {
  async function* rows() {
    for await (const row of eachAccount(db, actor, filter)) {
      const roles = row.roles.map(({ role, organisationName: place }) =>
        t('account.role_at', { role: roleName(role, t), place }),
      )
      yield [
        row.displayName,
        row.username,
        row.organisationName,
        roles.join('；'),
        t(row.isDisabled ? 'account.state_disabled' : 'account.state_active'),
        row.lastSeenAt ? formatMoment(row.lastSeenAt) : null,
      ]
    }
  }
  return {
    sheetName: t('account.title'),
    columns: [
      { heading: t('account.display_name') },
      { heading: t('account.username'), shows: 'username' },
      { heading: t('account.organisation'), shows: 'organisation', width: 28 },
      { heading: t('account.roles'), shows: 'roles', width: 40 },
      { heading: t('account.state'), shows: 'state', width: 10 },
      { heading: t('account.last_seen'), shows: 'seen', width: 18 },
    ],
    rows: rows(),
  }
}
