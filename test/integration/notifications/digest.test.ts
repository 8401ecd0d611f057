/** Digests: one a day, when one wants them, tried again, and a wrong address told; with a real mail server. */
import ICAL from 'ical.js'
import { delay, HttpResponse, http } from 'msw'
import { afterAll, beforeAll, beforeEach, describe, expect, vi } from 'vitest'
import { calendarBehind } from '#app/composition/calendar.server.ts'
import { remind } from '#app/modules/training/reminders.server.ts'
import type { PrismaClient } from '#app/platform/database/generated/client.ts'
import { settings } from '#app/platform/env.server.ts'
import { makeFeed, saveChoice } from '#app/platform/notifications/choices.commands.server.ts'
import { sweepDigests } from '#app/platform/notifications/digest.server.ts'
import { notify } from '#app/platform/notifications/notify.server.ts'
import { decryptPersonal } from '#app/platform/privacy/personal-data.server.ts'
import { actorOf, buildAccount, buildPerson, buildSchool } from '#test/factories/registry.ts'
import { buildEntry } from '#test/factories/training.ts'
import { test, testOnServer } from '#test/harness/db.ts'
import { type MailServer, startMailServer } from '#test/harness/mail-server.ts'
import { outsideWorld } from '#test/mocks/server.ts'

const WECOM = 'https://qyapi.weixin.qq.com/cgi-bin/webhook/send'
const DINGTALK = 'https://oapi.dingtalk.com/robot/send'
const at = (hour: number, day = 28) => new Date(`2026-11-${day}T${String(hour).padStart(2, '0')}:05:00+08:00`)

let mail: MailServer
beforeAll(async () => {
  mail = await startMailServer()
  Object.assign(settings(), {
    SMTP_URL: mail.url,
    MAIL_FROM: 'shizi@example.org',
    PUBLIC_URL: 'https://shizi.example',
  })
})
afterAll(async () => {
  Object.assign(settings(), { SMTP_URL: undefined, PUBLIC_URL: undefined })
  await mail.stop()
})
beforeEach(() => void mail.mails.splice(0))

type Wish = Parameters<typeof saveChoice>[2]

async function holder(db: PrismaClient, wish: Partial<Wish> = {}) {
  const school = await buildSchool(db)
  const person = await buildPerson(db, { appointment: { workOrgId: school.id } })
  const account = await buildAccount(db, { organisationId: school.id, personId: person.id })
  const actor = await actorOf(db, account.id)
  if (!actor) throw new Error('no account')
  const choice = { email: 'wang@example.org', robot: 'none', webhook: null, locale: 'zh-CN' } as const
  const hours = { digestHour: 8, quietFrom: 21, quietUntil: 7 }
  expect(await saveChoice(db, actor, { ...choice, ...hours, ...wish })).toEqual({ ok: true })
  const tell = (key: string) =>
    notify(db, [
      {
        ...{ accountId: actor.accountId, key, topic: 'training.told_behind', href: '/me/hours' },
        values: { missing: 36, until: '2030-12-31' },
      },
    ])
  const deliveries = () =>
    db.notificationDelivery.findMany({ where: { accountId: actor.accountId }, orderBy: { day: 'asc' } })
  return { actor, school, person, tell, deliveries }
}

/** The text of a quoted-printable mail. */
function bodyOf(raw: string): string {
  const encoded = raw.slice(raw.indexOf('\r\n\r\n') + 4).replaceAll('=\r\n', '')
  return decodeURIComponent(encoded.replaceAll('%', '%25').replaceAll(/=([0-9A-F]{2})/g, '%$1'))
}

