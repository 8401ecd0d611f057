/** Where a person's page is, which only the room knows that keeps people. */

let addressOf: ((personId: string) => string) | null = null

export function registerPersonPage(href: (personId: string) => string): void {
  addressOf = href
}

/** The address of a person's page; null where no room keeps people. */
export function personHref(personId: string): string | null {
  return addressOf?.(personId) ?? null
}
