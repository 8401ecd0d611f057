/**
 * What a matching is asked: who may go, where places are, what must hold and what is worth how much.
 *
 * Plain JSON, so that a worker can take it. Ids are those of the tables; nothing here reads a database.
 */
import { kilometresBetween, type Place } from '../places/school-distance.ts'

/** A volunteer of the round, with what the plan needs of them. */
export type Teacher = {
  id: string
  /** The sending school 派出学校: the present place of work. */
  homeOrgId: string
  stage: string
  subject: string
  isBackbone: boolean
  /** Points 积分 in hundredths. */
  points: number
  /** Needs in the order of preference, first to fifth. */
  ranked: readonly string[]
  /** 服从调剂: willing to go to other fitting places too. */
  acceptsOther: boolean
}

/** Places of one subject at one host school 接收学校. */
export type Need = {
  id: string
  orgId: string
  stage: string
  subject: string
  places: number
  isRural: boolean
  isWeak: boolean
  isSmall: boolean
}

/** The teachers of one subject and stage at one sending school. */
export type Faculty = { orgId: string; stage: string; subject: string; teachers: number }

/** `near`: both hosts within `limits.nearKm` when both go. `couple`: not both at once. */
export type Pair = { kind: 'near' | 'couple'; first: string; second: string }

/** What HR decided for one teacher and one need. */
export type Ruling = { teacherId: string; needId: string; kind: 'pin' | 'forbid' }

/** Policy numbers of the hard rules. */
export type Limits = {
  /** No faculty loses more than this share, 0 to 1. */
  shareLost: number
  /** No faculty gets below so many teachers. */
  minimum: number
  nearKm: number
}

/** What is worth how much, in points of value. Only their proportions matter. */
export type Goals = {
  /** A place filled, whatever it is; the three after it come on top. */
  filled: number
  rural: number
  weak: number
  small: number
  /** A first preference; a fifth is worth a fifth of it. */
  preference: number
  /** One point of the published 积分: decides between equals. */
  point: number
  /** Every teacher by whom the backbone share is missed counts against the plan. */
  backboneMissed: number
  /** The share of backbone teachers to be reached among those who go, 0 to 1. */
  backboneShare: number
  /** Every kilometre from the sending school counts against the plan. */
  kilometre: number
  /** Every teacher whom a school sends beyond its fair part counts against the plan. */
  beyondFairPart: number
}

export type MatchingProblem = {
  teachers: readonly Teacher[]
  needs: readonly Need[]
  faculties: readonly Faculty[]
  pairs: readonly Pair[]
  rulings: readonly Ruling[]
  limits: Limits
  goals: Goals
  /** Where schools lie, by organisation; without a place no distance counts. */
  places: Readonly<Record<string, Place>>
}

/** Between two schools; null when one's place is not known. */
export function schoolKilometres(
  places: Readonly<Record<string, Place>>,
  from: string,
  to: string,
): number | null {
  const [a, b] = [places[from], places[to]]
  return a && b ? kilometresBetween(a, b) : null
}

/** The key of a faculty. */
export function facultyKey(one: { orgId: string; stage: string; subject: string }): string {
  return `${one.orgId} ${one.stage} ${one.subject}`
}
