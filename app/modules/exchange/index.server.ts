/** The front door of exchange on the server: where schools lie. */
export { kilometresTo, placesOf, schoolPlace } from './places/distance.sql.server.ts'
