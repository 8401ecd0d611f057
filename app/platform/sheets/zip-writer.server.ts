// Writes a zip as a stream, part after part, in constant memory: sizes follow each part in a data descriptor
// (APPNOTE 4.3.9), so nothing has to be known before it is written. No zip64: a part must stay below 4 GiB.
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGzip } from 'node:zlib'

/** Sizes after the data, names in UTF-8. */
const FLAGS = 0x0808
const DEFLATED = 8
const VERSION = 20
/** 1980-01-01, the first day zip knows: the same rows give the same bytes whenever they are written. */
const DOS_DATE = 0x0021
const GZIP_HEADER = 10
const GZIP_TRAILER = 8
/** Level 3 is half as slow as zlib's default 6 on sheets and a tenth larger. */
const LEVEL = 3

export interface ZipPart {
  name: string
  content: AsyncIterable<string> | Iterable<string>
}

interface Written {
  name: Buffer
  offset: number
  crc: number
  deflated: number
  inflated: number
}

/** The bytes of a zip with these parts; each part's content is asked for when its turn comes. */
export async function* zipBytes(parts: AsyncIterable<ZipPart> | Iterable<ZipPart>): AsyncGenerator<Buffer> {
  const written: Written[] = []
  let offset = 0
  for await (const part of parts) {
    const name = Buffer.from(part.name)
    const header = localHeader(name)
    yield header
    const entry: Written = { name, offset, crc: 0, deflated: 0, inflated: 0 }
    yield* deflated(part.content, entry)
    const descriptor = dataDescriptor(entry)
    yield descriptor
    offset += header.length + entry.deflated + descriptor.length
    written.push(entry)
  }
  const directory = Buffer.concat(written.map(centralHeader))
  yield directory
  yield endOfDirectory(written.length, directory.length, offset)
}

/**
 * Deflates through gzip, whose stream is a deflate stream between a header of 10 and a trailer of 8 bytes: the trailer
 * brings the CRC-32 and the length, which zlib has then computed natively (`zlib.crc32` is not in every Node 20).
 */
async function* deflated(content: ZipPart['content'], entry: Written): AsyncGenerator<Buffer> {
  const gzip = createGzip({ level: LEVEL, chunkSize: 64 * 1024 })
  const feeding = pipeline(Readable.from(content, { objectMode: true, highWaterMark: 1 }), gzip)
  // A failing source destroys gzip, so the loop below throws it; without this it would also be reported as unhandled.
  feeding.catch(() => undefined)
  let toSkip = GZIP_HEADER
  let held: Buffer = Buffer.alloc(0)
  try {
    for await (const chunk of gzip as AsyncIterable<Buffer>) {
      const skipped = Math.min(toSkip, chunk.length)
      toSkip -= skipped
      const known = Buffer.concat([held, chunk.subarray(skipped)])
      const ready = known.subarray(0, Math.max(0, known.length - GZIP_TRAILER))
      held = known.subarray(ready.length)
      if (ready.length === 0) continue
      entry.deflated += ready.length
      yield ready
    }
    await feeding
  } finally {
    gzip.destroy()
  }
  entry.crc = held.readUInt32LE(0)
  entry.inflated = held.readUInt32LE(4)
}

function localHeader(name: Buffer): Buffer {
  const header = Buffer.alloc(30)
  header.writeUInt32LE(0x04034b50, 0)
  header.writeUInt16LE(VERSION, 4)
  header.writeUInt16LE(FLAGS, 6)
  header.writeUInt16LE(DEFLATED, 8)
  header.writeUInt16LE(DOS_DATE, 12)
  header.writeUInt16LE(name.length, 26)
  return Buffer.concat([header, name])
}

function dataDescriptor(entry: Written): Buffer {
  const descriptor = Buffer.alloc(16)
  descriptor.writeUInt32LE(0x08074b50, 0)
  descriptor.writeUInt32LE(entry.crc, 4)
  descriptor.writeUInt32LE(entry.deflated, 8)
  descriptor.writeUInt32LE(entry.inflated, 12)
  return descriptor
}

function centralHeader(entry: Written): Buffer {
  const header = Buffer.alloc(46)
  header.writeUInt32LE(0x02014b50, 0)
  header.writeUInt16LE(VERSION, 4)
  header.writeUInt16LE(VERSION, 6)
  header.writeUInt16LE(FLAGS, 8)
  header.writeUInt16LE(DEFLATED, 10)
  header.writeUInt16LE(DOS_DATE, 14)
  header.writeUInt32LE(entry.crc, 16)
  header.writeUInt32LE(entry.deflated, 20)
  header.writeUInt32LE(entry.inflated, 24)
  header.writeUInt16LE(entry.name.length, 28)
  header.writeUInt32LE(entry.offset, 42)
  return Buffer.concat([header, entry.name])
}

function endOfDirectory(entries: number, size: number, offset: number): Buffer {
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(entries, 8)
  end.writeUInt16LE(entries, 10)
  end.writeUInt32LE(size, 12)
  end.writeUInt32LE(offset, 16)
  return end
}
