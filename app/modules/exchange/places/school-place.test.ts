/** What is pasted of schools' places: read whatever sets its cells off, or refused line by line. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readPlaceLines } from './school-place.ts'

const place = { latitude: 36.4567, longitude: 115.9876 }

describe('a line', () => {
  test.each([
    ['梁水镇中心小学\t36.4567\t115.9876'],
    ['梁水镇中心小学,36.4567,115.9876'],
    ['梁水镇中心小学，３６.４５６７，１１５.９８７６'],
    ['梁水镇中心小学 36.4567 115.9876'],
    ['梁水镇中心小学\t东昌府区\t36.4567°\t115.9876°'],
  ])('%s is read', (text) => {
    expect(readPlaceLines(text)).toEqual({
      lines: [{ ...place, school: '梁水镇中心小学', line: 1 }],
      refused: [],
    })
  })

  test.each([
    ['梁水镇中心小学\t115.9876\t36.4567', 'swapped'],
    ['梁水镇中心小学\t0\t0', 'outside'],
    ['梁水镇中心小学\t36.4567', 'incomplete'],
    ['36.4567\t115.9876', 'incomplete'],
    ['梁水镇中心小学\t北纬36度\t115.9876', 'incomplete'],
  ])('%s is refused as %s', (text, reason) => {
    expect(readPlaceLines(text)).toMatchObject({ lines: [], refused: [{ line: 1, reason }] })
  })
})

test('a heading and blank lines are passed over; a school told twice is refused the second time', () => {
  const text = '学校\t纬度\t经度\n\n甲小学\t36.1\t115.1\n甲小学\t36.2\t115.2\n'
  const { lines, refused } = readPlaceLines(text)
  expect(lines.map(({ line, school }) => [line, school])).toEqual([[3, '甲小学']])
  expect(refused).toEqual([{ line: 4, text: '甲小学\t36.2\t115.2', reason: 'twice' }])
})

test('whatever is pasted, each line is read, refused or passed over once, and what is read lies in the country', () => {
  const cell = fc.oneof(fc.string({ maxLength: 8 }), fc.double({ min: -200, max: 200 }).map(String))
  const lines = fc.array(
    fc.array(cell, { maxLength: 4 }).map((cells) => cells.join('\t').replaceAll('\n', '')),
  )
  fc.assert(
    fc.property(lines, (given) => {
      const { lines: read, refused } = readPlaceLines(given.join('\n'))
      const numbers = [...read, ...refused].map(({ line }) => line)
      expect(new Set(numbers).size).toBe(numbers.length)
      for (const { latitude, longitude } of read) {
        expect(latitude).toBeGreaterThanOrEqual(3)
        expect(latitude).toBeLessThanOrEqual(54)
        expect(longitude).toBeGreaterThanOrEqual(73)
      }
    }),
  )
})
