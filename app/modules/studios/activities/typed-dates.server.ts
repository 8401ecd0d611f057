/** Dates as they are typed, or were sent to be checked: what stands against them, in words. */
import { schoolOfText } from '#app/modules/registry/index.server.ts'
import type { Actor } from '#app/platform/access/actor.ts'
import type { Db } from '#app/platform/database/client.server.ts'
import { isPlainDate, type PlainDate } from '#app/platform/dates.ts'
import type { Words } from '#app/platform/i18n/words.ts'
import { isId } from '#app/platform/ids.ts'
import { policiesAt } from '#app/platform/policy/policies.server.ts'
import { repeatOf } from './activity.form.server.ts'
import { activityProblem } from './activity.ts'
import { type ClashView, clashView } from './clash.view.server.ts'
import { findClashes } from './clashes.server.ts'
import { daysOf, type Repeat } from './repeat.ts'

/** A policy bounds a series when it is scheduled; while one types, no more than these are looked at. */
const DAYS_LOOKED_AT = 60
const SHOWN_AT_MOST = 12
const always = { validFrom: '2000-01-01', validTo: '2100-01-01' }

/** `query`: the form's fields by name; what cannot be read yet is not asked about. */
export async function clashesWhileTyped(
  db: Db,
  actor: Actor,
  leaderId: string,
  query: URLSearchParams,
  today: PlainDate,
  words: Words,
): Promise<ClashView[]> {
  const field = (name: string) => query.get(name) ?? ''
  const time = { day: field('day'), from: field('from'), to: field('to') }
  if (activityProblem(time, always) || time.day < today) return []
  const kind = field('repeat')
  const repeat = repeatOf({
    repeat: kind === 'weekly' || kind === 'days' ? kind : 'once',
    everyWeeks: Math.min(8, Math.max(1, Number(field('everyWeeks')) || 1)),
    ...{ until: field('until'), days: field('days') },
  })
  const isReadable = repeat.kind !== 'days' || repeat.days.every(isPlainDate)
  const repeated = daysOf(time.day, isReadable ? repeat : { kind: 'once' }, DAYS_LOOKED_AT)
  const people = query.getAll('people').filter(isId)
  const found = await findClashes(db, {
    ...{ ...time, days: repeated.ok ? repeated.days : [time.day], except: null },
    people: [leaderId, ...people.slice(0, 100)],
    hostId: await schoolOfText(db, actor, field('hostId').slice(0, 200)),
    room: field('room').slice(0, 100) || null,
  })
  return found.slice(0, SHOWN_AT_MOST).map((one) => clashView(one, words))
}

type Sent = {
  day: PlainDate
  from: string
  to: string
  repeat: Repeat
  people: readonly string[]
  leaderId: string
  hostId: string
  room: string | null
  except: string | null
  studio: { orgId: string; schoolId: string }
}

/** What follows from sending it, with all that stands against the dates; told before anything is written. */
export async function datesForeseen(db: Db, sent: Sent, today: PlainDate, words: Words): Promise<string[]> {
  const { t } = words
  const { studio, leaderId, people, repeat, day } = sent
  const most = (await policiesAt(db, studio.orgId, today)).use('studios.repeat_most').value
  const repeated = daysOf(day, repeat, most)
  const days = repeated.ok ? repeated.days.filter(isPlainDate) : [day]
  const clashes = await findClashes(db, { ...sent, days, people: [leaderId, ...people] })
  const told = clashes.slice(0, SHOWN_AT_MOST).map((one) => {
    const { text, advice } = clashView(one, words)
    return `${text} ${advice}`
  })
  return [
    ...(days.length > 1 ? [t('activity.follows_series', { count: days.length })] : []),
    t(sent.hostId === studio.schoolId ? 'activity.follows_own' : 'activity.follows_asked'),
    ...told,
    ...(clashes.length > SHOWN_AT_MOST ? [t('clash.more', { count: clashes.length - SHOWN_AT_MOST })] : []),
  ]
}
