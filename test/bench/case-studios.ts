/**
 * Cases of studios: the month of a studio with 200 activities in it, and coverage of 1,000 schools x 6 terms x 15 subjects, under load beside
 * their SQL from a bare server; a proposal for 100 studios and 600 schools in a thread.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { CODE_LISTS } from '#app/modules/registry/index.ts'
import { calendarView } from '#app/modules/studios/activities/calendar.view.server.ts'
import { termsUntil } from '#app/modules/studios/coverage/coverage.ts'
import { coverageView } from '#app/modules/studios/coverage/coverage.view.server.ts'
import { dutyOfTerm, type ProposalProblem } from '#app/modules/studios/proposals/proposal.ts'
import { runProposal } from '#app/modules/studios/proposals/propose.server.ts'
import { findOwnStudio } from '#app/modules/studios/studios/own-studio.queries.server.ts'
import { today } from '#app/platform/clock.server.ts'
import type { Database } from '#app/platform/database/client.server.ts'
import { translator } from '#app/platform/i18n/translate.ts'
import { newId } from '#app/platform/ids.ts'
import { randomOf } from '#prisma/seed/random.ts'
import { startApp } from '#test/harness/app-server.ts'
import { signedIn } from '#test/harness/request.ts'
import type { Statement } from './bare-server.ts'
import { startServer } from './child.ts'
import { loadsInTurn, median, type Page } from './measure.ts'
import type { Place } from './place.ts'
import { recorded } from './recorded.ts'
import { type Finding, ratio, say } from './report.ts'
import { makeStaff } from './staff.ts'
import { signIn } from './staff-home.ts'

const STAFF = 60_000
const SCHOOLS = 1_000
const TERMS = 6
const SUBJECTS = 15
const ACTIVITIES = 200
const STUDIOS = 100
const PROPOSED_SCHOOLS = 600
const SEARCH_SECONDS = 25

const words = { t: translator('zh-CN'), locale: 'zh-CN' as const }

export async function studioCases(place: Place): Promise<Finding[]> {
  const findings = [await proposalCase()]
  if (place.kind === 'embedded') return findings
  const home = await place.home('studios')
  const opened = await home.open()
  await makeStaff(opened, STAFF)
  const { actor, cookie } = await signIn(opened)
  const leader = await makeStudios(opened)
  await place.settle()
  const { db } = opened
  const day = today()
  const own = `/me/studios/${leader.studioId}`
  const month = await recorded(async () => {
    await findOwnStudio(db, leader.personId, leader.studioId, day)
    const asked = { studioId: leader.studioId, path: own, leads: true, hrefOf: (id: string) => id }
    await calendarView(db, asked, new URLSearchParams(), day, words)
  })
  const params = new URLSearchParams()
  const coverage = await recorded(() => coverageView({ db, actor, params, today: day, words }))
  await opened.close()
  const scratch = mkdtempSync(path.join(tmpdir(), 'shizi-bench-studios-'))
  const file = path.join(scratch, 'studios.json')
  writeFileSync(file, JSON.stringify([month, coverage] satisfies Statement[][]))
  const bare = await startServer('bare-server.ts', [file], home.env)
  const app = await startApp(home.env)
  const page = (at: string, Cookie: string): Page => ({ origin: app.origin, path: at, headers: { Cookie } })
  const beside = (at: number): Page => ({ origin: bare.origin, path: `/${at}` })
  try {
    const title = `coverage of ${SCHOOLS} schools x ${TERMS} terms x ${SUBJECTS} subjects; beside its SQL`
    findings.unshift(
      await loadCase(
        `month of a studio, ${ACTIVITIES} activities; beside its SQL`,
        page(own, leader.cookie),
        beside(0),
      ),
      await loadCase(title, page('/studios/coverage', cookie), beside(1)),
    )
  } finally {
    await app.stop()
    await bare.stop()
    rmSync(scratch, { recursive: true, force: true })
    await place.drop('studios')
  }
  return findings
}

async function loadCase(title: string, page: Page, beside: Page): Promise<Finding> {
  const turns = { connections: 8, seconds: 6, rounds: 3 }
  const { a, b, runs } = await loadsInTurn([page], [beside], turns)
  return {
    case: title,
    figure: `${a.perSecond.toFixed(1)}/s p50 ${a.p50} p99 ${a.p99} ms`,
    beside: `${b.perSecond.toFixed(1)}/s p50 ${b.p50} p99 ${b.p99} ms`,
    ...ratio(median(runs.map((run) => run.a.perSecond / run.b.perSecond))),
    bound: { atLeast: 0.15 },
    details: { runs },
  }
}

/** A studio in full swing, and a visit of every subject to every village school in every term. */
async function makeStudios(opened: Database) {
  const { db, executeSql } = opened
  say(`${SCHOOLS * TERMS * SUBJECTS} visits to ${SCHOOLS} schools`)
  const schools = await db.organisation.findMany({
    where: { kind: { in: ['school', 'teaching_point'] } },
    orderBy: { id: 'asc' },
    take: SCHOOLS,
    select: { id: true },
  })
  const ids = schools.map(({ id }) => id)
  await db.organisation.updateMany({ where: { id: { in: ids } }, data: { placeType: '220' } })
  const root = await db.organisation.findFirstOrThrow({ where: { parentId: null } })
  const home = await db.organisation.findFirstOrThrow({ where: { kind: 'school', id: { notIn: ids } } })
  const person = await db.person.findFirstOrThrow({ orderBy: { id: 'asc' } })
  const studioId = newId()
  const term = { validFrom: new Date('2020-09-01'), validTo: new Date('2095-09-01') }
  await db.studio.create({
    data: {
      ...{ id: studioId, name: '语文名师工作室', tier: 'city', orgId: root.id, schoolId: home.id, ...term },
      ...{ stage: 'primary', subject: 'chinese' },
      members: { create: { id: newId(), personId: person.id, role: 'leader', ...term } },
    },
  })
  const spans = termsUntil(today(), TERMS)
  const subjects = CODE_LISTS.subject.slice(0, SUBJECTS).map(({ code }) => code)
  await executeSql(
    `insert into studio_activity (id, studio_id, kind, title, starts_at, ends_at, host_id, stage, subject, state, confirmed_at, confirmed_by_name, heard, answered)
     select gen_random_uuid(), $1::uuid, 'outreach', '送教下乡', at, at + interval '2 hours', h.id, 'primary', s.code, 'confirmed', at, '学校', 5, 4
     from unnest($2::uuid[]) with ordinality h(id, n), unnest($3::text[]) with ordinality s(code, m), unnest($4::date[]) with ordinality t(first, k),
       lateral (select (t.first + ((h.n * 7 + s.m * 3) % 120)::int)::timestamptz + interval '6 hours' as at) x
     where t.first < current_date`,
    [studioId, ids, subjects, spans.map(({ from }) => from)],
  )
  const full = await db.studio.create({
    data: {
      ...{ id: newId(), name: '数学名师工作室', tier: 'city', orgId: root.id, schoolId: home.id, ...term },
      ...{ stage: 'primary', subject: 'mathematics' },
    },
  })
  await fillMonth(opened, { studioId: full.id, hostId: home.id })
  const other = await db.person.findFirstOrThrow({
    where: { id: { not: person.id } },
    orderBy: { id: 'asc' },
  })
  await db.studioMember.create({
    data: { id: newId(), studioId: full.id, personId: other.id, role: 'leader', ...term },
  })
  const accountId = newId()
  await db.account.create({
    data: {
      ...{ id: accountId, username: 'bench-leader', displayName: '主持人', organisationId: home.id },
      ...{ personId: other.id, passwordHash: '', mustChangePassword: false },
    },
  })
  await executeSql('vacuum analyze studio_activity, studio, studio_member, organisation')
  return { studioId: full.id, personId: other.id, cookie: (await signedIn(accountId)).Cookie }
}

