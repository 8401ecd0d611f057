/** All words of studios, for the server: those of pages, and those that only the server says. */
import { callsEn } from './calls.en.ts'
import { callsZhCN } from './calls.zh-CN.ts'
import { studioCoverageEn } from './coverage.en.ts'
import { studioCoverageZhCN } from './coverage.zh-CN.ts'
import { studioCoverageServerEn } from './coverage-server.en.ts'
import { studioCoverageServerZhCN } from './coverage-server.zh-CN.ts'
import { studioFiguresEn } from './figures.en.ts'
import { studioFiguresZhCN } from './figures.zh-CN.ts'
import { studioFiguresServerEn } from './figures-server.en.ts'
import { studioFiguresServerZhCN } from './figures-server.zh-CN.ts'
import { studioMembersEn } from './members.en.ts'
import { studioMembersZhCN } from './members.zh-CN.ts'
import { studioMembersServerEn } from './members-server.en.ts'
import { studioMembersServerZhCN } from './members-server.zh-CN.ts'
import { studiosOwnEn } from './own.en.ts'
import { studiosOwnZhCN } from './own.zh-CN.ts'
import { studioResearchersEn } from './researchers.en.ts'
import { studioResearchersZhCN } from './researchers.zh-CN.ts'
import { studioResearchersServerEn } from './researchers-server.en.ts'
import { studioResearchersServerZhCN } from './researchers-server.zh-CN.ts'
import { studiosServerEn } from './server.en.ts'
import { studiosServerZhCN } from './server.zh-CN.ts'
import { studiosSharedEn } from './shared.en.ts'
import { studiosSharedZhCN } from './shared.zh-CN.ts'

export type PageWords = typeof studiosSharedZhCN &
  typeof callsZhCN &
  typeof studiosOwnZhCN &
  typeof studioMembersZhCN &
  typeof studioCoverageZhCN &
  typeof studioFiguresZhCN &
  typeof studioResearchersZhCN
export type ServerWords = typeof studiosServerZhCN &
  typeof studioMembersServerZhCN &
  typeof studioCoverageServerZhCN &
  typeof studioFiguresServerZhCN &
  typeof studioResearchersServerZhCN

export const studioWords = {
  'zh-CN': {
    ...{ ...studiosSharedZhCN, ...callsZhCN, ...studiosOwnZhCN },
    ...{ ...studioMembersZhCN, ...studioCoverageZhCN, ...studioFiguresZhCN },
    ...{ ...studiosServerZhCN, ...studioMembersServerZhCN, ...studioCoverageServerZhCN },
    ...{ ...studioFiguresServerZhCN, ...studioResearchersZhCN, ...studioResearchersServerZhCN },
  },
  en: {
    ...{ ...studiosSharedEn, ...callsEn, ...studiosOwnEn },
    ...{ ...studioMembersEn, ...studioCoverageEn, ...studioFiguresEn },
    ...{ ...studiosServerEn, ...studioMembersServerEn, ...studioCoverageServerEn },
    ...{ ...studioFiguresServerEn, ...studioResearchersEn, ...studioResearchersServerEn },
  },
}
