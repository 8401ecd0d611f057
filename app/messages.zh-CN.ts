/** All rooms' Chinese words: the source; English and the type of keys follow it. */
import { importZhCN } from '#app/modules/registry/import/messages.zh-CN.ts'
import { importPagesZhCN } from '#app/modules/registry/import/ui/messages.zh-CN.ts'
import { registryPagesZhCN } from '#app/modules/registry/ui/messages.zh-CN.ts'
import { platformZhCN } from '#app/platform/messages.zh-CN.ts'

export const messagesZhCN = {
  ...platformZhCN,
  ...registryPagesZhCN,
  ...importZhCN,
  ...importPagesZhCN,
} as const

declare module '#app/platform/i18n/translate.ts' {
  interface KnownMessages extends Record<keyof typeof messagesZhCN, string> {}
}
