/** Both languages, registered for the server and the command line, with the words that no browser needs. */
import { importRemarksEn } from '#app/modules/registry/import/remarks.en.ts'
import { importRemarksZhCN } from '#app/modules/registry/import/remarks.zh-CN.ts'
import { auditActsEn } from '#app/platform/audit/acts.en.ts'
import { auditActsZhCN } from '#app/platform/audit/acts.zh-CN.ts'
import { registerWords } from '#app/platform/i18n/translate.ts'
import { messagesEn } from './messages.en.ts'
import { messagesZhCN } from './messages.zh-CN.ts'

declare module '#app/platform/i18n/translate.ts' {
  interface ServerMessages
    extends Record<keyof typeof importRemarksZhCN | keyof typeof auditActsZhCN, string> {}
}

registerWords('zh-CN', { ...messagesZhCN, ...importRemarksZhCN, ...auditActsZhCN })
registerWords('en', { ...messagesEn, ...importRemarksEn, ...auditActsEn })
