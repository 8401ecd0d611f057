/** How far schools are from each other. Pure. */

export const EARTH_KM = 6371

/** Degrees, as maps give them. */
export type Place = { latitude: number; longitude: number }

/** Great-circle distance in kilometres. */
export function kilometresBetween(a: Place, b: Place): number {
  const rad = Math.PI / 180
  const dLat = (b.latitude - a.latitude) * rad
  const dLon = (b.longitude - a.longitude) * rad
  const h =
    Math.sin(dLat / 2) ** 2 +
    Math.cos(a.latitude * rad) * Math.cos(b.latitude * rad) * Math.sin(dLon / 2) ** 2
  return 2 * EARTH_KM * Math.asin(Math.min(1, Math.sqrt(h)))
}
