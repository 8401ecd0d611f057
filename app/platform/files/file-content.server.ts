/**
 * The contents of attachments, each once by its hash, encrypted: in chunks in the database, or in a directory where FILES_DIR
 * names one. A content that is there is not written again.
 */
import { createHash, randomUUID } from 'node:crypto'
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises'
import path from 'node:path'
import type { Db } from '#app/platform/database/client.server.ts'
import { settings } from '#app/platform/env.server.ts'
import { decryptBytes, encryptBytes } from '#app/platform/privacy/personal-data.server.ts'
import { type FileType, fileTypeOf } from './file-type.ts'

const CHUNK_BYTES = 90 * 1024

/** Puts a content in its place, in the caller's transaction; of two that bring the same at once the second finds it there. */
export async function putContent(tx: Db, bytes: Uint8Array, type: FileType): Promise<string> {
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  const directory = settings().FILES_DIR
  const place = directory ? 'directory' : 'database'
  const isNew = await tx.$executeRaw`
    insert into file_content (sha256, bytes, type, place) values (${sha256}, ${bytes.length}, ${type}, ${place})
    on conflict do nothing`
  if (isNew === 0) return sha256
  if (directory) await writeWhole(fileIn(directory, sha256), encryptBytes(bytes))
  else await writeChunks(tx, sha256, bytes)
  return sha256
}

async function writeChunks(tx: Db, sha256: string, bytes: Uint8Array): Promise<void> {
  for (let at = 0, no = 0; at < bytes.length; at += CHUNK_BYTES, no += 1) {
    const text = encryptBytes(bytes.subarray(at, at + CHUNK_BYTES)).toString('base64')
    await tx.$executeRaw`
      insert into file_content_chunk (sha256, no, bytes) values (${sha256}, ${no}, decode(${text}, 'base64'))`
  }
}

/** `ab/cdef…`: no directory grows large, and no name says anything. */
function fileIn(directory: string, sha256: string): string {
  return path.join(directory, sha256.slice(0, 2), sha256.slice(2))
}

/** Under another name first: a file is there whole, or not at all. */
async function writeWhole(file: string, bytes: Uint8Array): Promise<void> {
  await mkdir(path.dirname(file), { recursive: true, mode: 0o700 })
  const unfinished = `${file}.${randomUUID()}`
  await writeFile(unfinished, bytes, { mode: 0o600, flush: true })
  await rename(unfinished, file)
}

/** A content and what it is. Throws when it is not there, or is not what its hash says. */
export async function readContent(
  db: Db,
  sha256: string,
): Promise<{ bytes: Uint8Array<ArrayBuffer>; type: FileType | null }> {
  const { place } = await db.fileContent.findUniqueOrThrow({ where: { sha256 } })
  const bytes = place === 'directory' ? await readWhole(sha256) : await readChunks(db, sha256)
  if (createHash('sha256').update(bytes).digest('hex') !== sha256)
    throw new Error(`content ${sha256} is damaged`)
  return { bytes, type: fileTypeOf(bytes) }
}

async function readWhole(sha256: string): Promise<Uint8Array<ArrayBuffer>> {
  const directory = settings().FILES_DIR
  if (!directory) throw new Error(`content ${sha256} lies in a directory, and FILES_DIR names none`)
  return new Uint8Array(decryptBytes(await readFile(fileIn(directory, sha256))))
}

async function readChunks(db: Db, sha256: string): Promise<Uint8Array<ArrayBuffer>> {
  const chunks = await db.$queryRaw<{ text: string }[]>`
    select encode(bytes, 'base64') as text from file_content_chunk where sha256 = ${sha256} order by no`
  return new Uint8Array(Buffer.concat(chunks.map(({ text }) => decryptBytes(Buffer.from(text, 'base64')))))
}
