/** What a source means beyond its columns: rules that no mapping of headings can say. */
import type { ProfileOptions } from './batch.ts'
import { finishPennsylvania } from './profiles/pa-2012-recipe.ts'
import type { RowDraft } from './row-draft.ts'

/** Completes a row's draft; made anew for each file, for it may count as it goes. */
export type Recipe = (asOf: string) => (draft: RowDraft) => void

export const recipes: Record<ProfileOptions['recipe'], Recipe> = {
  plain: () => () => {},
  'pa-2012': finishPennsylvania,
}