describe('a digest', () => {
  test('takes all that waits along once a day, at its hour, in its language', async ({ db }) => {
    const { tell, deliveries } = await holder(db)
    await tell('a')
    await tell('a')
    await tell('b')
    await sweepDigests(db, at(7))
    expect(mail.mails).toEqual([])
    await sweepDigests(db, at(8))
    await tell('c')
    await sweepDigests(db, at(9))
    expect(mail.mails.map(({ to }) => to)).toEqual(['wang@example.org'])
    const body = bodyOf(mail.mails[0]?.text ?? '')
    expect(body).toContain('您有 2 条新通知')
    expect(body).toContain('还差 36 学时，2030年12月31日前完成。')
    expect(body).toContain('https://shizi.example/me/hours')
    await sweepDigests(db, at(8, 29))
    expect(mail.mails).toHaveLength(2)
    expect((await deliveries()).map(({ state }) => state)).toEqual(['sent', 'sent'])
  })

  test('never goes out in quiet hours, and never without anything to say', async ({ db }) => {
    const { tell } = await holder(db, { digestHour: 0, quietFrom: 21, quietUntil: 9 })
    await sweepDigests(db, at(12))
    await tell('a')
    for (const hour of [0, 8, 21, 23]) await sweepDigests(db, at(hour))
    expect(mail.mails).toEqual([])
    await sweepDigests(db, at(9))
    expect(mail.mails).toHaveLength(1)
  })

  test('to a mailbox that is not there is told once, and no more is sent until the address is changed', async ({
    db,
  }) => {
    const { actor, tell, deliveries } = await holder(db, { email: 'wang@gone.example' })
    await tell('a')
    await sweepDigests(db, at(8))
    expect(await deliveries()).toMatchObject([
      { state: 'wrong_address', problem: 'unknown_address', attempts: 1 },
    ])
    const told = await db.notification.findMany({
      where: { accountId: actor.accountId },
      orderBy: { createdAt: 'asc' },
    })
    expect(told.map(({ topic }) => topic)).toEqual(['training.told_behind', 'notification.wrong_email'])
    await sweepDigests(db, at(8, 29))
    expect(await deliveries()).toHaveLength(1)
    const wish = { email: 'wang@example.org', robot: 'none', webhook: null, locale: 'zh-CN' } as const
    await saveChoice(db, actor, { ...wish, digestHour: 8, quietFrom: 21, quietUntil: 7 })
    await sweepDigests(db, at(8, 30))
    expect(mail.mails).toHaveLength(1)
  })

  test('that a mailbox cannot take now is tried again, later each time, and given up at last', async ({
    db,
  }) => {
    const { tell, deliveries } = await holder(db, { email: 'wang@full.example', quietFrom: 0, quietUntil: 0 })
    await tell('a')
    const waits: number[] = []
    let now = at(8)
    for (let tries = 0; tries < 6; tries++) {
      await sweepDigests(db, now)
      const [one] = await deliveries()
      expect(one?.attempts).toBe(tries + 1)
      waits.push((one?.nextAt.getTime() ?? 0) - now.getTime())
      // Too early nothing happens.
      await sweepDigests(db, new Date((one?.nextAt.getTime() ?? 0) - 1000))
      now = new Date(one?.nextAt.getTime() ?? 0)
    }
    expect(await deliveries()).toMatchObject([{ state: 'given_up', problem: 'refused', attempts: 6 }])
    expect(waits.slice(0, 5)).toEqual(waits.slice(0, 5).toSorted((a, b) => a - b))
  })

  test('by a robot says how many and where, and nothing of anybody', async ({ db }) => {
    const posted: unknown[] = []
    outsideWorld.use(
      http.post(WECOM, async ({ request }) => {
        posted.push(await request.json())
        return HttpResponse.json({ errcode: 0, errmsg: 'ok' })
      }),
    )
    const { tell } = await holder(db, { email: null, robot: 'wecom', webhook: `${WECOM}?key=secret` })
    await tell('a')
    await sweepDigests(db, at(8))
    expect(posted).toEqual([
      {
        msgtype: 'text',
        text: { content: 'Shizi 师资：您有 1 条新通知。https://shizi.example/me/notifications' },
      },
    ])
  })

  const robots = {
    wecom: [WECOM, `${WECOM}?key=secret`, 45009],
    dingtalk: [DINGTALK, `${DINGTALK}?access_token=secret`, 130101],
  } as const
  const answers = [
    ['429', () => new HttpResponse(null, { status: 429 }), 'busy'],
    ['500', () => new HttpResponse(null, { status: 500 }), 'busy'],
    ['a page', () => HttpResponse.html('<h1>登录</h1>'), 'not_understood'],
    ['a broken connection', () => HttpResponse.error(), 'no_answer'],
    ['too many at once', (errcode: number) => HttpResponse.json({ errcode }), 'busy'],
  ] as const
  const cases = answers.flatMap((answer) =>
    (['wecom', 'dingtalk'] as const).map((robot) => [robot, ...answer] as const),
  )
  test.for(cases)('that %s answers with %s is tried again', async ([robot, _, answer, problem], { db }) => {
    const [address, webhook, tooMany] = robots[robot]
    outsideWorld.use(http.post(address, () => answer(tooMany)))
    const { tell, deliveries } = await holder(db, { email: null, robot, webhook })
    await tell('a')
    await sweepDigests(db, at(8))
    expect(await deliveries()).toMatchObject([{ state: 'waiting', problem, attempts: 1 }])
    outsideWorld.use(http.post(address, () => HttpResponse.json({ errcode: 0 })))
    await sweepDigests(db, at(9))
    expect(await deliveries()).toMatchObject([{ state: 'sent', problem: null, attempts: 2 }])
  })

  test('waits no longer than its patience for a robot that says nothing', async ({ db }) => {
    const timeout = vi.spyOn(AbortSignal, 'timeout').mockImplementation(() => {
      const controller = new AbortController()
      setTimeout(() => controller.abort(), 50)
      return controller.signal
    })
    outsideWorld.use(
      http.post(WECOM, async () => {
        await delay('infinite')
        return HttpResponse.json({ errcode: 0 })
      }),
    )
    const { tell, deliveries } = await holder(db, {
      email: null,
      robot: 'wecom',
      webhook: `${WECOM}?key=secret`,
    })
    await tell('a')
    await sweepDigests(db, at(8))
    timeout.mockRestore()
    expect(await deliveries()).toMatchObject([{ state: 'waiting', problem: 'no_answer' }])
  })

  test('to a robot that is no more is told, not retried', async ({ db }) => {
    outsideWorld.use(
      http.post(WECOM, () => HttpResponse.json({ errcode: 93000, errmsg: 'invalid webhook url' })),
    )
    const { actor, tell, deliveries } = await holder(db, {
      ...{ email: null, robot: 'wecom', webhook: `${WECOM}?key=secret` },
    })
    await tell('a')
    await sweepDigests(db, at(8))
    expect(await deliveries()).toMatchObject([{ state: 'wrong_address' }])
    const choice = await db.notificationChoice.findUniqueOrThrow({ where: { accountId: actor.accountId } })
    expect(choice.webhookProblem).toBe('unknown_address')
    expect(Buffer.from(choice.webhook ?? []).toString('latin1')).not.toContain('secret')
  })

  test('is refused an address that is no robot’s', async ({ db }) => {
    const { actor } = await holder(db)
    const hours = { digestHour: 8, quietFrom: 21, quietUntil: 7, locale: 'zh-CN' } as const
    const wish = { ...hours, email: null, robot: 'wecom' } as const
    expect(
      await saveChoice(db, actor, { ...wish, webhook: 'https://example.org/cgi-bin/webhook/send?key=1' }),
    ).toEqual({
      ...{ ok: false, reason: 'webhook_wrong' },
    })
    expect(await saveChoice(db, actor, { ...wish, webhook: null })).toEqual({
      ok: false,
      reason: 'webhook_missing',
    })
  })

  testOnServer('goes out once, whichever processes look at the same moment', async ({ db }) => {
    const { tell } = await holder(db)
    await tell('a')
    await Promise.all(Array.from({ length: 8 }, () => sweepDigests(db, at(8))))
    await Promise.all(Array.from({ length: 8 }, () => sweepDigests(db, at(9))))
    expect(mail.mails).toHaveLength(1)
  })
})

