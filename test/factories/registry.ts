/** All factories of the registry and of accounts: the one import most tests need. */
export * from './accounts.ts'
export * from './facts.ts'
export * from './imports.ts'
export * from './organisations.ts'
export * from './people.ts'
