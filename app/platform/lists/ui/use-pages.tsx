import { useSearchParams } from '@remix-run/react'
import type { ListSpec } from '../list-spec.ts'
import { type Cursors, pagesOf } from '../pages.ts'

/** Where the list that is shown goes on. */
export function usePages({ path }: Pick<ListSpec, 'path'>, cursors: Cursors) {
  const [params] = useSearchParams()
  return pagesOf(path, params, cursors)
}
