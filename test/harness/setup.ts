/** Before every test file: the clock, no requests to the outside, and no stray complaint on the console. */
import './clock.mjs'
import '#app/composition/register.server.ts'
import { afterAll, afterEach, beforeAll, beforeEach, expect, type MockInstance, vi } from 'vitest'
import { guardOutsideWorld, outsideWorld } from '#test/mocks/server.ts'

beforeAll(guardOutsideWorld)
afterEach(() => outsideWorld.resetHandlers())
afterAll(() => outsideWorld.close())

let watched: MockInstance[] = []

beforeEach(() => {
  watched = (['error', 'warn'] as const).map((level) => vi.spyOn(console, level).mockImplementation(() => {}))
})

/** A test that expects a complaint asserts it and clears it: `vi.mocked(console.error).mockClear()`. */
afterEach(() => {
  const complaints = watched.flatMap((spy) => spy.mock.calls)
  for (const spy of watched) spy.mockRestore()
  expect(complaints, 'console.error or console.warn was called').toEqual([])
})
