import { formatDay } from '#app/platform/i18n/format.ts'
import { useLocale } from '#app/platform/i18n/use-t.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { ScreenOnly } from '#app/ui/print-only.tsx'
import { TextLink } from '#app/ui/text-link.tsx'
import { useT } from './words.tsx'

/** Every page that is told of another day says so, and leads back to today. */
export function AsOfNotice({ day, href }: { day: string; href: string }) {
  const t = useT()
  return (
    <Notice
      tone="warning"
      word={t('staff.as_of_word', { day: formatDay(day, useLocale()) })}
      action={
        <ScreenOnly>
          <TextLink href={href}>{t('staff.as_of_today')}</TextLink>
        </ScreenOnly>
      }
    >
      {t('staff.as_of_about')}
    </Notice>
  )
}
