/** What may stand below what, and when a school is a small one. */
import type { OrgKind } from './codes/index.ts'

/** Kinds under which an organisation of the kind may stand; a prefecture stands on its own. */
const PARENT_KINDS: Record<OrgKind, readonly OrgKind[]> = {
  prefecture: [],
  county: ['prefecture'],
  zone: ['prefecture'],
  township: ['county', 'zone'],
  school_district: ['county', 'zone', 'township'],
  school: ['prefecture', 'county', 'zone', 'township', 'school_district'],
  teaching_point: ['county', 'zone', 'township', 'school_district', 'school'],
  bureau: ['prefecture', 'county', 'zone'],
  other: ['prefecture', 'county', 'zone', 'township', 'school_district'],
}

/** Whether an organisation of the kind may stand directly below one of the other kind. */
export function mayStandBelow(kind: OrgKind, parentKind: string): boolean {
  return PARENT_KINDS[kind].some((one) => one === parentKind)
}

/** Kinds that can be made below an organisation of this kind, in the order of the code list. */
export function kindsBelow(parentKind: string): OrgKind[] {
  return (Object.keys(PARENT_KINDS) as OrgKind[]).filter((kind) => mayStandBelow(kind, parentKind))
}

/** Whether pupils and classes are counted there. */
export function isTaughtAt(kind: string): boolean {
  return kind === 'school' || kind === 'teaching_point'
}

/** 小规模学校: a default of the policy, which a county may set otherwise. */
export const SMALL_SCHOOL = {
  source: '对农村不足100人的规模较小学校，按100人核定公用经费（聊教体发〔2020〕7号）',
  fewerPupilsThan: 100,
} as const

/** Whether a school with so many pupils is a small one; null pupils, not reported, is not. */
export function isSmallSchool(
  pupils: number | null,
  policy: { fewerPupilsThan: number } = SMALL_SCHOOL,
): boolean {
  return pupils !== null && pupils < policy.fewerPupilsThan
}
