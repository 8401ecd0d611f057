/** The front door of exchange for rules: how far schools are from each other. */
export { kilometresBetween, type Place } from './places/school-distance.ts'
