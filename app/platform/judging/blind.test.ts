/** What experts read holds no name of who applied, or of where they work. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { blinded, schoolNames } from './blind.ts'

test('names are taken out wherever they stand, also within each other', () => {
  const names = ['王晓红', ...schoolNames('东昌府区实验小学', ['聊城市', '东昌府区'])]
  expect(blinded('王晓红（东昌府区实验小学）在实验小学', names)).toBe('□□（□□）在□□')
  expect(schoolNames('东昌府区一中', ['东昌府区'])).toEqual(['东昌府区一中'])
})

test('no name is left of any text', () => {
  const name = fc.string({ minLength: 2, maxLength: 4, unit: fc.constantFrom('王', '晓', '红', '校') })
  fc.assert(
    fc.property(fc.array(name, { minLength: 1 }), fc.array(name), (names, parts) => {
      const left = blinded(parts.join('，'), names)
      for (const one of names) expect(left).not.toContain(one)
    }),
  )
})
