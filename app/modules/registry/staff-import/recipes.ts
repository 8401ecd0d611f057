/** What a source means beyond its columns: rules that no mapping of headings can say. */
import { PLAIN } from '#app/platform/imports/batch.ts'
import type { RowDraft } from '#app/platform/imports/subject.ts'
import { finishPennsylvania } from './profiles/pa-2012-recipe.ts'

/** Completes a row's draft; made anew for each file, for it may count as it goes. */
export type Recipe = (asOf: string) => (draft: RowDraft) => void

const recipes: Readonly<Record<string, Recipe>> = {
  [PLAIN]: () => () => {},
  'pa-2012': finishPennsylvania,
}

/** The recipe of that name. Throws for one that is not there: a batch was checked by it, and would now mean another thing. */
export function recipeOf(name: string): Recipe {
  const found = Object.hasOwn(recipes, name) ? recipes[name] : undefined
  if (!found) throw new Error(`there is no recipe ${name}`)
  return found
}
