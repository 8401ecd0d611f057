/** Digests: made once a day of what is not read yet, sent by the channels that somebody chose, tried again, told where an address is wrong. */

import { hourInChina, today } from '#app/platform/clock.server.ts'
import type { Db } from '#app/platform/database/client.server.ts'
import { fromDbDate, toDbDate } from '#app/platform/database/dates.server.ts'
import {
  type NotificationChoice,
  Prisma,
  type PrismaClient,
} from '#app/platform/database/generated/client.ts'
import { settings } from '#app/platform/env.server.ts'
import { isLocale } from '#app/platform/i18n/locale.ts'
import { translator } from '#app/platform/i18n/translate.ts'
import type { Words } from '#app/platform/i18n/words.ts'
import { decryptPersonal } from '#app/platform/privacy/personal-data.server.ts'
import { hasMail, sendMail } from './email.server.ts'
import { notify } from './notify.server.ts'
import { later, type SendOutcome } from './outcome.ts'
import { postToRobot } from './robot.server.ts'
import type { Robot } from './robot.ts'
import { waitAfter } from './schedule.ts'
import { textOf } from './text.server.ts'

const { sql } = Prisma

/** So many at a time. */
const ACCOUNTS = 500
const DELIVERIES = 20
/** Who took a delivery and was never heard of again lets go of it. */
const HELD_MS = 5 * 60_000
const MOST_LINES = 50

export type Channel = 'email' | 'webhook'

export async function sweepDigests(db: PrismaClient, now = new Date()): Promise<void> {
  await makeDigests(db, now)
  await sendDigests(db, now)
}

const isQuietNow = (hour: number) => sql`(case when c.quiet_from <= c.quiet_until
  then ${hour}::int >= c.quiet_from and ${hour}::int < c.quiet_until
  else ${hour}::int >= c.quiet_from or ${hour}::int < c.quiet_until end)`

/** What waits for accounts whose hour has come goes into one digest of the day. */
async function makeDigests(db: PrismaClient, now: Date): Promise<void> {
  const [day, hour] = [today(now), hourInChina(now)]
  const byMail = sql`(${hasMail()} and c.email is not null and c.email_problem is null)`
  const byRobot = sql`(c.webhook is not null and c.webhook_problem is null)`
  await db.$executeRaw`
    with due as materialized (
      select c.account_id, ${byMail} as by_mail, ${byRobot} as by_robot
      from notification_choice c join account a on a.id = c.account_id and a.disabled_at is null
      where c.digest_hour <= ${hour}::int and (${byMail} or ${byRobot}) and not ${isQuietNow(hour)}
        and exists (select from notification n where n.account_id = c.account_id and n.read_at is null and n.digest_day is null)
        and not exists (select from notification_delivery d where d.account_id = c.account_id and d.day = ${day}::date)
      order by c.account_id limit ${ACCOUNTS}
      for update of c skip locked
    ), taken as (
      update notification n set digest_day = ${day}::date from due
      where n.account_id = due.account_id and n.read_at is null and n.digest_day is null
    )
    insert into notification_delivery (id, account_id, channel, day, next_at)
    select gen_random_uuid(), account_id, channel, ${day}::date, ${now}::timestamptz
    from due cross join lateral (values ('email', by_mail), ('webhook', by_robot)) as by(channel, is_on)
    where is_on
    on conflict (account_id, channel, day) do nothing`
}

type Due = { id: string; accountId: string; channel: Channel; day: Date; attempts: number }

/** Sends what is due; whoever else is at it has others. */
async function sendDigests(db: PrismaClient, now: Date): Promise<void> {
  const until = new Date(now.getTime() + HELD_MS)
  const due = await db.$queryRaw<Due[]>`
    update notification_delivery d set attempts = d.attempts + 1, next_at = ${until}::timestamptz
    where d.id in (
      select d.id from notification_delivery d join notification_choice c on c.account_id = d.account_id
      where d.state = 'waiting' and d.next_at <= ${now}::timestamptz and not ${isQuietNow(hourInChina(now))}
      order by d.next_at limit ${DELIVERIES} for update of d skip locked)
    returning d.id, d.account_id as "accountId", d.channel, d.day, d.attempts`
  await Promise.all(due.map((one) => deliver(db, one, now)))
}

