/** Files as large as their page says are taken; larger ones are told at their field, and nothing is lost or half-written. */
import { once } from 'node:events'
import { request as httpRequest, type IncomingMessage } from 'node:http'
import { text } from 'node:stream/consumers'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { MEGABYTE, PROOF_MOST_MEGABYTES } from '#app/modules/exchange/proof.ts'
import { today } from '#app/platform/clock.server.ts'
import type { PrismaClient } from '#app/platform/database/generated/client.ts'
import { addDays } from '#app/platform/dates.ts'
import { buildPerson, buildSchool } from '#test/factories/registry.ts'
import { type RunningApp, startApp } from '#test/harness/app-server.ts'
import { makeHome, type ServerHome } from './home.ts'

let home: ServerHome
let app: RunningApp
const staffNumbers: string[] = []

beforeAll(async () => {
  home = await makeHome(async (db: PrismaClient, countyId) => {
    const school = await buildSchool(db, { parentId: countyId })
    for (const _ of [1, 2, 3]) {
      const { staffNumber } = await buildPerson(db, { appointment: { workOrgId: school.id } })
      staffNumbers.push(staffNumber)
    }
  })
  app = await startApp(home.env)
})
afterAll(async () => {
  await app?.stop()
  home?.clear()
})

function proofOf(megabytes: number, head = '%PDF-1.7\n'): File {
  const bytes = new Uint8Array(Math.floor(megabytes * MEGABYTE)).fill(32)
  bytes.set(Buffer.from(head))
  return new File([bytes], '诊断证明.pdf', { type: 'application/pdf' })
}

function record(staffNumber: string, proof: File): Promise<Response> {
  const form = new FormData()
  const [validFrom, lastDay] = [today(), addDays(today(), 60)]
  const fields = { staffNumber, kind: 'illness', validFrom, lastDay, documentNo: '聊教人字1号' }
  for (const [name, value] of Object.entries(fields)) form.append(name, value)
  form.append('proof', proof)
  return fetch(`${app.origin}/exchange/exemptions/new`, {
    method: 'POST',
    redirect: 'manual',
    headers: { Origin: app.origin, Cookie: home.cookie, Accept: 'text/html', 'Accept-Language': 'zh-CN' },
    body: form,
  })
}

/** A form that says how long it is and sends nothing yet: an answer before the first byte is one that needed none. */
async function announce(bytes: number): Promise<{ status: number | undefined; page: string }> {
  const sent = httpRequest(`${app.origin}/exchange/exemptions/new`, {
    method: 'POST',
    headers: {
      Origin: app.origin,
      Cookie: home.cookie,
      Accept: 'text/html',
      'Accept-Language': 'zh-CN',
      'Content-Type': 'multipart/form-data; boundary=proof',
      'Content-Length': bytes,
    },
  })
  sent.flushHeaders()
  const [answer] = (await once(sent, 'response')) as [IncomingMessage]
  const page = await text(answer)
  sent.destroy()
  return { status: answer.statusCode, page }
}

describe('the proof of an exemption', () => {
  test('of 4.9 MB is stored, and comes back whole', async () => {
    const answer = await record(staffNumbers[0] ?? '', proofOf(4.9))
    expect([answer.status, await answer.text()]).toEqual([302, ''])
    const headers = { Cookie: home.cookie }
    const page = await fetch(`${app.origin}${answer.headers.get('location')}`, { headers })
    const [, href = ''] = /href="(\/files\/[0-9a-f-]+)"/.exec(await page.text()) ?? []
    const proof = await fetch(`${app.origin}${href}`, { headers })
    expect(proof.headers.get('content-security-policy')).toContain('sandbox')
    expect(proof.headers.get('x-content-type-options')).toMatch(/^nosniff/)
    expect((await proof.arrayBuffer()).byteLength).toBe(Math.floor(4.9 * MEGABYTE))
  })

  test.each([5.1, 30])('of %d MB is told at its field, and what was typed stays', async (megabytes) => {
    const answer = await record(staffNumbers[1] ?? '', proofOf(megabytes))
    const page = await answer.text()
    expect(answer.status).toBe(422)
    expect(page).toContain('文件超过 5 MB')
    expect(page).toContain(`value="${staffNumbers[1]}"`)
    expect(page).toContain('value="聊教人字1号"')
  })

  test('beyond ten times what a setting can allow is not taken in at all: a page that says so', async () => {
    const { status, page } = await announce((PROOF_MOST_MEGABYTES * 10 + 2) * MEGABYTE)
    expect(status).toBe(413)
    expect(page).toContain('<h1 class="text-2xl font-semibold">提交的内容太大</h1>')
  })

  test('that is not what it says is told at its field', async () => {
    const answer = await record(staffNumbers[2] ?? '', proofOf(0.1, '<script>'))
    expect(answer.status).toBe(422)
    expect(await answer.text()).toContain('只接受 PDF、JPG 或 PNG 文件')
  })

  test('none of these was a defect', () => {
    expect(app.output()).not.toContain('"msg":"defect"')
  })
})
