/** All rooms' English words. A missing one does not compile. */

import { exchangePagesEn } from '#app/modules/exchange/ui/messages.en.ts'
import { importPagesEn } from '#app/modules/registry/import/ui/messages.en.ts'
import { registryPagesEn } from '#app/modules/registry/ui/messages.en.ts'
import { auditEn } from '#app/platform/audit/messages.en.ts'
import { accountsEn } from '#app/platform/auth/messages.en.ts'
import { platformEn } from '#app/platform/messages.en.ts'
import { policyPagesEn } from '#app/platform/policy/ui/messages.en.ts'
import type { messagesZhCN } from './messages.zh-CN.ts'

export const messagesEn: Record<keyof typeof messagesZhCN, string> = {
  ...platformEn,
  ...accountsEn,
  ...auditEn,
  ...policyPagesEn,
  ...registryPagesEn,
  ...importPagesEn,
  ...exchangePagesEn,
}
