// The facts of a record, from words made on the server.
import { type Fact, FactList } from '#app/ui/fact-list.tsx'
import { TextLink } from '#app/ui/text-link.tsx'
import type { FactView } from './staff-views.ts'

/** `first` stand before the rest: facts that are more than words. */
export function Facts({ facts, first = [] }: { facts: readonly FactView[]; first?: readonly Fact[] }) {
  const rest = facts.map(({ href, value, ...fact }) => ({
    ...fact,
    value: href ? <TextLink href={href}>{value}</TextLink> : value,
  }))
  return <FactList facts={[...first, ...rest]} />
}
