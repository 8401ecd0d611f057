/**
 * Cases: the inbox of a county with 20,000 open cases, as its page asks it, beside the same in plain SQL; and the public notice of 500
 * names, as the real server sends it, beside its row from a bare one.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Actor } from '#app/platform/access/actor.ts'
import { listInbox } from '#app/platform/approvals/inbox.queries.server.ts'
import { findActor } from '#app/platform/auth/actor.queries.server.ts'
import { today } from '#app/platform/clock.server.ts'
import type { Database } from '#app/platform/database/client.server.ts'
import { addDays } from '#app/platform/dates.ts'
import { newId } from '#app/platform/ids.ts'
import { startApp } from '#test/harness/app-server.ts'
import { startServer } from './child.ts'
import { loadsInTurn, median } from './measure.ts'
import type { Home, Place } from './place.ts'
import { type Finding, ratio, say } from './report.ts'

const CASES = 20_000
const COUNTIES = 8
const NAMES = 500
const ROUNDS = 25
const PROCESS = 'exchange.plan'
const ACTION = 'exchange:approve'

type Made = { countyId: string; actor: Actor; noticeId: string }

export async function approvalCases(place: Place): Promise<Finding[]> {
  const home = await place.home('approvals')
  const opened = await home.open()
  let made: Made
  let inbox: Finding
  try {
    made = await makeCases(opened)
    await place.settle()
    inbox = await inboxCase(opened, made)
  } finally {
    await opened.close()
  }
  const notice = await noticeCase(place, home, made)
  await place.drop('approvals')
  return [inbox, notice]
}

/** Eight counties with so many cases each; in one of them a leader whom all of its cases wait for, and a notice. */
async function makeCases(opened: Database): Promise<Made> {
  const { db, executeSql } = opened
  const city = newId()
  const row = (id: string, kind: string, name: string, parentId?: string) =>
    db.organisation.create({ data: { id, kind, code: id, name, sortKey: name, parentId, lineage: [] } })
  await row(city, 'prefecture', '聊城市')
  const counties = Array.from({ length: COUNTIES }, () => newId())
  for (const [at, id] of counties.entries()) await row(id, 'county', `县 ${at}`, city)
  const [countyId = ''] = counties
  const account = await db.account.create({
    data: {
      ...{ id: newId(), username: 'bench-leader', displayName: '分管领导', organisationId: countyId },
      ...{ passwordHash: '', mustChangePassword: false },
      grants: { create: { id: newId(), role: 'leader', organisationId: countyId } },
    },
  })
  const found = await findActor(db, account.id)
  if (!found) throw new Error('the account of the bench is disabled')
  await executeSql(`
    insert into approval_case (id, process, subject, title, organisation_id, opened_by_id, opened_by_name, state, steps, content_hash)
    select gen_random_uuid(), '${PROCESS}', 'round:' || c.id || at, '名单 ' || at, c.id, '${account.id}', '人事股', 'waiting', 3, ''
    from generate_series(1, ${CASES}) at cross join organisation c where c.kind = 'county';
    insert into approval_wait (case_id, organisation_id, for_org_id, action, due_on)
    select id, organisation_id, organisation_id, '${ACTION}', '${today()}'::date + 1 + abs(hashtext(subject) % 40)
    from approval_case`)
  await executeSql('vacuum analyze approval_case, approval_wait')
  const noticeId = newId()
  const rows = Array.from({ length: NAMES }, (_, at) => ({
    ...{ name: `教师${at}`, organisation: `第 ${at % 40} 小学`, note: '→ 梁水镇中心小学' },
  }))
  const noticed = await db.approvalCase.findFirstOrThrow({ where: { organisationId: countyId } })
  await db.publicNotice.create({
    data: {
      ...{ id: noticeId, caseId: noticed.id, number: 1, title: '名单', rows, contentHash: '' },
      ...{ firstDay: new Date(today()), lastDay: new Date(addDays(today(), 5)) },
    },
  })
  return { countyId, actor: found.actor, noticeId }
}

/** The page's rows and its total, by hand: no seats, no parties, no delegations. */
const PLAIN_ROWS = `
  select c.id, c.process, c.title, c.step, o.name, c.opened_by_name, w.due_on::text, w.is_escalated
  from approval_wait w join approval_case c on c.id = w.case_id join organisation o on o.id = c.organisation_id
  where w.organisation_id = $org and w.action = '${ACTION}' order by w.due_on, w.case_id limit 51`
const PLAIN_TOTAL = `
  select count(*) from (select from approval_wait w where w.organisation_id = $org and w.action = '${ACTION}' limit 10001) w`

async function inboxCase({ db, executeSql }: Database, { actor, countyId }: Made): Promise<Finding> {
  const of = (text: string) => text.replace('$org', `'${countyId}'`)
  const times = { inbox: [] as number[], bare: [] as number[] }
  const runs = {
    inbox: async () => (await listInbox(db, actor, null, today())).rows.length,
    bare: async () => {
      await executeSql(of(PLAIN_TOTAL))
      return (await executeSql(of(PLAIN_ROWS))).rows.length - 1
    },
  }
  for (let round = -2; round < ROUNDS; round++)
    for (const name of ['inbox', 'bare'] as const) {
      const began = performance.now()
      const rows = await runs[name]()
      if (rows !== 50) throw new Error(`${name} finds ${rows} rows`)
      if (round >= 0) times[name].push(performance.now() - began)
    }
  const [inbox, bare] = [median(times.inbox), median(times.bare)]
  say(`inbox: ${inbox.toFixed(1)} ms, plain SQL ${bare.toFixed(1)} ms`)
  return {
    case: `inbox of ${CASES} open cases; beside plain SQL`,
    figure: `${inbox.toFixed(1)} ms`,
    beside: `${bare.toFixed(1)} ms`,
    ...ratio(inbox / bare),
    bound: { atMost: 1.3 },
    details: times,
  }
}

async function noticeCase(place: Place, home: Home, { noticeId }: Made): Promise<Finding> {
  const scratch = mkdtempSync(path.join(tmpdir(), 'shizi-bench-notice-'))
  const file = path.join(scratch, 'notice.json')
  const text = `select n.*, c.process, o.name from public_notice n join approval_case c on c.id = n.case_id
    join organisation o on o.id = c.organisation_id where n.id = $1`
  writeFileSync(file, JSON.stringify([[{ text, values: [noticeId] }]]))
  if (place.kind === 'embedded') throw new Error('the notice is measured on a server: leave --embedded out')
  const bare = await startServer('bare-server.ts', [file], home.env)
  const app = await startApp(home.env)
  try {
    const { a, b, runs } = await loadsInTurn(
      [{ origin: app.origin, path: `/notices/${noticeId}` }],
      [{ origin: bare.origin, path: '/0' }],
      { connections: 8, seconds: 5, rounds: 3 },
    )
    return {
      case: `public notice of ${NAMES} names, HTML; beside its row, JSON`,
      figure: `${Math.round(a.perSecond)}/s p50 ${a.p50} p99 ${a.p99} ms`,
      beside: `${Math.round(b.perSecond)}/s p50 ${b.p50} p99 ${b.p99} ms`,
      ...ratio(median(runs.map((run) => run.a.perSecond / run.b.perSecond))),
      bound: { atLeast: 0.15 },
      details: { runs },
    }
  } finally {
    await app.stop()
    await bare.stop()
    rmSync(scratch, { recursive: true, force: true })
  }
}