describe('training', () => {
  test('reminds a school of what waits too long, once a week', async ({ db }) => {
    const school = await buildSchool(db)
    const office = await buildAccount(db, { organisationId: school.id, grants: ['school_office'] })
    const person = await buildPerson(db, { appointment: { workOrgId: school.id } })
    await buildEntry(db, { personId: person.id, submittedAt: new Date('2026-11-10T08:00:00Z') })
    const told = () => db.notification.findMany({ where: { accountId: office.id } })
    await remind(db, '2026-11-12')
    expect(await told()).toEqual([])
    await remind(db, '2026-11-23')
    await remind(db, '2026-11-28')
    expect(await told()).toMatchObject([{ topic: 'training.told_late_check', values: { count: 1 } }])
    await remind(db, '2026-11-30')
    expect(await told()).toHaveLength(2)
  })
})

describe('a calendar', () => {
  test('holds one’s deadlines on their days, by a secret that can be made anew', async ({ db }) => {
    const { actor } = await holder(db)
    const secretOf = async () => {
      const { secret } = await db.calendarFeed.findUniqueOrThrow({ where: { accountId: actor.accountId } })
      return decryptPersonal(secret)
    }
    await makeFeed(db, actor, {})
    const first = await secretOf()
    const text = await calendarBehind(db, first)
    const calendar = new ICAL.Component(ICAL.parse(text ?? ''))
    const events = calendar.getAllSubcomponents('vevent').map((one) => new ICAL.Event(one))
    const cycle = events.find(({ uid }) => uid.startsWith('training-cycle'))
    expect(cycle?.startDate.toString()).toBe('2030-12-31')
    expect(cycle?.startDate.isDate).toBe(true)
    expect(cycle?.endDate.toString()).toBe('2031-01-01')
    expect(new Set(events.map(({ uid }) => uid)).size).toBe(events.length)
    await makeFeed(db, actor, {})
    expect(await calendarBehind(db, first)).toBeNull()
    expect(await calendarBehind(db, await secretOf())).toContain('BEGIN:VCALENDAR')
    await db.account.update({ where: { id: actor.accountId }, data: { disabledAt: new Date() } })
    expect(await calendarBehind(db, await secretOf())).toBeNull()
  })
})
