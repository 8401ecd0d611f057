/** The front door of exchange on the server: where schools lie, who is posted away. */
export { kilometresTo, placesOf, schoolPlace } from './places/distance.sql.server.ts'
export { postedWithin } from './postings/posted-within.sql.server.ts'
