/** The year of training that an address asks for; null where it asks for none. */
export function yearIn(params: URLSearchParams): number | null {
  const text = params.get('year') ?? ''
  return /^20\d\d$/.test(text) ? Number(text) : null
}
