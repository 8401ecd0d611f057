/** Classes and pupils of a made school by stage and school year, and what it is designated as. */
import type { Stage } from '#app/modules/registry/codes/index.ts'
import type { Random } from './random.ts'

export type YearFigures = {
  schoolYear: number
  stage: Stage
  classes: number
  pupils: number
  boarders: number
}
export type Designation = { kind: 'weak' | 'small'; validFrom: string; documentNo: string }

/** Pupils for each member of staff, and pupils a class holds. */
const PUPILS: Record<Stage, { each: number; aClass: number; boarding: number }> = {
  kindergarten: { each: 8, aClass: 28, boarding: 0 },
  primary: { each: 17, aClass: 42, boarding: 0 },
  junior: { each: 13, aClass: 47, boarding: 0.45 },
  senior: { each: 12.5, aClass: 50, boarding: 0.8 },
  vocational: { each: 14, aClass: 42, boarding: 0.7 },
  special: { each: 3.5, aClass: 10, boarding: 0.3 },
}

type Sized = { size: number; stages: readonly Stage[]; isRural: boolean }

/** The last three school years: rural schools lose a few pupils each year, urban ones gain. */
export function figuresOf(random: Random, school: Sized, schoolYear: number): YearFigures[] {
  const drift = school.isRural ? 0.95 : 1.02
  return school.stages.flatMap((stage) => {
    const { each, aClass, boarding } = PUPILS[stage]
    const thin = school.isRural ? 0.55 + 0.5 * random.next() : 0.9 + 0.25 * random.next()
    const first = (school.size / school.stages.length) * each * thin
    return [2, 1, 0].map((yearsAgo) => {
      const pupils = Math.max(4, Math.round(first * drift ** (2 - yearsAgo)))
      const grades = stage === 'primary' && pupils > 90 ? 6 : stage === 'primary' ? 3 : 1
      return {
        schoolYear: schoolYear - yearsAgo,
        stage,
        classes: Math.max(grades, Math.ceil(pupils / aClass)),
        pupils,
        boarders: Math.round(pupils * boarding * (school.isRural ? 1 : 0.5)),
      }
    })
  })
}

/** 小规模学校 under 100 pupils in the country, 薄弱学校 by a county's document. */
export function designationsOf(
  random: Random,
  school: Sized & { isCompulsory: boolean; county: string },
  figures: readonly YearFigures[],
): Designation[] {
  const latest = Math.max(...figures.map((one) => one.schoolYear))
  const pupils = figures.filter((one) => one.schoolYear === latest).reduce((sum, one) => sum + one.pupils, 0)
  const found: Designation[] = []
  const designate = (kind: Designation['kind']) => {
    const year = latest - random.int(0, 3)
    const documentNo = `${school.county.slice(0, 1)}教字〔${year}〕${random.int(3, 60)}号`
    found.push({ kind, validFrom: `${year}-09-01`, documentNo })
  }
  if (school.isRural && school.isCompulsory && pupils < 100) designate('small')
  if (school.isCompulsory && random.chance(school.isRural ? 0.14 : 0.05)) designate('weak')
  return found
}
