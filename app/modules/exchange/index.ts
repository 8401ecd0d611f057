/** The front door of exchange for every place that runs in a browser too. */
export * from './access.ts'
export { EXEMPTIONS, type ExemptionKind, exemptionEntry, latestEnd } from './exemption.ts'
export { exchangePolicies } from './policies.ts'
