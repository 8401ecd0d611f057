/**
 * Uploaded files in the database, cut into chunks: any node can read them, and memory stays small. They are encrypted: a
 * roster is full of identity numbers.
 */
import { createHash } from 'node:crypto'
import { type Db, database } from '#app/platform/database/client.server.ts'
import { newId } from '#app/platform/ids.ts'
import { decryptBytes, encryptBytes } from '#app/platform/privacy/personal-data.server.ts'

/** Its base64 text stays below 128 kB: longer texts are kept apart by V8, and collected late. */
const CHUNK_BYTES = 90 * 1024
const LONGEST_NAME = 200

export type StoredFileInfo = { id: string; bytes: number; sha256: string }

const INSERT_CHUNK = `insert into stored_file_chunk (file_id, no, bytes) values ($1, $2, decode($3, 'base64'))`
const SELECT_CHUNK = `select encode(bytes, 'base64') as text from stored_file_chunk where file_id = $1 and no = $2`

type Store = { ok: true; file: StoredFileInfo } | { ok: false; reason: 'file_too_large'; limit: number }

/**
 * Stores a stream as it comes. Past `limitBytes` nothing of it stays. The name is cut to its last 200 characters.
 * Bytes travel as base64 text and past Prisma, both ways: as bytes the adapters take ten times as long, and Prisma
 * copies each text several times. Outside any transaction.
 */
export async function storeFile(
  db: Db,
  name: string,
  stream: AsyncIterable<Uint8Array>,
  limitBytes: number,
): Promise<Store> {
  const id = newId()
  const { executeSql } = await database()
  const hash = createHash('sha256')
  let bytes = 0
  let no = 0
  await db.storedFile.create({ data: { id, name: baseName(name), bytes: 0, sha256: '' } })
  try {
    for await (const chunk of inChunks(stream)) {
      bytes += chunk.length
      if (bytes > limitBytes) {
        await deleteFile(db, id)
        return { ok: false, reason: 'file_too_large', limit: limitBytes }
      }
      hash.update(chunk)
      await executeSql(INSERT_CHUNK, [id, no, encryptBytes(chunk).toString('base64')])
      no += 1
    }
  } catch (error) {
    await deleteFile(db, id)
    throw error
  }
  const sha256 = hash.digest('hex')
  await db.storedFile.update({ where: { id }, data: { bytes, sha256 } })
  return { ok: true, file: { id, bytes, sha256 } }
}

/** The file's bytes in one piece. Throws when a chunk is missing. */
export async function readFile(db: Db, id: string): Promise<Uint8Array> {
  const file = await db.storedFile.findUniqueOrThrow({ where: { id } })
  const { executeSql } = await database()
  const all = Buffer.alloc(file.bytes)
  let at = 0
  for (let no = 0; at < file.bytes; no += 1) {
    const [chunk] = (await executeSql(SELECT_CHUNK, [id, no])).rows
    if (!chunk) throw new Error(`stored file ${id} lacks chunk ${no}`)
    at += decryptBytes(Buffer.from(String(chunk.text), 'base64')).copy(all, at)
  }
  return all
}

export async function deleteFile(db: Db, id: string): Promise<void> {
  await db.storedFile.deleteMany({ where: { id } })
}

/** Some browsers send the whole path. */
function baseName(name: string): string {
  return (name.split(/[/\\]/).at(-1) ?? '').slice(-LONGEST_NAME)
}

async function* inChunks(stream: AsyncIterable<Uint8Array>): AsyncGenerator<Buffer> {
  let pending: Uint8Array[] = []
  let size = 0
  for await (const piece of stream) {
    pending.push(piece)
    size += piece.length
    if (size < CHUNK_BYTES) continue
    const joined = Buffer.concat(pending)
    const whole = joined.length - (joined.length % CHUNK_BYTES)
    for (let at = 0; at < whole; at += CHUNK_BYTES) yield joined.subarray(at, at + CHUNK_BYTES)
    pending = [joined.subarray(whole)]
    size = joined.length - whole
  }
  if (size > 0) yield Buffer.concat(pending)
}
