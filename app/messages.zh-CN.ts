/** All rooms' Chinese words: the source; English and the type of keys follow it. */
import { exchangePagesZhCN } from '#app/modules/exchange/ui/messages.zh-CN.ts'
import { importPagesZhCN } from '#app/modules/registry/import/ui/messages.zh-CN.ts'
import { registryPagesZhCN } from '#app/modules/registry/ui/messages.zh-CN.ts'
import { auditZhCN } from '#app/platform/audit/messages.zh-CN.ts'
import { accountsZhCN } from '#app/platform/auth/messages.zh-CN.ts'
import { platformZhCN } from '#app/platform/messages.zh-CN.ts'
import { policyPagesZhCN } from '#app/platform/policy/ui/messages.zh-CN.ts'

export const messagesZhCN = {
  ...platformZhCN,
  ...accountsZhCN,
  ...auditZhCN,
  ...policyPagesZhCN,
  ...registryPagesZhCN,
  ...importPagesZhCN,
  ...exchangePagesZhCN,
} as const

declare module '#app/platform/i18n/translate.ts' {
  interface KnownMessages extends Record<keyof typeof messagesZhCN, string> {}
}
