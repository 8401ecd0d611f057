/** Words of the exchange pages, by part: each part's owner keeps its own file in words/. */
import { dueEn } from '../words/due.en.ts'
import { roundsEn } from '../words/rounds.en.ts'
import type { exchangePagesZhCN } from './messages.zh-CN.ts'

export const exchangePagesEn = { ...dueEn, ...roundsEn } satisfies Record<
  keyof typeof exchangePagesZhCN,
  string
>
