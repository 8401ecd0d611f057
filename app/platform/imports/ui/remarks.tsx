// What the check found in the file as a whole, each remark once with how often it occurs and where it begins.
import { formatNumber } from '#app/platform/i18n/format.ts'
import { useLocale } from '#app/platform/i18n/use-t.tsx'
import { Section } from '#app/ui/section.tsx'
import { Tag, type Tone } from '#app/ui/tag.tsx'
import type { RemarkView } from './views.ts'
import { useT } from './words.tsx'

const tones: Record<RemarkView['level'], Tone> = {
  error: 'red',
  conflict: 'amber',
  warning: 'neutral',
  sheet: 'neutral',
}

export function Remarks({ remarks }: { remarks: readonly RemarkView[] }) {
  const t = useT()
  const locale = useLocale()
  if (remarks.length === 0) return null
  return (
    <Section id="remarks" title={t('imports.remarks')} description={t('imports.remarks_hint')}>
      <ul className="border-t border-line-strong">
        {remarks.map((remark) => (
          <li
            key={remark.key}
            className="flex flex-wrap items-baseline gap-x-3 gap-y-1 border-b border-line py-2"
          >
            <Tag tone={tones[remark.level]}>{t(`imports.level_${remark.level}`)}</Tag>
            <span className="min-w-0 flex-1 basis-60">{remark.text}</span>
            <span className="text-sm text-ink-soft tabular-nums">
              {remark.count !== null && t('imports.times', { count: formatNumber(remark.count, locale) })}
              {remark.firstRow !== null &&
                t('imports.first_at', { row: formatNumber(remark.firstRow, locale) })}
            </span>
          </li>
        ))}
      </ul>
    </Section>
  )
}
