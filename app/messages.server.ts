/** Both languages, registered for the server and the command line. */
import { registerCatalogue } from '#app/platform/i18n/translate.ts'
import { messagesEn } from './messages.en.ts'
import { messagesZhCN } from './messages.zh-CN.ts'

registerCatalogue('zh-CN', messagesZhCN)
registerCatalogue('en', messagesEn)
