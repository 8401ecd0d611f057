// Writes a zip as a stream, part after part, in constant memory: sizes follow each part, so nothing has to be known before it is
// written. The library asks for zip64 where a part grows beyond 4 GiB.
import { once } from 'node:events'
import { Readable } from 'node:stream'
import { ZipFile } from 'yazl'

/** 1980-01-01, the first day zip knows: the same rows give the same bytes whenever they are written. */
const WRITTEN_AT = new Date(1980, 0, 1)
/** Half as slow as zlib's default 6 on sheets, and a tenth larger. */
const LEVEL = 3

export interface ZipPart {
  name: string
  content: AsyncIterable<string> | Iterable<string>
}

/** The bytes of a zip with these parts; each part's content is asked for when its turn comes, and the next part after its end. */
export async function* zipBytes(parts: AsyncIterable<ZipPart> | Iterable<ZipPart>): AsyncGenerator<Buffer> {
  const zip = new ZipFile()
  // Its types promise less than a stream that can be destroyed, which it is.
  const output = zip.outputStream as Readable
  const feeding = feed(zip, parts).catch((error: unknown) => {
    output.destroy(error instanceof Error ? error : new Error(String(error)))
  })
  try {
    yield* output as AsyncIterable<Buffer>
    await feeding
  } finally {
    output.destroy()
  }
}

async function feed(zip: ZipFile, parts: AsyncIterable<ZipPart> | Iterable<ZipPart>): Promise<void> {
  for await (const { name, content } of parts) {
    const source = Readable.from(content, { objectMode: true, highWaterMark: 1 })
    const over = once(source, 'end')
    zip.addReadStream(source, name, {
      mtime: WRITTEN_AT,
      forceDosTimestamp: true,
      compressionLevel: LEVEL,
    })
    await over
  }
  zip.end()
}
