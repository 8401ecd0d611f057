// A zip opened with suspicion: what it declares is checked before anything is inflated, and what really comes out
// is counted while it does, since a header can lie.
import { type Entry, fromBufferPromise, type ZipFile } from 'yauzl'
import { SheetFailure, type SheetLimits } from './sheet.ts'

/** Small parts may compress as well as they like: a blank sheet of styles easily passes any ratio. */
const RATIO_MATTERS_FROM = 16 * 1024 * 1024

const DEFLATED = 8

export interface Archive {
  has(name: string): boolean
  /** Declared inflated size in bytes, 0 if there is no such part. */
  size(name: string): number
  /** The inflated bytes of one part. Throws `SheetFailure` if it is missing, damaged or larger than declared. */
  read(name: string): AsyncGenerator<Buffer>
}

/** Reads the central directory. Throws `SheetFailure`: zip_bomb, password_protected, unreadable_workbook. */
export async function openArchive(
  bytes: Buffer,
  limits: Pick<SheetLimits, 'inflatedBytes' | 'inflateRatio' | 'zipEntries'>,
): Promise<Archive> {
  const zip = await orUnreadable(
    fromBufferPromise(bytes, { lazyEntries: true, autoClose: false, validateEntrySizes: false }),
  )
  if (zip.entryCount > limits.zipEntries) throw new SheetFailure('zip_bomb')
  const entries = new Map<string, Entry>()
  let inflated = 0
  for await (const entry of eachEntry(zip)) {
    const ratio = entry.uncompressedSize / Math.max(1, entry.compressedSize)
    inflated += entry.uncompressedSize
    if (inflated > limits.inflatedBytes) throw new SheetFailure('zip_bomb', { limit: limits.inflatedBytes })
    if (entry.uncompressedSize > RATIO_MATTERS_FROM && ratio > limits.inflateRatio) {
      throw new SheetFailure('zip_bomb')
    }
    if (entry.isEncrypted()) throw new SheetFailure('password_protected')
    entries.set(entry.fileName, entry)
  }
  return {
    has: (name) => entries.has(name),
    size: (name) => entries.get(name)?.uncompressedSize ?? 0,
    read: (name) => readPart(zip, entries.get(name)),
  }
}

async function* readPart(zip: ZipFile, entry: Entry | undefined): AsyncGenerator<Buffer> {
  if (!entry) throw new SheetFailure('unreadable_workbook')
  const stored = entry.compressionMethod !== DEFLATED
  const stream = await orUnreadable(zip.openReadStreamPromise(entry))
  const chunks: AsyncIterator<Buffer> = stream[Symbol.asyncIterator]()
  let real = 0
  try {
    for (;;) {
      const step = await orUnreadable(chunks.next())
      if (step.done) break
      real += step.value.length
      if (real > entry.uncompressedSize) throw new SheetFailure(stored ? 'unreadable_workbook' : 'zip_bomb')
      yield step.value
    }
    if (real < entry.uncompressedSize) throw new SheetFailure('unreadable_workbook')
  } finally {
    stream.destroy()
  }
}

async function* eachEntry(zip: ZipFile): AsyncGenerator<Entry> {
  const entries = zip.eachEntry()
  for (;;) {
    const step = await orUnreadable(entries.next())
    if (step.done) return
    yield step.value
  }
}

/** Whatever yauzl or zlib find wrong with the bytes is one thing to the sender: the workbook is damaged. */
async function orUnreadable<T>(work: Promise<T>): Promise<T> {
  try {
    return await work
  } catch {
    throw new SheetFailure('unreadable_workbook')
  }
}
