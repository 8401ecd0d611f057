/**
 * Rows whose references are known to hold are written without asking for each of them again: 191,104 people ask half a
 * million times. Unique indexes, exclusions and checks still hold; only triggers, foreign keys among them, rest.
 */
import type { Db } from '#app/platform/database/client.server.ts'

/**
 * Keeps the organisations of a batch's new rows as a foreign key would: there until this transaction ends. False when
 * one is gone.
 */
export async function holdOrganisations(tx: Db, batchId: string): Promise<boolean> {
  const [row] = await tx.$queryRaw<{ held: boolean }[]>`
    with wanted as (select distinct org_id from import_row where batch_id = ${batchId}::uuid and outcome = 'new'),
      held as (select id from organisation where id in (select org_id from wanted) for key share)
    select (select count(*) from wanted) = (select count(*) from held) as held`
  return row?.held === true
}

/**
 * Runs `act` with triggers at rest, where the database's user may do so (a superuser, as on the embedded database, or
 * whoever was granted `set on parameter session_replication_role`); for anybody else it merely takes longer. `act` may
 * write only rows of people whom this transaction made, at organisations that it holds.
 */
export async function writingKnownRows(tx: Db, act: () => Promise<void>): Promise<void> {
  const [row] = await tx.$queryRaw<{ may: boolean }[]>`
    select has_parameter_privilege('session_replication_role', 'set') as may`
  if (!row?.may) return act()
  await tx.$executeRaw`set local session_replication_role = replica`
  await act()
  await tx.$executeRaw`set local session_replication_role = origin`
}
