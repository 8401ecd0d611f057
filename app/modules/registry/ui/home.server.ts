/** What the home page shows of the registry, in the reader's language. */
import { type Actor, canSomewhere } from '#app/platform/access/actor.ts'
import type { Db } from '#app/platform/database/client.server.ts'
import type { PlainDate } from '#app/platform/dates.ts'
import { formatDay, formatNumber } from '#app/platform/i18n/format.ts'
import type { Locale } from '#app/platform/i18n/locale.ts'
import { translator } from '#app/platform/i18n/translate.ts'
import {
  countBeginning,
  importsWaiting,
  listRetiring,
  type RetiringPerson,
} from '../waiting.queries.server.ts'
import type { HomeTask, QuickEntry } from './home-tasks.tsx'

type Words = { t: ReturnType<typeof translator>; locale: Locale; day: PlainDate }

/** What waits for this reader, the most pressing first; nothing that they could not act on or read. */
export async function waitingTasks(
  db: Db,
  actor: Actor,
  locale: Locale,
  day: PlainDate,
): Promise<HomeTask[]> {
  const words = { t: translator(locale), locale, day }
  const imports = canSomewhere(actor, 'staff:import') ? await importTasks(db, actor, words) : []
  if (!canSomewhere(actor, 'staff:read')) return imports
  const { soon, overdue } = await listRetiring(db, actor, day)
  return [
    ...imports,
    ...retirementTask(overdue, 'home.overdue', '/staff/retiring#overdue', words),
    ...retirementTask(soon, 'home.retiring', '/staff/retiring#soon', words),
    ...(await beginningTask(db, actor, words)),
  ]
}

async function importTasks(db: Db, actor: Actor, { t, locale, day }: Words): Promise<HomeTask[]> {
  const { ready, rejected, rejectedBatchId } = await importsWaiting(db, actor, day)
  const tasks: HomeTask[] = []
  if (ready > 0) {
    const figure = formatNumber(ready, locale)
    tasks.push({
      href: '/imports',
      figure,
      title: t('home.imports_waiting'),
      note: t('home.imports_waiting_note'),
    })
  }
  if (rejectedBatchId) {
    const figure = formatNumber(rejected, locale)
    const href = `/imports/${rejectedBatchId}`
    tasks.push({ href, figure, title: t('home.imports_rejected'), note: t('home.imports_rejected_note') })
  }
  return tasks
}

function retirementTask(
  people: readonly RetiringPerson[],
  key: 'home.overdue' | 'home.retiring',
  href: string,
  { t, locale }: Words,
): HomeTask[] {
  const [first] = people
  if (!first) return []
  const note = t('home.retiring_note', { name: first.name, day: formatDay(first.retiresOn, locale) })
  return [{ href, figure: formatNumber(people.length, locale), title: t(key), note }]
}

async function beginningTask(db: Db, actor: Actor, { t, locale, day }: Words): Promise<HomeTask[]> {
  const { count, first } = await countBeginning(db, actor, day)
  if (!first) return []
  const note = t('home.beginning_note', { name: first.name, day: formatDay(first.on, locale) })
  const href = `/staff/${first.personId}`
  return [{ href, figure: formatNumber(count, locale), title: t('home.beginning'), note }]
}

/** The entries that this reader may use. */
export function quickEntries(actor: Actor): QuickEntry[] {
  const entries: [QuickEntry, boolean][] = [
    ['staff', canSomewhere(actor, 'staff:read')],
    ['hire', canSomewhere(actor, 'staff:write')],
    ['import', canSomewhere(actor, 'staff:import')],
    ['organisations', canSomewhere(actor, 'organisation:read')],
    ['record', actor.personId !== null],
  ]
  return entries.filter(([, allowed]) => allowed).map(([name]) => name)
}
