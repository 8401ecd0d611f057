/** Figures of pay as pages and sheets write them. */
import type { Words } from '#app/platform/i18n/words.ts'
import { formatYuan } from '#app/platform/money.ts'

/** Yuan with both decimals; a dash for what is not known. */
export const yuanText = (fen: bigint | null, { locale }: Pick<Words, 'locale'>) =>
  fen === null ? '—' : formatYuan(fen, locale)

/** Percent with one decimal, rounded down: 99.96% is not 100%. */
export function ratioText(ratio: number | null): string {
  return ratio === null ? '—' : `${(Math.floor(ratio * 1000 + 1e-9) / 10).toFixed(1)}%`
}

/** Exact: no county's pay in fen is beyond what a number holds. */
export const inYuan = (fen: bigint | null) => (fen === null ? '' : Number(fen) / 100)
