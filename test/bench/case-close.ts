/** Case: a year ends for 2,000 people among 1,000,000 appointments of ten years; beside the same without the last guard. */
import type { Database, Db } from '#app/platform/database/client.server.ts'
import { newId } from '#app/platform/ids.ts'
import { median } from './measure.ts'
import type { Place } from './place.ts'
import { type Finding, ratio, say } from './report.ts'

const PEOPLE = 100_000
const YEARS = 10
const CLOSED = 2_000
const ROUNDS = 5

export async function closeCase(place: Place): Promise<Finding> {
  const home = await place.home('close')
  const opened = await home.open()
  try {
    await makeHistory(opened)
    await place.settle()
    const times = { guarded: [] as number[], bare: [] as number[] }
    for (let round = 0; round < ROUNDS; round++) {
      times.guarded.push(await closeAndOpen(opened.db, true))
      times.bare.push(await closeAndOpen(opened.db, false))
    }
    const [guarded, bare] = [median(times.guarded), median(times.bare)]
    say(`close and open ${CLOSED}: ${guarded.toFixed(0)} ms, without the constraint ${bare.toFixed(0)} ms`)
    return {
      case: `close and open ${CLOSED} of ${PEOPLE * YEARS} appointments; without the constraint`,
      figure: `${guarded.toFixed(0)} ms`,
      beside: `${bare.toFixed(0)} ms`,
      ...ratio(guarded / bare),
      bound: { atMost: 3 },
      details: times,
    }
  } finally {
    await opened.close()
    await place.drop('close')
  }
}

/** Keys as imports make them: UUIDv7 of a few seconds, 40 people a millisecond, each year's rows made together. */
async function makeHistory({ db, executeSql }: Database): Promise<void> {
  const org = newId()
  await db.organisation.create({
    data: { id: org, kind: 'school', code: 'bench', name: '学校', sortKey: 'xue xiao', lineage: [org] },
  })
  const key = (milliseconds: string) =>
    `(lpad(to_hex(${milliseconds}), 12, '0') || '7' || substr(md5(random()::text), 1, 19))::uuid`
  await executeSql(`
    insert into person (id, staff_number, name, sort_key, political_status)
    select ${key('1700000000000 + at / 40')}, 'B' || at, '某某', 'mou mou', '{}' from generate_series(1, ${PEOPLE}) at`)
  await executeSql(`
    insert into appointment (id, person_id, valid_from, valid_to, is_main, work_org_id, start_reason)
    select ${key(`1700000000000 + year * 86400000 + row_number() over () / 40`)}, p.id, make_date(2015 + year, 9, 1),
      case when year < ${YEARS - 1} then make_date(2016 + year, 9, 1) end, true, '${org}', 'imported'
    from generate_series(0, ${YEARS - 1}) year cross join person p`)
  await executeSql('vacuum analyze person, appointment')
}

class Undo extends Error {}

/** Milliseconds of one more year for some people; undone afterwards. */
async function closeAndOpen(db: Database['db'], isGuarded: boolean): Promise<number> {
  let took = 0
  const run = async (tx: Db) => {
    if (!isGuarded) await tx.$executeRaw`alter table appointment drop constraint appointment_one_main_a_day`
    const some = await tx.$queryRaw<
      { id: string }[]
    >`select id from person order by staff_number limit ${CLOSED}`
    const ids = some.map(({ id }) => id)
    const began = performance.now()
    await tx.$executeRaw`
      update appointment set valid_to = '2025-09-01' where person_id = any(${ids}::uuid[]) and valid_to is null`
    await tx.$executeRaw`
      insert into appointment (id, person_id, valid_from, is_main, work_org_id, start_reason)
      select gen_random_uuid(), person_id, '2025-09-01', true, work_org_id, 'imported'
      from appointment where person_id = any(${ids}::uuid[]) and valid_to = '2025-09-01'`
    took = performance.now() - began
    throw new Undo()
  }
  await db.$transaction(run, { timeout: 600_000 }).catch((thrown: unknown) => {
    if (!(thrown instanceof Undo)) throw thrown
  })
  return took
}
