/** The staff list as its routes answer: what is shown and exported, what never stands in an address, what garbage gets. */
import ExcelJS from 'exceljs'
import { describe, expect } from 'vitest'
import { NATIONAL_TABLE } from '#app/modules/registry/national-table.ts'
import { madeResidentId, maskResidentId } from '#app/modules/registry/resident-id.ts'
import { ROSTER_COLUMNS } from '#app/modules/registry/roster-columns.ts'
import type { SearchAnswer, StaffListView } from '#app/modules/registry/ui/staff-views.ts'
import type { Db } from '#app/platform/database/client.server.ts'
import { newId } from '#app/platform/ids.ts'
import { loader as exportList } from '#app/routes/_app+/staff+/export[.]xlsx.ts'
import { loader as list, action as search } from '#app/routes/_app+/staff+/index.tsx'
import { loader as national, action as nationalInFull } from '#app/routes/_app+/staff+/national[.]xlsx.ts'
import { loader as retiring } from '#app/routes/_app+/staff+/retiring[.]xlsx.ts'
import {
  type AccountGiven,
  buildAccount,
  buildCounty,
  buildPerson,
  buildPrefecture,
  buildSchool,
} from '#test/factories/registry.ts'
import { type Answer, answerOf } from '#test/harness/answer.ts'
import { test } from '#test/harness/db.ts'
import { getRequest, postRequest, signedIn } from '#test/harness/request.ts'

const open = (headers: Record<string, string>, address = '/staff') =>
  answerOf<StaffListView>(list, getRequest(address, headers))
const find = (headers: Record<string, string>, q: string, address = '/staff?index') =>
  answerOf<SearchAnswer>(search, postRequest(address, { q }, headers))
const addressed = (params: Record<string, string>) => `/staff?${new URLSearchParams(params)}`

/** A reader of an organisation, signed in, in Chinese. */
async function reader(db: Db, organisationId: string, grants: AccountGiven['grants'] = ['registrar']) {
  const account = await buildAccount(db, { organisationId, grants })
  return { ...(await signedIn(account.id)), 'Accept-Language': 'zh-CN' }
}

/** Two counties with a school each. */
async function buildPlaces(db: Db) {
  const prefecture = await buildPrefecture(db)
  const east = await buildCounty(db, { parentId: prefecture.id })
  const west = await buildCounty(db, { parentId: prefecture.id })
  const eastSchool = await buildSchool(db, { parentId: east.id, name: '东校' })
  const westSchool = await buildSchool(db, { parentId: west.id, name: '西校' })
  return { prefecture, east, west, eastSchool, westSchool }
}

/** Headings and rows of a downloaded workbook; any formula in it fails. */
async function tableOf({ response }: Answer<unknown>): Promise<{ headings: string[]; rows: string[][] }> {
  const book = new ExcelJS.Workbook()
  await book.xlsx.load((await response?.arrayBuffer()) ?? new ArrayBuffer(0))
  const rows: string[][] = []
  book.worksheets[0]?.eachRow((row) => {
    const cells: string[] = []
    row.eachCell({ includeEmpty: true }, (cell) => {
      expect(cell.formula, 'a cell is a live formula').toBeUndefined()
      cells.push(cell.value instanceof Date ? cell.value.toISOString().slice(0, 10) : cell.text)
    })
    rows.push(cells)
  })
  return { headings: rows[0] ?? [], rows: rows.slice(1) }
}