async function deliver(db: PrismaClient, due: Due, now: Date): Promise<void> {
  const choice = await db.notificationChoice.findUniqueOrThrow({ where: { accountId: due.accountId } })
  const outcome = await sendOne(db, due, choice)
  const wait = waitAfter(due.attempts)
  await db.$transaction(async (tx) => {
    if (outcome.is === 'wrong') await tellWrong(tx, due, outcome.problem)
    const isOver = outcome.is !== 'later' || wait === null || outcome.problem === 'removed'
    await tx.notificationDelivery.update({
      where: { id: due.id },
      data: {
        problem: outcome.is === 'sent' ? null : outcome.problem,
        state: isOver ? endOf(outcome) : 'waiting',
        endedAt: isOver ? now : null,
        nextAt: new Date(now.getTime() + (wait ?? 0)),
      },
    })
  })
}

const endOf = ({ is }: SendOutcome) =>
  is === 'sent' ? 'sent' : is === 'wrong' ? 'wrong_address' : 'given_up'

/** The address is not used any more, and its holder reads why in the house. */
async function tellWrong(tx: Db, { accountId, channel, id }: Due, problem: string): Promise<void> {
  const data = channel === 'email' ? { emailProblem: problem } : { webhookProblem: problem }
  await tx.notificationChoice.update({ where: { accountId }, data })
  const told = { key: `notification.wrong:${id}`, values: {}, href: '/me/notifications/choices' }
  await notify(tx, [{ accountId, ...told, topic: `notification.wrong_${channel}` }])
}

async function sendOne(db: PrismaClient, due: Due, choice: NotificationChoice): Promise<SendOutcome> {
  const words = wordsIn(choice.locale)
  const found = await db.notification.findMany({
    where: { accountId: due.accountId, digestDay: toDbDate(fromDbDate(due.day)) },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
    take: MOST_LINES,
  })
  const { t } = words
  const count = found.length
  const home = `${settings().PUBLIC_URL ?? ''}/me/notifications`
  if (due.channel === 'email') {
    if (!choice.email || choice.emailProblem) return later('removed')
    const lines = found.map((one) => `· ${textOf(one, words)}\n  ${settings().PUBLIC_URL ?? ''}${one.href}`)
    const text = [t('notification.digest_head', { count }), ...lines, t('notification.digest_foot', { home })]
    return sendMail({
      ...{ to: decryptPersonal(choice.email), id: due.id, text: text.join('\n\n') },
      subject: t('notification.digest_subject', { count }),
    })
  }
  if (!choice.webhook || choice.robot === 'none') return later('removed')
  const robot = choice.robot as Exclude<Robot, 'none'>
  return postToRobot(robot, decryptPersonal(choice.webhook), t('notification.robot_text', { count, home }))
}

/** In the language in which the choice was made. */
export function wordsIn(locale: string): Words {
  const known = isLocale(locale) ? locale : 'zh-CN'
  return { t: translator(known), locale: known }
}

/** Sends a word by a channel at once, to see whether it comes. */
export async function sendTrial(choice: NotificationChoice, channel: Channel): Promise<SendOutcome> {
  const { t } = wordsIn(choice.locale)
  const text = t('notification.trial_text')
  if (channel === 'email') {
    if (!choice.email) return later('removed')
    const to = decryptPersonal(choice.email)
    return sendMail({ to, subject: t('notification.trial_subject'), text, id: crypto.randomUUID() })
  }
  if (!choice.webhook || choice.robot === 'none') return later('removed')
  return postToRobot(choice.robot as Exclude<Robot, 'none'>, decryptPersonal(choice.webhook), text)
}
