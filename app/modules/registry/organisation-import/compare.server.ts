/** Compares the rows of a list of organisations with the tree: all at once, for a row may stand below another. */
import type { Db } from '#app/platform/database/client.server.ts'
import { fromDbDateOrNull } from '#app/platform/database/dates.server.ts'
import { noteVerdicts, stagedRows } from '#app/platform/imports/staging.server.ts'
import type { BatchPlan } from '#app/platform/imports/subject.ts'
import type { OrganisationValues } from './fields.ts'
import { type KnownOrganisation, type PlannedRow, planOrganisations } from './plan.ts'

export type StagedOrganisation = PlannedRow & { id: string }

/** What the staged rows would change now. */
export async function plannedRows(
  db: Db,
  { batchId, organisationId }: Pick<BatchPlan, 'batchId' | 'organisationId'>,
): Promise<StagedOrganisation[]> {
  const staged = await stagedRows<OrganisationValues>(db, batchId)
  const codes = staged.flatMap(({ values: { code, parentCode } }) => [code, parentCode])
  const known = await knownOrganisations(
    db,
    codes.filter((code) => code !== undefined),
    organisationId,
  )
  const read = staged.map(({ rowNumber, values, outcome }) => ({
    ...{ rowNumber, values },
    isRejected: outcome === 'rejected',
  }))
  const planned = planOrganisations(read, known)
  return planned.map((row, at) => ({ ...row, id: staged[at]?.id ?? '' }))
}

async function knownOrganisations(
  db: Db,
  codes: readonly string[],
  within: string,
): Promise<Map<string, KnownOrganisation>> {
  const found = await db.organisation.findMany({
    where: { code: { in: [...new Set(codes)] } },
    include: { parent: { select: { code: true } }, years: true },
  })
  return new Map(
    found.map((one) => [
      one.code,
      {
        ...one,
        stages: one.stages ?? [],
        parentCode: one.parent?.code ?? null,
        openedOn: fromDbDateOrNull(one.openedOn),
        isClosed: one.closedOn !== null,
        isWithin: one.lineage.includes(within),
        figures: new Map(one.years.map((year) => [`${year.schoolYear} ${year.stage}`, year])),
      },
    ]),
  )
}

export async function compareOrganisations(db: Db, plan: BatchPlan): Promise<void> {
  const planned = await plannedRows(db, plan)
  await noteVerdicts(
    db,
    plan.batchId,
    planned.map(({ rowNumber, outcome, known, changes, issues }) => ({
      ...{ rowNumber, outcome, changes, issues },
      targetId: known?.id ?? null,
    })),
  )
}