describe('the list', () => {
  test.for(['', 'sort=-name', 'sort=birthDate', 'sort=-orgSince'])(
    'shows each row on one page only, by its own links (%s)',
    async (sort, { db }) => {
      const { east, eastSchool } = await buildPlaces(db)
      const people = new Set<string>()
      for (let i = 0; i < 53; i++) {
        const birthDate = i % 5 === 0 ? null : '1980-05-01'
        const name = ['王秀英', '𠮷永强', '李伟'][i % 3]
        people.add((await buildPerson(db, { name, birthDate, appointment: { workOrgId: eastSchool.id } })).id)
      }
      const headers = await reader(db, east.id)
      const seen: string[] = []
      let address: string | undefined = `/staff?${sort}`
      let pages = 0
      while (address) {
        const { value } = await open(headers, address)
        expect(value.total).toBe('53')
        seen.push(...value.rows.map((row) => row.id))
        address = value.pages.next
        pages++
      }
      expect(pages).toBe(2)
      expect(seen).toHaveLength(53)
      expect(new Set(seen)).toEqual(people)
    },
  )

  test('never shows, finds, counts, filters by or exports what is in another county', async ({ db }) => {
    const { east, west, eastSchool, westSchool } = await buildPlaces(db)
    const own = await buildPerson(db, { name: '东方红', appointment: { workOrgId: eastSchool.id } })
    const idNumber = madeResidentId('1985-06-15', 500)
    const other = await buildPerson(db, {
      name: '西门庆',
      idNumber,
      appointment: { workOrgId: westSchool.id },
    })
    const headers = await reader(db, east.id)
    const all = await open(headers, '/staff?status=all')
    expect(all.value.rows.map((row) => row.id)).toEqual([own.id])
    expect(all.value.total).toBe('1')
    for (const q of ['西门庆', 'ximen', 'xmq', other.staffNumber]) {
      expect((await open(headers, addressed({ q }))).value.rows, q).toEqual([])
    }
    expect(await find(headers, idNumber)).toMatchObject({ status: 200, to: null })
    for (const org of [west.id, westSchool.id, newId()]) {
      const { status, value } = await open(headers, addressed({ org }))
      expect(status).toBe(400)
      expect(value.rows.map((row) => row.id)).toEqual([own.id])
      expect(JSON.stringify(value)).not.toContain('西校')
    }
    const { rows } = await tableOf(await answerOf(exportList, getRequest('/staff/export.xlsx', headers)))
    expect(rows.flat()).toContain('东方红')
    expect(rows.flat()).not.toContain('西门庆')
  })

  test('a filter form ends at its short address; a place that is none is told, and stays typed', async ({
    db,
  }) => {
    const { east, eastSchool } = await buildPlaces(db)
    const headers = await reader(db, east.id)
    const sent = { q: '', place: '东校', stage: 'primary', subject: '', status: '', ageFrom: '' }
    expect((await open(headers, addressed(sent))).to).toBe(`/staff?org=${eastSchool.id}&stage=primary`)
    const wrong = await open(headers, addressed({ ...sent, place: '西校' }))
    expect(wrong.status).toBe(400)
    expect(wrong.value.filter.organisation).toBe('西校')
    expect(wrong.value.filter.values.stage).toBe('primary')
    expect(wrong.value.problems).toEqual(['没有找到单位“西校”，请从提示里选择'])
  })

  const deep = encodeURIComponent('['.repeat(500))
  test.for([
    'sort=1;drop table person',
    'sort=name;--',
    'stage=primary%27%20or%201=1',
    'cursor=AAAA',
    `cursor=${deep}`,
    'org=1',
    'org=%00',
    'asOf=2026-02-30',
    'asOf=0001-01-01&ageFrom=0',
    'asOf=9999-12-31&yearsTo=150',
    'ageFrom=-1',
    'ageFrom=1e3',
    'yearsFrom=99999999999999999999',
    'status=%00',
    'lacks=idNumber',
    `q=${'王'.repeat(3400)}`,
    `place=${'x'.repeat(10_000)}`,
    'place=%00',
  ])('%s is told, with status 400, and the rest of the list is there', async (query, { db }) => {
    const { east, eastSchool } = await buildPlaces(db)
    await buildPerson(db, { appointment: { workOrgId: eastSchool.id } })
    const { status, value } = await open(await reader(db, east.id), `/staff?${query}`)
    expect(status).toBe(400)
    expect(value.problems.length).toBeGreaterThan(0)
    expect(value.rows).toHaveLength(1)
  })

  test.for([
    '\0',
    'a\0b',
    '%',
    '_',
    "'",
    '\\',
    '😀',
    '𠮷',
    '王\ufffd',
    ':* & !',
    '(',
    '"',
    '-1',
    '　',
    '١٢٣',
  ])('a search for %j is a search like any other', async (q, { db }) => {
    const { east, eastSchool } = await buildPlaces(db)
    await buildPerson(db, { name: '𠮷永强', appointment: { workOrgId: eastSchool.id } })
    const headers = await reader(db, east.id)
    const { status, value } = await open(headers, addressed({ q }))
    expect(status).toBe(200)
    expect(value.rows.map((row) => row.name)).toEqual(['𠮷', '\0', '　'].includes(q) ? expect.anything() : [])
    const { to } = await find(headers, q)
    expect(to).toMatch(/^\/staff(\?q=|$)/)
  })
})

