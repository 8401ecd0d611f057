/** What a school is designated as, and its classes and pupils by school year. */
import type { Actor } from '#app/platform/access/actor.ts'
import type { Keyed } from '#app/platform/acts/outcome.ts'
import { toDbDate } from '#app/platform/database/dates.server.ts'
import type { PrismaClient } from '#app/platform/database/generated/client.ts'
import { newId } from '#app/platform/ids.ts'
import type {
  DesignateInput,
  EndDesignationInput,
  FiguresInput,
  OrganisationOutcome,
} from './organisation-forms.ts'
import { isTaughtAt } from './organisation-rules.ts'
import { changeOrganisation, refuseOrganisation } from './organisations.commands.server.ts'
import { difference, plainRow } from './staff-change.server.ts'

/** 认定 as weak or small, by those above the school, with dates and a document. */
export function designateSchool(
  db: PrismaClient,
  actor: Actor,
  input: DesignateInput & Keyed,
): Promise<OrganisationOutcome> {
  const on = { act: 'designateSchool', input, managesAbove: true }
  return changeOrganisation(db, actor, on, async (tx, school) => {
    if (!isTaughtAt(school.kind)) refuseOrganisation('not_a_school')
    const { kind, validFrom, validTo, documentNo } = input
    const dates = { validFrom: toDbDate(validFrom), validTo: validTo ? toDbDate(validTo) : null }
    const row = await tx.organisationDesignation.create({
      data: { id: newId(), organisationId: school.id, kind, documentNo, ...dates },
    })
    const event = { action: 'designation.given', organisationId: school.id, after: plainRow(row) }
    return [{ ...event, subject: `designation:${row.id}` }]
  })
}

/** From the day on the school no longer counts as such. */
export function endDesignation(
  db: PrismaClient,
  actor: Actor,
  input: EndDesignationInput & Keyed,
): Promise<OrganisationOutcome> {
  const on = { act: 'endDesignation', input, managesAbove: true }
  return changeOrganisation(db, actor, on, async (tx, school) => {
    const where = { id: input.designationId, organisationId: school.id }
    const before =
      (await tx.organisationDesignation.findFirst({ where })) ?? refuseOrganisation('period_unknown')
    const validTo = toDbDate(input.day)
    if (before.validFrom >= validTo) refuseOrganisation('same_day')
    await tx.organisationDesignation.update({ where: { id: before.id }, data: { validTo } })
    const changed = { before: plainRow(before), after: { validTo: input.day } }
    const event = { action: 'designation.ended', organisationId: school.id, ...changed }
    return [{ ...event, subject: `designation:${before.id}` }]
  })
}

/** 班级和学生: the stages of one school year, as of 1 September. Entered again, each replaces what was there. */
export function setFigures(
  db: PrismaClient,
  actor: Actor,
  input: FiguresInput & Keyed,
): Promise<OrganisationOutcome> {
  return changeOrganisation(db, actor, { act: 'setFigures', input }, async (tx, school) => {
    if (!isTaughtAt(school.kind)) refuseOrganisation('not_a_school')
    const { schoolYear, stages } = input
    const inYear = { organisationId: school.id, schoolYear }
    const known = await tx.schoolYearFigures.findMany({ where: inYear })
    const events = []
    for (const { stage, ...figures } of stages) {
      const before = known.find((one) => one.stage === stage)
      const then = before && { classes: before.classes, pupils: before.pupils, boarders: before.boarders }
      const changed = difference(then ?? {}, figures)
      if (!changed) continue
      const key = { ...inYear, stage }
      const where = { organisationId_schoolYear_stage: key }
      await tx.schoolYearFigures.upsert({ where, create: { ...key, ...figures }, update: figures })
      const subject = `figures:${school.id}:${schoolYear}:${stage}`
      events.push({ action: 'figures.set', organisationId: school.id, subject, ...changed })
    }
    return events.length > 0 ? events : refuseOrganisation('nothing_changed')
  })
}
