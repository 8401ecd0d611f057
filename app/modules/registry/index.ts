/** The registry's front door for every place that runs in a browser too: codes, rules, types, addresses. */
export * from './access.ts'
export * from './codes/index.ts'
export { settleNamedPerson } from './named-person.ts'
export { RETIREMENT_LINES, type RetirementCategory, retirementFor } from './retirement.ts'
export { bornToRetire } from './retiring.ts'
export * from './roster.ts'
