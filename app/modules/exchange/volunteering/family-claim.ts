/** Family grounds that give points 家庭因素加分, each stated by the volunteer and checked by their school. */
import { type CodeOf, isCodeOf } from '#app/modules/registry/index.ts'

export const FAMILY_GROUNDS = [
  { code: 'spouse_apart', zh: '夫妻两地分居', en: 'Lives apart from the spouse' },
  { code: 'single_parent', zh: '单亲抚养未成年子女', en: 'Brings up children alone' },
  { code: 'small_child', zh: '子女未满 6 周岁', en: 'Has a child under six' },
  { code: 'ill_relative', zh: '直系亲属重病或残疾', en: 'Close relative gravely ill or disabled' },
] as const

export type FamilyGround = CodeOf<typeof FAMILY_GROUNDS>

/** `isConfirmed` is null until the school has looked at it. */
export type FamilyClaim = { ground: FamilyGround; isConfirmed: boolean | null; checkedBy: string | null }

export function isFamilyGround(code: string): code is FamilyGround {
  return isCodeOf(FAMILY_GROUNDS, code)
}

/** Claims as a column of the table holds them; what is no ground of ours is left out. */
export function claimsOf(stored: unknown): FamilyClaim[] {
  if (!Array.isArray(stored)) return []
  return (stored as FamilyClaim[]).filter(({ ground }) => isFamilyGround(ground))
}

/** The claims for grounds stated now; what was checked of one that stays is kept. */
export function restated(grounds: readonly FamilyGround[], before: readonly FamilyClaim[]): FamilyClaim[] {
  return FAMILY_GROUNDS.filter(({ code }) => grounds.includes(code)).map(
    ({ code }) =>
      before.find(({ ground }) => ground === code) ?? { ground: code, isConfirmed: null, checkedBy: null },
  )
}
