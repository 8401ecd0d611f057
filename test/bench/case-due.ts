/** Case: who is due, of a whole prefecture, as the page asks it, beside the same told in plain SQL with fixed numbers. */
import { type DuePage, listDue } from '#app/modules/exchange/due.queries.server.ts'
import type { DueFilter } from '#app/modules/exchange/due-filter.ts'
import { findActor } from '#app/platform/auth/actor.queries.server.ts'
import type { Database } from '#app/platform/database/client.server.ts'
import { newId } from '#app/platform/ids.ts'
import { median } from './measure.ts'
import type { Place } from './place.ts'
import { type Finding, ratio, say } from './report.ts'
import { makeStaff } from './staff.ts'

const STAFF = 200_000
const ROUNDS = 15
/** Everybody who is due, in the year after which the made histories end. */
export const everybodyDue: DueFilter = {
  schoolYear: 2026,
  countyId: null,
  orgId: null,
  outcome: 'due',
  stage: null,
  subject: null,
  backbone: null,
  cursor: null,
}

export async function dueCase(place: Place): Promise<Finding> {
  const opened = await (await place.home(`due_${STAFF}`)).open()
  try {
    await makeStaff(opened, STAFF)
    await makeExchange(opened)
    const actor = await benchReader(opened)
    const list = () => listDue(opened.db, actor, everybodyDue)
    const bare = () => bareList(opened)
    const [app, plain] = [await list(), await bare()]
    if (app.counts.due !== plain.counts.due || app.rows.length !== plain.rows) {
      throw new Error(`the list finds ${app.counts.due} due, the plain SQL ${plain.counts.due}`)
    }
    const times = await inTurn(list, bare)
    say(`due list: ${median(times.list).toFixed(0)} ms, plain SQL ${median(times.bare).toFixed(0)} ms`)
    return {
      case: `due list of ${STAFF}; beside plain SQL`,
      figure: `${median(times.list).toFixed(0)} ms`,
      beside: `${median(times.bare).toFixed(0)} ms`,
      ...ratio(median(times.list) / median(times.bare)),
      bound: { atMost: 1.3 },
      details: { ...times, counts: app.counts },
    }
  } finally {
    await opened.close()
  }
}

/** Milliseconds of each, turn by turn. */
async function inTurn(list: () => Promise<DuePage>, bare: () => Promise<unknown>) {
  const times = { list: [] as number[], bare: [] as number[] }
  for (let round = 0; round < ROUNDS; round++) {
    for (const [name, run] of [
      ['list', list],
      ['bare', bare],
    ] as const) {
      const began = performance.now()
      await run()
      times[name].push(performance.now() - began)
    }
  }
  return times
}

/** One in fifty is exempt, one in seventy was or is on exchange. */
async function makeExchange(opened: Database): Promise<void> {
  if ((await opened.db.exchangeExemption.count()) > 0) return
  await opened.executeSql(`
    insert into exchange_exemption (id, person_id, org_id, kind, valid_from, valid_to)
    select gen_random_uuid(), person_id, org_id, case when hashtext(staff_number) % 3 = 0 then 'graduating_class' else 'illness' end,
      '2026-03-01', '2027-02-01'
    from roster_entry where valid_from <= '2026-09-01' and valid_to > '2026-09-01' and hashtext(staff_number) % 50 = 0`)
  await opened.executeSql(`
    insert into exchange_posting (id, person_id, form, home_org_id, host_org_id, valid_from, valid_to, planned_to)
    select gen_random_uuid(), person_id, 'fixed_term', org_id, host, began, began + 365, began + 365
    from (select e.*, (select o.id from organisation o where o.kind = 'school' and o.id <> e.org_id limit 1) as host,
        case when hashtext(staff_number) % 140 = 1 then date '2026-01-01' else date '2023-09-01' end as began
      from roster_entry e where valid_from <= '2026-09-01' and valid_to > '2026-09-01'
        and hashtext(staff_number) % 70 = 1) going`)
  await opened.executeSql('vacuum analyze exchange_exemption, exchange_posting')
}

/** A registrar of the whole prefecture. */
export async function benchReader(opened: Database) {
  const root = await opened.db.organisation.findFirstOrThrow({ where: { parentId: null } })
  const username = 'bench-due'
  const account =
    (await opened.db.account.findUnique({ where: { username } })) ??
    (await opened.db.account.create({
      data: {
        id: newId(),
        username,
        displayName: '市局人事科',
        organisationId: root.id,
        passwordHash: '',
        mustChangePassword: false,
        grants: { create: { id: newId(), role: 'registrar', organisationId: root.id } },
      },
    }))
  const found = await findActor(opened.db, account.id)
  if (!found) throw new Error('the account of the bench is disabled')
  return found.actor
}

/** The same question for the default numbers of 2026, written by hand: no settings, no scope, no decisions. */
const PLAIN = `
  with ground as (
    select person_id, bool_or(kind in ('pregnancy', 'nursing', 'illness', 'dependants', 'served_elsewhere')) as exempts
    from exchange_exemption where valid_from <= '2026-09-01' and valid_to > '2026-09-01' group by person_id
  ),
  away as (
    select person_id, max(valid_to) as until from exchange_posting
    where cancelled_at is null and valid_from < '2026-09-01' and valid_to > '2026-09-01' group by person_id
  ),
  back as (
    select person_id, max(valid_to) as day from exchange_posting
    where cancelled_at is null and valid_to <= '2026-09-01' and valid_to >= valid_from + interval '10 months'
    group by person_id
  ),
  told as (
    select e.person_id, e.sort_key, e.staff_number, e.name, o.name as school, e.stage, e.subject, e.title_level,
      e.org_since, e.birth_date, e.sex, e.status, e.school_post, e.staff_category, a.until, b.day,
      e.honours && array['backbone_county', 'backbone_city', 'teaching_expert_county'] as is_backbone, case
      when o.kind not in ('school', 'teaching_point') or not o.is_public or e.stage not in ('primary', 'junior')
        or e.stage is null or e.establishment_org_id is null or e.staff_category <> 'full_time_teacher'
        or e.birth_date < case when e.sex = '1' then date '1966-05-01' else date '1971-05-01' end then 'not_subject'
      when greatest(e.org_since, b.day) > '2020-09-01'
        or coalesce(e.title_level, 'none') not in ('level_1', 'senior', 'full_senior') then 'not_yet'
      when g.exempts or e.birth_date < case when e.sex = '1' then date '1970-05-01' else date '1975-05-01' end
        then 'exempt'
      when g.person_id is not null or a.person_id is not null or e.status <> 'in_post' then 'deferred'
      else 'due' end as outcome
    from roster_entry e join organisation o on o.id = e.org_id
    left join ground g on g.person_id = e.person_id
    left join away a on a.person_id = e.person_id
    left join back b on b.person_id = e.person_id
    where e.valid_from <= '2026-09-01' and e.valid_to > '2026-09-01'
      and e.status not in ('retired', 'left', 'deceased')
  )`

async function bareList(opened: Database): Promise<{ counts: Record<string, number>; rows: number }> {
  const counted = await opened.executeSql(`${PLAIN} select outcome, count(*)::int from told group by outcome`)
  const page = await opened.executeSql(
    `${PLAIN} select * from told where outcome = 'due' order by sort_key, person_id limit 51`,
  )
  const counts = Object.fromEntries(counted.rows.map(({ outcome, count }) => [outcome, Number(count)]))
  return { counts, rows: Math.min(50, page.rows.length) }
}
