/** Ends with 1 and the missing SQL when prisma/models and prisma/migrations do not say the same. */
import { schemaDrift } from '#prisma/migrate.ts'

const drift = await schemaDrift()
const isEmpty = /^\s*(--[^\n]*\s*)*$/.test(drift)
if (!isEmpty) process.stderr.write(`The migrations lack:\n${drift}\n`)
process.exit(isEmpty ? 0 : 1)
