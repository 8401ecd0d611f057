/** All rooms' Chinese words: the source; English and the type of keys follow it. */
import { platformZhCN } from '#app/platform/messages.zh-CN.ts'

export const messagesZhCN = { ...platformZhCN } as const

declare module '#app/platform/i18n/translate.ts' {
  interface KnownMessages extends Record<keyof typeof messagesZhCN, string> {}
}
