/** The registry's front door on the server: what others may read and do. */

export { bureausInSight, bureausOf } from './bureaus-in-sight.sql.server.ts'
export { designated, isRural } from './designated.sql.server.ts'
export { codesField, requiredCodeField } from './form-fields.ts'
export { movePostingEnd, openPostings, takeOutPosting } from './postings.server.ts'
export { retirementCategory, retirementLine } from './retirement.sql.server.ts'
export { schoolsOf } from './schools-of.server.ts'
export { isSealedWithAnotherKey } from './sealed-key.server.ts'
export { findStaff } from './staff.queries.server.ts'
export { placeOf } from './staff-change.server.ts'
export { organisationText, schoolOfText, schoolsOfLines } from './ui/organisation-names.server.ts'
