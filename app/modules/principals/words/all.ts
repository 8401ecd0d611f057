/** All words of the principal pipeline, for the server. */
import { principalPagesEn } from './pages.en.ts'
import { principalPagesZhCN } from './pages.zh-CN.ts'
import { principalServerEn } from './server.en.ts'
import { principalServerZhCN } from './server.zh-CN.ts'

export type PageWords = typeof principalPagesZhCN
export type ServerWords = typeof principalServerZhCN

export const principalWords = {
  'zh-CN': { ...principalPagesZhCN, ...principalServerZhCN },
  en: { ...principalPagesEn, ...principalServerEn },
}
