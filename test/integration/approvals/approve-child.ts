/** A process that approves cases in bulk, to be killed at it: says when it begins and when it is done. */
import '#app/composition/register.server.ts'
import { approveCases } from '#app/platform/approvals/cases.commands.server.ts'
import { database } from '#app/platform/database/client.server.ts'
import { actorOf } from '#test/factories/registry.ts'
import { TODAY } from './world.ts'

const [accountId = ''] = process.argv.slice(2)
const { db } = await database()
const actor = await actorOf(db, accountId)
const ids = (
  await db.approvalCase.findMany({ where: { state: 'waiting', step: 0 }, select: { id: true } })
).map(({ id }) => id)
process.stdout.write('begins\n')
const done = await approveCases(db, actor, { ids, comment: '同意' }, TODAY)
process.stdout.write(`${JSON.stringify(done)}\n`)
process.exit(0)
