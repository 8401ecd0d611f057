/** Identity numbers are read whatever a sheet has put around them; one that lost its end is not made up. */
import { expect, test } from 'vitest'
import { bareNumber } from './bare-number.ts'

test.each([
  ['="371502198001011234"'],
  ["'371502198001011234"],
  ['’371502198001011234'],
  ["371502198001011234'"],
  ['３７１５０２１９８００１０１１２３４'],
  ['371502 19800101 1234'],
  ['371502\u00a019800101\u30001234'],
  ['\u202d371502198001011234\u202c'],
  [' "371502198001011234" '],
])('%j', (cell) => {
  expect(bareNumber(cell)).toBe('371502198001011234')
})

test.each([['3.71502E+17'], ['3.715021980010112e17'], ['="3.71502E+17"']])('%s has lost its end', (cell) => {
  expect(bareNumber(cell)).toBeNull()
})

test('other documents stay as they are', () => {
  expect(bareNumber('H12345678(9)')).toBe('H12345678(9)')
})
