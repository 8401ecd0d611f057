/** A word of the basis as it is read. */
import type { Words } from '#app/platform/i18n/words.ts'
import type { ItemBasis } from './basis.ts'

/** Why an item counts or not; of the default, the clause. */
export function reasonText(
  { from, counts, reason }: Pick<ItemBasis, 'from' | 'counts' | 'reason'>,
  { t }: Words,
): string {
  return from === 'default' ? t(counts ? 'pay.default_counts' : 'pay.default_not') : reason
}
