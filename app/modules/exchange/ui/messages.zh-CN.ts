/** Words of the exchange pages, by part: each part's owner keeps its own file in words/. */
import { dueZhCN } from '../words/due.zh-CN.ts'
import { roundsZhCN } from '../words/rounds.zh-CN.ts'

export const exchangePagesZhCN = { ...dueZhCN, ...roundsZhCN } as const
