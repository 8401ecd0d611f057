/** Both languages, registered for the server and the command line, with the words that no browser needs. */
import { exchangePolicyEn } from '#app/modules/exchange/words/policy.en.ts'
import { exchangePolicyZhCN } from '#app/modules/exchange/words/policy.zh-CN.ts'
import { exchangeRulesEn } from '#app/modules/exchange/words/rules.en.ts'
import { exchangeRulesZhCN } from '#app/modules/exchange/words/rules.zh-CN.ts'
import { importRemarksEn } from '#app/modules/registry/import/remarks.en.ts'
import { importRemarksZhCN } from '#app/modules/registry/import/remarks.zh-CN.ts'
import { auditActsEn } from '#app/platform/audit/acts.en.ts'
import { auditActsZhCN } from '#app/platform/audit/acts.zh-CN.ts'
import { registerWords } from '#app/platform/i18n/translate.ts'
import { policyEn } from '#app/platform/policy/messages.en.ts'
import { policyZhCN } from '#app/platform/policy/messages.zh-CN.ts'
import { messagesEn } from './messages.en.ts'
import { messagesZhCN } from './messages.zh-CN.ts'

declare module '#app/platform/i18n/translate.ts' {
  interface ServerMessages
    extends Record<
      | keyof typeof importRemarksZhCN
      | keyof typeof auditActsZhCN
      | keyof typeof exchangeRulesZhCN
      | keyof typeof exchangePolicyZhCN
      | keyof typeof policyZhCN,
      string
    > {}
}

registerWords('zh-CN', {
  ...messagesZhCN,
  ...importRemarksZhCN,
  ...auditActsZhCN,
  ...exchangeRulesZhCN,
  ...exchangePolicyZhCN,
  ...policyZhCN,
})
registerWords('en', {
  ...messagesEn,
  ...importRemarksEn,
  ...auditActsEn,
  ...exchangeRulesEn,
  ...exchangePolicyEn,
  ...policyEn,
})
