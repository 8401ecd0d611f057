/** Writes the ledger 学时台账: lines are added, never changed; the database keeps the sums with them. */
import type { AuditAuthor } from '#app/platform/audit/append.server.ts'
import type { Db } from '#app/platform/database/client.server.ts'
import type { TrainingEntry } from '#app/platform/database/generated/client.ts'
import { newId } from '#app/platform/ids.ts'
import { tellOwner } from './tell-owner.server.ts'
import type { Worth } from './worth.ts'

const about = ({ id: entryId, personId, year, level, category }: TrainingEntry) => ({
  ...{ entryId, personId, year, level, category },
})
const by = ({ accountId, displayName }: AuditAuthor) => ({ byId: accountId, byName: displayName })

/** That an entry was handed in, first or again: it adds nothing yet. */
export async function noteEntry(tx: Db, author: AuditAuthor, entry: TrainingEntry): Promise<void> {
  await tx.trainingLine.create({
    data: { id: newId(), kind: 'entry', tenths: 0, ...about(entry), ...by(author) },
  })
}

/** What entries were decided to be worth, with the reasons. */
export async function noteDecisions(
  tx: Db,
  author: AuditAuthor,
  decided: readonly { entry: TrainingEntry; worth: Worth }[],
): Promise<void> {
  await tx.trainingLine.createMany({
    data: decided.map(({ entry, worth: { tenths, ...decision } }) => ({
      ...{ id: newId(), kind: 'decision', tenths, decision },
      ...about(entry),
      ...by(author),
    })),
  })
}

/** Takes an approved entry back: its state with the reason, and in the ledger exactly what its decision added. */
export async function takeBack(
  tx: Db,
  author: AuditAuthor,
  entry: TrainingEntry,
  reason: string,
): Promise<void> {
  const { accountId: decidedById, displayName: decidedByName } = author
  await tx.trainingEntry.update({
    where: { id: entry.id },
    data: {
      ...{ state: 'reversed', reason, decidedAt: new Date(), decidedById, decidedByName },
      version: entry.version + 1,
    },
  })
  const { id: reversesId, tenths } = await tx.trainingLine.findFirstOrThrow({
    where: { entryId: entry.id, kind: 'decision' },
  })
  await tx.trainingLine.create({
    data: {
      ...{ id: newId(), kind: 'reversal', tenths: -tenths, reversesId, reversedTenths: tenths, note: reason },
      ...about(entry),
      ...by(author),
    },
  })
  await tellOwner(tx, entry, 'reversed', reason)
}
