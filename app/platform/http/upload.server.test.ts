/** A form with a file is read whole, whatever the file is called and however the form is cut on its way. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readUpload } from './upload.server.ts'

const boundary = '----shizi'

function formOf(fields: Record<string, string>, name: string, content: string): Buffer {
  const texts = Object.entries(fields).map(
    ([key, value]) => `--${boundary}\r\nContent-Disposition: form-data; name="${key}"\r\n\r\n${value}\r\n`,
  )
  const head = `--${boundary}\r\nContent-Disposition: form-data; name="file"; filename="${name}"\r\n`
  const type = 'Content-Type: text/csv\r\n\r\n'
  return Buffer.from(`${texts.join('')}${head}${type}${content}\r\n--${boundary}--\r\n`)
}

/** The form as a request whose body comes in pieces of the given length. */
function requestOf(form: Buffer, length: number): Request {
  let at = 0
  const body = new ReadableStream<Uint8Array>({
    pull(controller) {
      if (at >= form.length) return controller.close()
      controller.enqueue(new Uint8Array(form.subarray(at, at + length)))
      at += length
    },
  })
  const headers = { 'Content-Type': `multipart/form-data; boundary=${boundary}` }
  return new Request('http://shizi.test/', { method: 'POST', headers, body, duplex: 'half' })
}

async function read(request: Request) {
  const texts: Record<string, string> = {}
  let file = { name: '', content: '' }
  await readUpload(request, async ({ name, filename, data }) => {
    const pieces: Uint8Array[] = []
    for await (const piece of data) pieces.push(piece)
    const text = Buffer.concat(pieces).toString('utf8')
    if (filename === undefined) texts[name] = text
    else file = { name: filename, content: text }
    return undefined
  })
  return { texts, file }
}

// Browsers write quotes and line ends in a name as %22 and the like, and send no folders.
const names = fc
  .array(fc.constantFrom('名单', 'roster', ';', '=', '; name=', ' ', "'", '.xlsx', '2026', '𠮷', '%22'), {
    maxLength: 6,
  })
  .map((parts) => `a${parts.join('')}z`)
const contents = fc
  .array(fc.constantFrom('姓名,学校\r\n', 'filename="a;b"\r\n', '=cmd|x', '--', '\r\n', '王'), {
    maxLength: 8,
  })
  .map((parts) => parts.join(''))

test('words, name and content arrive as they were sent; only ; and = of the name are others', async () => {
  await fc.assert(
    fc.asyncProperty(names, contents, fc.integer({ min: 1, max: 400 }), async (name, content, length) => {
      const fields = { organisationId: '1', asOf: '2026-09-01' }
      const got = await read(requestOf(formOf(fields, name, content), length))
      expect(got).toEqual({ texts: fields, file: { name: name.replace(/[;=]/g, '_'), content } })
    }),
    { numRuns: 500 },
  )
})

test('words longer than any form has them are no trouble', async () => {
  const fields = { note: 'x'.repeat(200_000) }
  expect((await read(requestOf(formOf(fields, 'a.csv', 'b'), 5000))).texts).toEqual(fields)
})

test('a form that ends too early is refused', async () => {
  const form = formOf({ a: 'b' }, 'a.csv', 'c'.repeat(1000))
  await expect(read(requestOf(form.subarray(0, 400), 100))).rejects.toThrow(/malformed multipart/)
})
