/** Who is meant where accounts are written down. */
import type { Db } from '#app/platform/database/client.server.ts'

/** Accounts in use by login name, or by the staff number of who holds them; `unknown` is the first name that is nobody's. */
export async function accountsNamed(tx: Db, names: readonly string[]) {
  const asked = [...new Set(names)]
  const accounts = await tx.account.findMany({
    where: {
      OR: [{ username: { in: asked } }, { person: { staffNumber: { in: asked } } }],
      disabledAt: null,
    },
    select: { id: true, username: true, displayName: true, person: { select: { staffNumber: true } } },
  })
  const unknown = asked.find((name) =>
    accounts.every(({ username, person }) => username !== name && person?.staffNumber !== name),
  )
  return { accounts, unknown }
}

/** One a line, or with commas between. */
export const namesOf = (text: string): string[] => text.split(/[\s,，;；、]+/).filter(Boolean)
