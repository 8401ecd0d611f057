/** One's notifications, how one is told, and what became of the digests, as the pages show them. */
import type { Actor } from '#app/platform/access/actor.ts'
import type { Db } from '#app/platform/database/client.server.ts'
import { fromDbDate } from '#app/platform/database/dates.server.ts'
import { settings } from '#app/platform/env.server.ts'
import { drawSections } from '#app/platform/forms/draw-form.server.ts'
import type { FormView } from '#app/platform/forms/form-view.ts'
import type { ActRefusal } from '#app/platform/forms/run-form.server.ts'
import { formatDay, formatMoment } from '#app/platform/i18n/format.ts'
import type { ServerKey } from '#app/platform/i18n/translate.ts'
import type { Words } from '#app/platform/i18n/words.ts'
import { decryptPersonal } from '#app/platform/privacy/personal-data.server.ts'
import type { ChoiceRefusal } from './choices.commands.server.ts'
import { choiceForm } from './choices.ts'
import type { Channel } from './digest.server.ts'
import { hasMail } from './email.server.ts'
import type { Problem } from './outcome.ts'
import { textOf } from './text.server.ts'

const MOST_SHOWN = 100
const MOST_DELIVERIES = 10

/** The latest, what is not read first. */
export async function notificationsView(db: Db, { accountId }: Actor, words: Words) {
  const found = await db.notification.findMany({
    where: { accountId },
    orderBy: [{ createdAt: 'desc' }, { id: 'asc' }],
    take: MOST_SHOWN,
  })
  const items = found.map((one) => ({
    ...{ id: one.id, href: one.href, isRead: one.readAt !== null },
    ...{ text: textOf(one, words), at: formatMoment(one.createdAt) },
  }))
  const unread = items.filter(({ isRead }) => !isRead)
  return { unread, read: items.filter(({ isRead }) => isRead) }
}
export type NotificationsView = Awaited<ReturnType<typeof notificationsView>>

/** How many are not read. */
export function countUnread(db: Db, accountId: string): Promise<number> {
  return db.notification.count({ where: { accountId, readAt: null } })
}

export async function choicesView(db: Db, { accountId }: Actor, words: Words) {
  const { t, locale } = words
  const choice = await db.notificationChoice.findUnique({ where: { accountId } })
  const [deliveries, feed] = [
    await db.notificationDelivery.findMany({
      where: { accountId },
      orderBy: [{ day: 'desc' }, { channel: 'asc' }],
      take: MOST_DELIVERIES,
    }),
    await db.calendarFeed.findUnique({ where: { accountId } }),
  ]
  const problems = [
    choice?.emailProblem && t('notification.wrong_email'),
    choice?.webhookProblem && t('notification.wrong_webhook'),
  ].filter((one): one is string => Boolean(one))
  return {
    form: choiceFormView(choice, words),
    problems,
    hasMail: hasMail(),
    trials: [choice?.email && ('email' as const), choice?.webhook && ('webhook' as const)].filter(
      (one): one is Channel => Boolean(one),
    ),
    feed: feed && `${settings().PUBLIC_URL ?? ''}/calendars/${decryptPersonal(feed.secret)}.ics`,
    deliveries: deliveries.map((one) => ({
      ...{ id: one.id, day: formatDay(fromDbDate(one.day), locale) },
      channel: t(`notification.channel_${one.channel as Channel}`),
      state: t(`notification.state_${one.state}` as ServerKey),
      attempts: String(one.attempts),
      problem: one.problem ? t(`notification.problem_${one.problem as Problem}`) : '',
    })),
  }
}
export type ChoicesView = Awaited<ReturnType<typeof choicesView>>

type Kept = Awaited<ReturnType<Db['notificationChoice']['findUnique']>>

function choiceFormView(choice: Kept, words: Words): FormView {
  const { t } = words
  const values = {
    email: choice?.email ? decryptPersonal(choice.email) : '',
    webhook: choice?.webhook ? decryptPersonal(choice.webhook) : '',
    robot: choice?.robot ?? 'none',
    digestHour: String(choice?.digestHour ?? 7),
    quietFrom: String(choice?.quietFrom ?? 21),
    quietUntil: String(choice?.quietUntil ?? 7),
  }
  return {
    ...{ title: t('notification.choices'), trail: [], intro: '', submitLabel: t('notification.save') },
    sections: drawSections(choiceForm.sections, words, { values }),
  }
}

const fieldOf: Record<ChoiceRefusal, string> = {
  ...{ webhook_missing: 'webhook', webhook_wrong: 'webhook', no_mail: 'email' },
}

export function choiceRefusalOf({ reason }: { reason: ChoiceRefusal }): ActRefusal {
  return { ok: false, key: `notification.error_${reason}`, field: fieldOf[reason] }
}
