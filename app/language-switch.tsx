/** Switches the language and stays on the page. A full reload: the browser holds one language's words. */
import { useLocation } from '@remix-run/react'
import { useLocale, useT } from '#app/platform/i18n/use-t.tsx'

export function LanguageSwitch() {
  const t = useT()
  const other = useLocale() === 'zh-CN' ? 'en' : 'zh-CN'
  const { pathname, search } = useLocation()
  return (
    <form method="post" action="/language">
      <input type="hidden" name="to" value={pathname + search} />
      <button
        type="submit"
        name="locale"
        value={other}
        lang={other}
        className="min-h-11 rounded-sm px-2 text-ink-soft hover:bg-sunken hover:text-ink md:min-h-9"
      >
        {t('app.other_language')}
      </button>
    </form>
  )
}