/** Seven or so a day of the month. */
async function fillMonth({ db }: Database, what: { studioId: string; hostId: string }): Promise<void> {
  const month = today().slice(0, 8)
  await db.studioActivity.createMany({
    data: Array.from({ length: ACTIVITIES }, (_, at) => {
      const day = `${month}${String((at % 28) + 1).padStart(2, '0')}`
      const startsAt = new Date(
        `${day}T${String(8 + (Math.floor(at / 28) % 9)).padStart(2, '0')}:00:00+08:00`,
      )
      return {
        ...{ id: newId(), ...what, kind: 'seminar', title: `主题研讨 ${at}`, state: 'planned' },
        ...{ stage: 'primary', subject: 'mathematics', startsAt },
        endsAt: new Date(startsAt.getTime() + 2_700_000),
      }
    }),
  })
}

/** A city's studios of four stages and ten subjects, and village schools around them. */
function madeProblem(): ProposalProblem {
  const random = randomOf('bench proposal')
  const pick = <Item>(items: readonly Item[]): Item => items[random.int(0, items.length - 1)] as Item
  const stages = ['kindergarten', 'primary', 'junior', 'senior'] as const
  const subjects = CODE_LISTS.subject.slice(0, 10).map(({ code }) => code)
  const place = () => ({ latitude: 36 + random.next(), longitude: 115.5 + random.next() })
  return {
    studios: Array.from({ length: STUDIOS }, (_, at) => ({
      ...{ id: `t${at}`, stage: pick(stages), subject: pick(subjects), schoolId: `h${at}`, countyId: null },
      ...{ place: place(), left: dutyOfTerm(random.int(4, 12)) },
    })),
    schools: Array.from({ length: PROPOSED_SCHOOLS }, (_, at) => ({
      ...{ id: `s${at}`, stages: [pick(stages), pick(stages)], countyId: null, place: place() },
      ...{
        missing: random.int(0, 6),
        room: 2,
        taught: [],
        visited: subjects.filter(() => random.chance(0.3)),
      },
    })),
    goals: { missing: 100, newSubject: 60, kilometre: 0.5 },
    travelMost: 60,
  }
}

async function proposalCase(): Promise<Finding> {
  const problem = madeProblem()
  const since = performance.now()
  const answer = await runProposal(problem, { searchSeconds: SEARCH_SECONDS })
  const seconds = (performance.now() - since) / 1000
  const proof = answer.isProven ? 'proven' : `gap ${(answer.gap * 100).toFixed(2)}%`
  return {
    case: `proposal, ${STUDIOS} studios x ${PROPOSED_SCHOOLS} schools in a thread`,
    figure: `${seconds.toFixed(1)} s, ${proof}`,
    beside: `${answer.visits.length} visits, ${answer.columns} columns`,
    ...{ value: seconds, shown: `${seconds.toFixed(1)} s`, bound: { atMost: 30 } },
    details: { unreached: answer.unreached.length, gap: answer.gap },
  }
}
