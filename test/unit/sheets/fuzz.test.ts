// Whatever the bytes, reading ends with rows or with a problem; it never throws and never hangs.
import { Buffer } from 'node:buffer'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { oneSheet, rawWorkbookParts, rawZip, readSheet, text } from './nasty-files.ts'

const workbook = oneSheet(
  `<row r="2">${text('A2', '张三')}<c r="B2" t="s"><v>0</v></c></row><row><c><f>1</f><v>31229</v></c></row>`,
  { sharedStrings: ['<t>一中</t>'], formats: [0, 14] },
)

const mutation = fc.record({ at: fc.nat(), byte: fc.integer({ min: 0, max: 255 }) })

async function endsWell(bytes: Buffer) {
  const read = await readSheet(bytes, { limits: { rows: 1000 } })
  expect(
    read.problem !== undefined || read.rows.every((row) => row.cells.length >= read.headings.length),
  ).toBe(true)
}

function mutated(original: Buffer, mutations: readonly { at: number; byte: number }[]): Buffer {
  const bytes = Buffer.from(original)
  for (const { at, byte } of mutations) bytes[at % bytes.length] = byte
  return bytes
}

test('random bytes', async () => {
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ maxLength: 2000 }), (bytes) => endsWell(Buffer.from(bytes))),
    {
      numRuns: 500,
    },
  )
})

test('random bytes behind the mark of a zip, of an old .xls, of Unicode', async () => {
  const mark = fc.constantFrom('504b0304', '504b0506', 'd0cf11e0a1b11ae1', 'fffe', 'feff', 'efbbbf')
  await fc.assert(
    fc.asyncProperty(mark, fc.uint8Array({ maxLength: 500 }), (start, bytes) =>
      endsWell(Buffer.concat([Buffer.from(start, 'hex'), bytes])),
    ),
  )
})

test('a workbook with some bytes changed', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(mutation, { minLength: 1, maxLength: 6 }), (mutations) =>
      endsWell(mutated(workbook, mutations)),
    ),
    { numRuns: 500 },
  )
})

test('a workbook cut short', async () => {
  await fc.assert(
    fc.asyncProperty(fc.nat(workbook.length), (length) => endsWell(workbook.subarray(0, length))),
  )
})

test('a sound zip whose XML has some bytes changed', async () => {
  const parts = rawWorkbookParts({
    sheets: [{ rows: `<row r="1">${text('A1', '姓名')}<c r="B1"><v>1</v></c></row>` }],
  })
  await fc.assert(
    fc.asyncProperty(
      fc.nat(parts.length - 1),
      fc.array(mutation, { minLength: 1, maxLength: 4 }),
      (which, mutations) =>
        endsWell(
          rawZip(
            parts.map((part, i) =>
              i === which ? { ...part, content: mutated(Buffer.from(part.content), mutations) } : part,
            ),
          ),
        ),
    ),
    { numRuns: 400 },
  )
})
