/**
 * Moves the clock of this process to SHIZI_TEST_NOW (an ISO moment); it runs on from there. Loaded by the tests' setup,
 * and by `node --import` for processes that tests start, so that rules bound to the school year are seen on its first day.
 */
const moment = process.env.SHIZI_TEST_NOW
const marker = Symbol.for('shizi.shiftedClock')

if (moment && !Reflect.get(globalThis, marker)) {
  const shift = Date.parse(moment) - Date.now()
  if (Number.isNaN(shift)) throw new Error(`SHIZI_TEST_NOW is no moment: ${moment}`)
  const now = () => RealDate.now() + shift
  const RealDate = Date
  globalThis.Date = new Proxy(RealDate, {
    construct: (target, given, newTarget) =>
      Reflect.construct(target, given.length === 0 ? [now()] : given, newTarget),
    apply: () => new RealDate(now()).toString(),
    get: (target, key, receiver) => (key === 'now' ? now : Reflect.get(target, key, receiver)),
  })
  RealDate.prototype.constructor = globalThis.Date
  Reflect.set(globalThis, marker, true)
}
