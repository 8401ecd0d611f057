/** What the loader of a list's page answers as `saved` (composition's `savedFiltersOf`). */
import { useMatches } from '@remix-run/react'

export type ListReader = {
  list: string
  filters: { id: string; name: string; href: string; isOwn: boolean }[]
  hidden: string[]
  mayHide: boolean
}

export function useListReader(): ListReader | undefined {
  return (useMatches().at(-1)?.data as { saved?: ListReader } | undefined)?.saved
}

/** The columns of a table without those that this reader has hidden; what a row is about stays. */
export function useShownColumns<Column extends { key: string; primary?: boolean }>(
  columns: Column[],
): Column[] {
  const hidden = useListReader()?.hidden ?? []
  return columns.filter(({ key, primary }) => primary || !hidden.includes(key))
}
