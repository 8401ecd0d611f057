/** What the loader of a list's page answers as `saved` (composition's `savedFiltersOf`). */
import { useMatches } from '@remix-run/react'

export type ListReader = {
  list: string
  filters: { id: string; name: string; href: string; isOwn: boolean }[]
  hidden: string[]
}

export function useListReader(): ListReader | undefined {
  return (useMatches().at(-1)?.data as { saved?: ListReader } | undefined)?.saved
}
