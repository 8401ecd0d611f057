/** The frame of pages that anybody reads. */
import { Outlet } from '@remix-run/react'
import { LanguageSwitch } from '#app/language-switch.tsx'
import { useT } from '#app/platform/i18n/use-t.tsx'
import { PlainShell } from '#app/ui/plain-shell.tsx'

export default function PublicLayout() {
  const t = useT()
  return (
    <PlainShell
      width="page"
      brand={{ name: t('app.full_name'), href: '/notices' }}
      skipLabel={t('app.skip')}
      languageSwitch={<LanguageSwitch />}
    >
      <Outlet />
    </PlainShell>
  )
}
