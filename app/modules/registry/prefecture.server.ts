/** The top of a tree that a source brings along: made before anything stands below it. */
import { appendAudit } from '#app/platform/audit/append.server.ts'
import type { Database } from '#app/platform/database/client.server.ts'
import { newId } from '#app/platform/ids.ts'
import type { Root } from '#app/platform/imports/subject.ts'
import { nameKeys } from './name-keys.ts'

/** Makes the prefecture, with its entry in the trail; answers its id. For the command line, which nobody signs in to. */
export async function makePrefecture({ db }: Database, root: Root, author: string): Promise<string> {
  const id = newId()
  const { sortKey } = nameKeys(root.name)
  await db.$transaction(async (tx) => {
    await tx.organisation.create({ data: { id, ...root, sortKey, lineage: [], stages: [] } })
    await appendAudit(tx, { accountId: null, displayName: author }, [
      {
        action: 'organisation.created',
        organisationId: id,
        subject: `organisation:${id}`,
        after: { ...root },
      },
    ])
  })
  return id
}
