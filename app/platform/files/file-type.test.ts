/** What a file is, whatever it is called. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { downloadName, fileTypeOf } from './file-type.ts'

describe('a type is told by the first bytes', () => {
  const bytes = (text: string) => new TextEncoder().encode(text)

  test.each([
    ['%PDF-1.7 …', 'pdf'],
    [' %PDF-1.7', null],
    ['<html>%PDF-', null],
    ['', null],
  ])('%j is %s', (text, type) => {
    expect(fileTypeOf(bytes(text))).toBe(type)
  })

  test('of pictures too', () => {
    expect(fileTypeOf(Uint8Array.from([0xff, 0xd8, 0xff, 0xe0]))).toBe('jpg')
    expect(fileTypeOf(Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0]))).toBe('png')
    expect(fileTypeOf(Uint8Array.from([0x89, 0x50, 0x4e, 0x47]))).toBe(null)
  })
})

describe('a name for a download', () => {
  test.each([
    ['证明.pdf', '证明.pdf'],
    ['证明.exe', '证明.pdf'],
    ['C:\\桌面\\证明.PDF', '证明.pdf'],
    ['../../etc/passwd', 'passwd.pdf'],
    ['a\r\nSet-Cookie: x', 'aSet-Cookie: x.pdf'],
    ['', 'file.pdf'],
    ['.pdf', 'file.pdf'],
  ])('%j becomes %j', (name, wanted) => {
    expect(downloadName(name, 'pdf')).toBe(wanted)
  })

  test('is one line that ends as the content is, from any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
        const name = downloadName(text, 'png')
        expect(name).toMatch(/^[^/\\\p{Cc}]{1,205}\.png$/u)
      }),
    )
  })
})
