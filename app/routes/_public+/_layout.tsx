/** The frame of pages that anybody reads. */
import { Outlet, useLocation } from '@remix-run/react'
import { LanguageSwitch } from '#app/language-switch.tsx'
import { useT as useForumT } from '#app/modules/studios/figures-words.tsx'
import { useT as useNoticeT } from '#app/platform/approvals/ui/words.tsx'
import { useT } from '#app/platform/i18n/use-t.tsx'
import { PlainShell } from '#app/ui/plain-shell.tsx'
import { PartTabs } from '#app/ui/tabs.tsx'

export default function PublicLayout() {
  const t = useT()
  return (
    <PlainShell
      width="page"
      brand={{ name: t('app.full_name'), href: '/notices' }}
      skipLabel={t('app.skip')}
      languageSwitch={<LanguageSwitch />}
    >
      <PublicLists />
      <Outlet />
    </PlainShell>
  )
}

/** What there is to read, above the lists themselves. */
function PublicLists() {
  const [notices, forums] = [useNoticeT(), useForumT()]
  const parts = [
    { href: '/notices', label: notices('notice.list_title') },
    { href: '/forums', label: forums('forum.title') },
  ]
  const { pathname } = useLocation()
  if (parts.every(({ href }) => href !== pathname)) return null
  return <PartTabs label={forums('forum.public')} parts={parts} />
}
