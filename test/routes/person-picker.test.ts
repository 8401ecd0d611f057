/** People typed into a field: found by name, pinyin, initials or number, within the reader's scope and no further. */
import { describe, expect } from 'vitest'
import { staffNumberOfText } from '#app/modules/registry/ui/person-names.server.ts'
import type { PrismaClient } from '#app/platform/database/generated/client.ts'
import { loader as options } from '#app/routes/_app+/staff+/options.ts'
import { actorOf, buildAccount, buildCounty, buildPerson, buildSchool } from '#test/factories/registry.ts'
import { answerOf } from '#test/harness/answer.ts'
import { test } from '#test/harness/db.ts'
import { getRequest, signedIn } from '#test/harness/request.ts'

async function open(db: PrismaClient) {
  const county = await buildCounty(db)
  const school = await buildSchool(db, { parentId: county.id })
  const there = { appointment: { workOrgId: school.id } }
  const ying = await buildPerson(db, { name: '王秀英', ...there })
  const account = await buildAccount(db, { organisationId: county.id, grants: ['registrar'] })
  const elsewhere = await buildCounty(db)
  const stranger = await buildAccount(db, { organisationId: elsewhere.id, grants: ['registrar'] })
  const headersOf = { own: await signedIn(account.id), stranger: await signedIn(stranger.id) }
  const ask = async (q: string, who: 'own' | 'stranger' = 'own') =>
    (
      await answerOf<{ options: string[] }>(
        options,
        getRequest(`/staff/options?q=${encodeURIComponent(q)}`, headersOf[who]),
      )
    ).value.options
  return { ying, there, ask, actor: await actorOf(db, account.id) }
}

describe('people', () => {
  test('are offered by name, pinyin, initials and number, to who may read them', async ({ db }) => {
    const { ying, ask } = await open(db)
    const offered = [`王秀英（${ying.staffNumber}）`]
    for (const typed of ['王秀', 'wangxiu', 'wxy', ying.staffNumber])
      expect(await ask(typed)).toEqual(offered)
    expect(await ask('王秀英', 'stranger')).toEqual([])
  })

  test.for(['', '   ', '371502198001010023', '王'.repeat(200), "'; drop table person; --", '%', '\\0'])(
    'are not offered for %j',
    async (typed, { db }) => {
      const { ask } = await open(db)
      expect(await ask(typed)).toEqual([])
    },
  )

  test('are meant by the offered text, by a number, and by a name that one person has', async ({ db }) => {
    const { ying, there, actor } = await open(db)
    const meant = (text: string) => staffNumberOfText(db, actor, text)
    expect(await meant(`王秀英（${ying.staffNumber}）`)).toBe(ying.staffNumber)
    expect(await meant(` ${ying.staffNumber} `)).toBe(ying.staffNumber)
    expect(await meant('王秀英')).toBe(ying.staffNumber)
    expect(await meant('王秀')).toBeNull()
    await buildPerson(db, { name: '王秀英', ...there })
    expect(await meant('王秀英')).toBeNull()
  })
})