describe('a search that is posted', () => {
  test('an identity number leads to the person, and stands in no address', async ({ db }) => {
    const { east, eastSchool } = await buildPlaces(db)
    const idNumber = madeResidentId('1985-06-15', 500)
    const person = await buildPerson(db, { idNumber, appointment: { workOrgId: eastSchool.id } })
    const headers = await reader(db, east.id)
    const spaced = `${idNumber.slice(0, 6)} ${idNumber.slice(6, 14)} ${idNumber.slice(14)}`
    const fifteen = idNumber.slice(0, 6) + idNumber.slice(8, 17)
    for (const typed of [idNumber, idNumber.toLowerCase(), ` ${idNumber} `, spaced, fifteen]) {
      expect((await find(headers, typed)).to, typed).toBe(`/staff/${person.id}`)
    }
    const past = await find(headers, idNumber, '/staff?index&asOf=2020-01-01')
    expect(past.to).toBe(`/staff/${person.id}?asOf=2020-01-01`)
  })

  test('a number that is nobody’s or wrong is told, and the search stays typed', async ({ db }) => {
    const { east } = await buildPlaces(db)
    const headers = await reader(db, east.id)
    const idNumber = madeResidentId('1985-06-15', 500)
    const nobody = await find(headers, idNumber)
    expect(nobody).toMatchObject({ status: 200, value: { typed: idNumber, isInvalid: false } })
    const wrong = `${idNumber.slice(0, 17)}${idNumber.endsWith('1') ? '2' : '1'}`
    for (const typed of [
      wrong,
      idNumber.slice(0, 17),
      `${idNumber}0`,
      '3715991985023000X',
      'x'.repeat(10_000),
    ]) {
      const { status, to, value } = await find(headers, typed)
      expect({ status, to }, typed.slice(0, 20)).toEqual({ status: 422, to: null })
      expect(value.isInvalid).toBe(true)
    }
  })

  test('an identity number that was put into an address is taken out again', async ({ db }) => {
    const { east } = await buildPlaces(db)
    const headers = await reader(db, east.id)
    const idNumber = madeResidentId('1985-06-15', 500)
    for (const q of [idNumber, `${idNumber.slice(0, 17)}0`, idNumber.replace(/(.{6})/, '$1 ')]) {
      expect((await open(headers, addressed({ q, stage: 'primary' }))).to).toBe('/staff?stage=primary')
      const sheet = await answerOf(exportList, getRequest(`/staff/export.xlsx?q=${q}`, headers))
      expect(sheet.to).toBe('/staff')
    }
  })

  test('anything else becomes the address of a list, within the filter it was typed in', async ({ db }) => {
    const { east } = await buildPlaces(db)
    const headers = await reader(db, east.id)
    const { to } = await find(headers, ' 秀英 ', '/staff?index&stage=primary&sort=-name&cursor=x')
    expect(to).toBe(`/staff?${new URLSearchParams({ q: '秀英', stage: 'primary', sort: '-name' })}`)
    expect((await find(headers, '  ')).to).toBe('/staff')
  })
})

