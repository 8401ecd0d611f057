/** Pictures that claim to be larger than anything can show are refused by their head. */
import { expect, test } from 'vitest'
import { pictureProblem } from './picture-size.ts'

/** A PNG's head that claims such a size. */
function claiming(width: number, height: number): Uint8Array {
  const size = Buffer.alloc(8)
  size.writeUInt32BE(width, 0)
  size.writeUInt32BE(height, 4)
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13])
  return Buffer.concat([signature, Buffer.from('IHDR'), size, Buffer.from([8, 2, 0, 0, 0])])
}

test('a picture may be as large as a camera takes it, and no larger', () => {
  expect(pictureProblem(claiming(480, 340))).toBeNull()
  expect(pictureProblem(claiming(12_000, 9_000))).toBeNull()
  expect(pictureProblem(claiming(60_000, 60_000))).toBe('pixels')
  expect(pictureProblem(claiming(0, 10))).toBe('kind')
})

test('what only begins like a picture is none', () => {
  expect(pictureProblem(Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]))).toBe('kind')
  expect(pictureProblem(Buffer.from([0xff, 0xd8, 0xff, 0xe0]))).toBe('kind')
})
