/** 骨干教师: which honours make somebody a backbone teacher, from a level up. Honours for conduct or service do not. */
import { codeEntry, HONOUR_LEVELS, HONOURS, type HonourLevel, isCodeOf } from '#app/modules/registry/index.ts'

const TEACHING = /^(backbone|subject_leader|teaching_expert|master_teacher)_|^special_grade$/

/** Honours of teaching granted at the level or above; 县级 and above is usual (domain-sources 4.3). */
export function backboneHonours(from: string): string[] {
  if (!isCodeOf(HONOUR_LEVELS, from)) throw new RangeError(`no such level of honours: ${from}`)
  const rank = (level: HonourLevel) => HONOUR_LEVELS.indexOf(codeEntry(HONOUR_LEVELS, level))
  return HONOURS.filter(({ code, level }) => TEACHING.test(code) && rank(level) >= rank(from)).map(
    ({ code }) => code,
  )
}