describe('an export', () => {
  test('holds the rows that the filter shows, in its order, and the columns of the list', async ({ db }) => {
    const { east, eastSchool } = await buildPlaces(db)
    const live = `=cmd|' /C calc'!A0`
    for (const [name, stage] of [
      ['王秀英', 'primary'],
      [live, 'primary'],
      ['李娜', 'junior'],
      ['赵敏', 'primary'],
    ] as const)
      await buildPerson(db, { name, appointment: { workOrgId: eastSchool.id, stage } })
    const headers = await reader(db, east.id, ['inspector'])
    const query = 'stage=primary&sort=-name'
    const { value } = await open(headers, `/staff?${query}`)
    expect(value.exports.list).toBe(`/staff/export.xlsx?${query}`)
    const sheet = await tableOf(
      await answerOf(exportList, getRequest(`/staff/export.xlsx?${query}`, headers)),
    )
    expect(sheet.headings).toHaveLength(ROSTER_COLUMNS.length)
    const names = sheet.rows.map((cells) => cells[sheet.headings.indexOf('姓名')])
    expect(names).toEqual(value.rows.map((row) => row.name))
    expect(names).toContain(live)
    expect(names).not.toContain('李娜')
    const [entry] = await db.auditEntry.findMany({ where: { action: 'staff.exported' } })
    expect(entry?.after).toMatchObject({ exported: 3, filter: query, withIdNumbers: false })
  })

  test('with a mistake in its filter goes back to the list instead of sending more', async ({ db }) => {
    const { east } = await buildPlaces(db)
    const headers = await reader(db, east.id)
    const asked = await answerOf(exportList, getRequest('/staff/export.xlsx?stage=primry', headers))
    expect(asked.to).toBe('/staff?stage=primry')
    expect(await db.auditEntry.count()).toBe(0)
  })

  test('reaches no further than the grant that carries it', async ({ db }) => {
    const { prefecture, eastSchool, westSchool } = await buildPlaces(db)
    await buildPerson(db, { name: '东一', appointment: { workOrgId: eastSchool.id } })
    await buildPerson(db, { name: '西一', appointment: { workOrgId: westSchool.id } })
    const headers = await reader(db, prefecture.id, [
      'administrator',
      { role: 'leader', organisationId: eastSchool.id },
    ])
    expect((await open(headers)).value.rows).toHaveLength(2)
    for (const [path, loader] of [
      ['/staff/export.xlsx', exportList],
      ['/staff/national.xlsx', national],
    ] as const) {
      const { rows } = await tableOf(await answerOf(loader, getRequest(path, headers)))
      expect(rows, path).toHaveLength(1)
      expect(rows.flat()).toContain('东一')
    }
  })

  test('in the national order masks identity numbers, but for who asks with a reason and may see them', async ({
    db,
  }) => {
    const { prefecture, east, eastSchool, westSchool } = await buildPlaces(db)
    const [one, two] = [madeResidentId('1985-06-15', 500), madeResidentId('1985-06-15', 502)]
    await buildPerson(db, { name: '东一', idNumber: one, appointment: { workOrgId: eastSchool.id } })
    await buildPerson(db, { name: '西一', idNumber: two, appointment: { workOrgId: westSchool.id } })
    const headers = await reader(db, prefecture.id, [
      'leader',
      { role: 'registrar', organisationId: east.id },
    ])
    const masked = await tableOf(await answerOf(national, getRequest('/staff/national.xlsx', headers)))
    expect(masked.headings).toEqual(NATIONAL_TABLE.map((column) => column.zh))
    const numberIn = masked.headings.indexOf('身份证件号')
    expect(masked.rows.map((cells) => cells[numberIn])).toEqual([maskResidentId(one), maskResidentId(two)])

    const ask = (reason: string) =>
      answerOf(nationalInFull, postRequest('/staff/national.xlsx?stage=primary', { reason }, headers))
    expect((await ask(' ')).to).toBe('/staff/national?stage=primary&refused=reason')
    const whole = await tableOf(await ask('向全国系统报送'))
    expect(whole.rows.map((cells) => cells[numberIn])).toEqual([one, maskResidentId(two)])
    const [, entry] = await db.auditEntry.findMany({ orderBy: { seq: 'asc' } })
    expect(entry).toMatchObject({ action: 'staff.exported', reason: '向全国系统报送' })
    expect(JSON.stringify(entry?.after)).not.toContain(one)
  })

  test('of retirements holds all of them, the first to go first', async ({ db }) => {
    const { east, eastSchool, westSchool } = await buildPlaces(db)
    const at = (workOrgId: string) => ({ appointment: { workOrgId, validFrom: '1990-09-01' } })
    const born = ['1962-01-10', '1961-03-01', '1961-09-20']
    for (const birthDate of born) await buildPerson(db, { birthDate, sex: '1', ...at(eastSchool.id) })
    await buildPerson(db, { birthDate: '1961-05-05', sex: '1', ...at(westSchool.id) })
    const headers = await reader(db, east.id)
    const { rows } = await tableOf(await answerOf(retiring, getRequest('/staff/retiring.xlsx', headers)))
    expect(rows.map((cells) => cells[3])).toEqual([...born].sort())
  })
})
