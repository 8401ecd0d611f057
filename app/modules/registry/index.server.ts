/** The registry's front door on the server: what other modules may read and do. */
export { findOrganisation, listOrganisations, searchOrganisations } from './organisations.queries.server.ts'
export { countRoster, listRoster, type RosterPage, streamRoster } from './roster.queries.server.ts'
export { refreshRosterOf } from './roster.sql.server.ts'
export { readableStaff } from './roster-where.sql.server.ts'
export { changePost, endService, hireStaff, rehireStaff, retireStaff } from './service.commands.server.ts'
export { findStaff } from './staff.queries.server.ts'
export { placeOf } from './staff-change.server.ts'
