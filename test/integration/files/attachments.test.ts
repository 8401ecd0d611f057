/** Papers handed in: each content once, encrypted wherever it lies, given only to whom its room names, every download on record. */
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, describe, expect } from 'vitest'
import { attachmentFor } from '#app/composition/attachments.server.ts'
import type { PrismaClient } from '#app/platform/database/generated/client.ts'
import { settings } from '#app/platform/env.server.ts'
import { attach, checkFile, sendAttachment } from '#app/platform/files/attachment.server.ts'
import { putContent, readContent } from '#app/platform/files/file-content.server.ts'
import { receiveForm } from '#app/platform/files/receive.server.ts'
import { translator } from '#app/platform/i18n/translate.ts'
import type { Reading } from '#app/platform/manifest/manifest.ts'
import { actorWith, buildCounty, buildPerson, buildSchool } from '#test/factories/registry.ts'
import { test, testOnServer } from '#test/harness/db.ts'
import { postRequest } from '#test/harness/request.ts'

const secret = '诊断证明：王秀英，胃炎'
const paper = {
  name: '证明.pdf',
  bytes: Buffer.concat([Buffer.from(`%PDF-1.7 ${secret}`), Buffer.alloc(200_000, 7)]),
  type: 'pdf',
} as const

async function buildWorld(db: PrismaClient) {
  const county = await buildCounty(db)
  const school = await buildSchool(db, { parentId: county.id })
  const person = await buildPerson(db, { appointment: { workOrgId: school.id } })
  const facts = { kind: 'exchange.proof', organisationId: school.id, personId: person.id, addedById: null }
  return { county, person, facts }
}

const directories: string[] = []
afterEach(() => {
  settings().FILES_DIR = undefined
  for (const one of directories.splice(0)) rmSync(one, { recursive: true, force: true })
})

function inDirectory(): string {
  const directory = mkdtempSync(path.join(tmpdir(), 'shizi-files-'))
  directories.push(directory)
  settings().FILES_DIR = directory
  return directory
}

const filesIn = (directory: string) =>
  readdirSync(directory, { recursive: true, withFileTypes: true })
    .filter((one) => one.isFile())
    .map((one) => path.join(one.parentPath, one.name))

describe('a content', () => {
  test('handed in twice is kept once, under each name', async ({ db }) => {
    const { facts } = await buildWorld(db)
    const [one, two] = [await attach(db, paper, facts), await attach(db, { ...paper, name: 'b.exe' }, facts)]
    expect(one.sha256).toBe(two.sha256)
    expect([one.name, two.name]).toEqual(['证明.pdf', 'b.pdf'])
    expect([await db.fileContent.count(), await db.attachment.count()]).toEqual([1, 2])
    expect(Buffer.from((await readContent(db, one.sha256)).bytes).equals(paper.bytes)).toBe(true)
  })

  test('is unreadable in the database', async ({ db, database }) => {
    await putContent(db, paper.bytes, 'pdf')
    const { rows } = await database.executeSql(`select encode(bytes, 'hex') as hex from file_content_chunk`)
    expect(rows.length).toBeGreaterThan(1)
    const plain = Buffer.from(secret).toString('hex')
    for (const { hex } of rows) expect(String(hex)).not.toContain(plain)
  })

  test('lies in the directory where one is named: encrypted, whole, and readable again', async ({ db }) => {
    const directory = inDirectory()
    const sha256 = await putContent(db, paper.bytes, 'pdf')
    expect(await putContent(db, paper.bytes, 'pdf')).toBe(sha256)
    const [file = '', ...others] = filesIn(directory)
    expect(others).toEqual([])
    expect(readFileSync(file).includes(Buffer.from(secret))).toBe(false)
    expect(await db.fileContentChunk.count()).toBe(0)
    expect(Buffer.from((await readContent(db, sha256)).bytes).equals(paper.bytes)).toBe(true)
  })

  test('that was changed where it lies is never sent', async ({ db }) => {
    const directory = inDirectory()
    const sha256 = await putContent(db, paper.bytes, 'pdf')
    const [file = ''] = filesIn(directory)
    const bytes = readFileSync(file)
    bytes[bytes.length - 1] = (bytes[bytes.length - 1] ?? 0) ^ 1
    writeFileSync(file, bytes)
    await expect(readContent(db, sha256)).rejects.toThrow()
  })

  testOnServer('that two bring at once is kept once, and neither fails', async ({ db }) => {
    const bring = () => db.$transaction((tx) => putContent(tx, paper.bytes, 'pdf'))
    const all = await Promise.all([bring(), bring(), bring()])
    expect(new Set(all).size).toBe(1)
    expect(await db.fileContent.count()).toBe(1)
  })
})

describe('a download', () => {
  const readingOf = async (db: PrismaClient, organisationId: string): Promise<Reading> => {
    const actor = await actorWith(db, 'registrar', organisationId)
    return { db, actor, t: translator('en'), locale: 'en', day: '2026-11-27' }
  }

  test('is for whom the room names, is nothing to show, and is on record', async ({ db }) => {
    const { county, person, facts } = await buildWorld(db)
    const { id } = await attach(db, paper, facts)
    const reading = await readingOf(db, county.id)
    const found = await attachmentFor(reading, id)
    if (!found) throw new Error('not found')
    const { headers } = await sendAttachment(db, reading.actor, found)
    expect(Object.fromEntries(headers)).toMatchObject({
      'content-type': 'application/pdf',
      'content-disposition': expect.stringMatching(
        /^attachment; filename="file\.pdf"; filename\*=UTF-8''%E8/,
      ),
      'content-security-policy': "sandbox; default-src 'none'",
      'x-content-type-options': 'nosniff',
    })
    const [entry] = await db.auditEntry.findMany({ where: { action: 'attachment.downloaded' } })
    expect(entry).toMatchObject({ personId: person.id, actorId: reading.actor.accountId })
  })

  test('is not there for another county, nor when no room answers for its kind', async ({ db }) => {
    const { county, facts } = await buildWorld(db)
    const { id } = await attach(db, paper, facts)
    const foreign = await readingOf(db, (await buildCounty(db)).id)
    expect(await attachmentFor(foreign, id)).toBeNull()
    const orphan = await attach(db, paper, { ...facts, kind: 'nobody.knows' })
    expect(await attachmentFor(await readingOf(db, county.id), orphan.id)).toBeNull()
  })
})

describe('a file as it comes', () => {
  test.for([
    [null, 'missing'],
    [{ name: 'a.pdf', bytes: new Uint8Array() }, 'missing'],
    [{ name: 'a.pdf', bytes: Buffer.from('%PDF- and more than ten bytes') }, 'too_large'],
    [{ name: 'a.pdf', bytes: Buffer.from('MZ') }, 'kind'],
  ] as const)('%j is refused as %s', ([file, problem]) => {
    expect(checkFile(file, 10)).toEqual({ ok: false, problem })
  })

  test('keeps no more of it in memory than its limit and a byte', async () => {
    const fields = { word: '聊教人字1号', proof: new File([new Uint8Array(300_000)], 'a.pdf') }
    const { form, file } = await receiveForm(postRequest('/', fields), 'proof', 1_000)
    expect([form.get('word'), form.get('proof'), file?.bytes.length]).toEqual(['聊教人字1号', null, 1_001])
  })
})
