/** Words that stay on the server: the entries in the frame, the acts and fields in the trail. Pages get them as text. */
import type { accountsServerZhCN } from './server-words.zh-CN.ts'

export const accountsServerEn: Record<keyof typeof accountsServerZhCN, string> = {
  'accounts.room': 'Accounts',
  'nav.accounts': 'Accounts',
  'audit.account.created': 'Created an account',
  'audit.account.changed': 'Changed an account',
  'audit.account.disabled': 'Disabled an account',
  'audit.account.enabled': 'Enabled an account again',
  'audit.account.password_reset': "Reset another's password",
  'audit.account.password_changed': 'Changed the own password',
  'audit.grant.given': 'Gave a role',
  'audit.grant.revoked': 'Revoked a role',
  'audit.session.ended': 'Ended own sign-ins',
  'audit.group_accounts': 'Accounts and system',
  'audit.noun_account': 'Account',
  'audit.field_username': 'User name',
  'audit.field_displayName': 'Name',
  'audit.field_organisation': 'Organisation',
  'audit.field_role': 'Role',
  'audit.field_sessionsEnded': 'Sign-ins ended',
}
