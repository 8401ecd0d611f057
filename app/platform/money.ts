/** Money is whole fen 分, as bigint: typed and shown in yuan. */
import type { Locale } from '#app/platform/i18n/locale.ts'

/** Yuan have two decimals. */
const FEN = 100n
/** No single amount of a person's pay, nor a county's in a year, comes near it (fen). */
const MOST_FEN = 10n ** 15n

/**
 * Reads an amount as people and sheets write it: ￥1,234.50, (12.00) and -12.00, with or without 元. Null where it is no amount:
 * more than two decimals, an exponent, a word.
 */
export function parseYuan(text: string): bigint | null {
  const plain = text.normalize('NFKC').replace(/[\s¥元]/g, '')
  const [, bracketed] = /^\((.*)\)$/.exec(plain) ?? []
  const found = /^([-+−])?(\d{1,3}(?:,\d{3})+|\d+)(?:\.(\d{1,2})0*)?$/.exec(bracketed ?? plain)
  if (!found || (bracketed !== undefined && found[1])) return null
  const [, sign, whole = '', decimals = ''] = found
  const fen = BigInt(whole.replaceAll(',', '')) * FEN + BigInt(decimals.padEnd(2, '0'))
  if (fen > MOST_FEN) return null
  return bracketed !== undefined || sign === '-' || sign === '−' ? -fen : fen
}

/** 6,543.21: yuan with both decimals, without a unit. */
export function formatYuan(fen: bigint, locale: Locale): string {
  const size = fen < 0n ? -fen : fen
  const whole = (size / FEN).toLocaleString(locale === 'en' ? 'en' : 'zh-CN')
  return `${fen < 0n ? '-' : ''}${whole}.${String(size % FEN).padStart(2, '0')}`
}

/** The nearest whole fen of a fraction, halves away from zero. Throws for a divisor that is not positive. */
export function dividedFen(fen: bigint, divisor: bigint): bigint {
  if (divisor <= 0n) throw new RangeError('divides by nothing')
  const size = fen < 0n ? -fen : fen
  const nearest = (2n * size + divisor) / (2n * divisor)
  return fen < 0n ? -nearest : nearest
}
