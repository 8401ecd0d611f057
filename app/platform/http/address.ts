/** Addresses of lists: the present one with something changed. */

/** `path` with the parameters, some set, some (null) taken out; paging starts anew unless a change names it. */
export function addressWith(
  path: string,
  params: URLSearchParams,
  changes: Record<string, string | null>,
): string {
  const kept = new URLSearchParams([...params].filter(([name, value]) => value !== '' && !isPaging(name)))
  for (const [name, value] of Object.entries(changes)) {
    if (value === null) kept.delete(name)
    else kept.set(name, value)
  }
  const query = kept.toString()
  return query ? `${path}?${query}` : path
}

function isPaging(name: string): boolean {
  return ['cursor', 'index'].includes(name)
}
