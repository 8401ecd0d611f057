/** The frame of pages for people who are not signed in. */
import { Outlet } from '@remix-run/react'
import { LanguageSwitch } from '#app/language-switch.tsx'
import { useT } from '#app/platform/i18n/use-t.tsx'
import { PlainShell } from '#app/ui/plain-shell.tsx'

export default function AuthLayout() {
  const t = useT()
  return (
    <PlainShell
      brand={{ name: t('app.full_name'), href: '/', tagline: t('app.tagline') }}
      skipLabel={t('app.skip')}
      languageSwitch={<LanguageSwitch />}
    >
      <Outlet />
    </PlainShell>
  )
}
