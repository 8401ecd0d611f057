// The preview at a glance: how many rows are new, changed, unchanged, left, in conflict, rejected. Each figure opens its
// own rows.
import { formatNumber } from '#app/platform/i18n/format.ts'
import { useLocale } from '#app/platform/i18n/use-t.tsx'
import { classes } from '#app/ui/class-names.ts'
import { Link } from '#app/ui/link.tsx'
import { ToneMark } from '#app/ui/tag.tsx'
import type { Counts } from '../batch.ts'
import { type Fate, fates, fateTones } from './outcomes.ts'
import { useT } from './words.tsx'

const textTones = {
  neutral: 'text-ink-soft',
  accent: 'text-accent',
  red: 'text-red',
  amber: 'text-amber',
  green: 'text-green',
}

interface OutcomeTilesProps {
  label: string
  counts: Counts
  /** Whether such files may be complete, so that something can be missing. */
  hasLeft: boolean
  /** The one whose rows are listed below. */
  current: Fate | null
  hrefFor: (fate: Fate) => string
}

export function OutcomeTiles({ label, counts, hasLeft, current, hrefFor }: OutcomeTilesProps) {
  const t = useT()
  const locale = useLocale()
  return (
    <nav aria-label={label}>
      <ul className="grid grid-cols-2 gap-px rounded-sm border border-line bg-line md:grid-cols-3 xl:grid-cols-6">
        {fates
          .filter((fate) => hasLeft || fate !== 'left')
          .map((fate) => (
            <li key={fate} className="bg-surface">
              <Link
                to={hrefFor(fate)}
                keepScroll
                aria-current={fate === current ? 'true' : undefined}
                className={classes(
                  'flex h-full flex-col gap-0.5 border-b-3 px-4 py-3 -outline-offset-3 hover:bg-accent-soft',
                  fate === current ? 'border-accent bg-accent-soft' : 'border-transparent',
                )}
              >
                <span className={classes('flex items-center gap-2', textTones[fateTones[fate]])}>
                  <ToneMark tone={fateTones[fate]} />
                  {t(`imports.fate_${fate}`)}
                </span>
                <span className="text-xl font-semibold tabular-nums">
                  {formatNumber(counts[fate], locale)}
                </span>
                <span className="text-sm text-ink-soft">{t(`imports.meaning_${fate}`)}</span>
              </Link>
            </li>
          ))}
      </ul>
    </nav>
  )
}
