/** On a list's page: the saved filters, and the way to save the present one. */
import { useLocation } from '@remix-run/react'
import { useT } from '#app/platform/i18n/use-t.tsx'
import { Menu, MenuLink } from '#app/ui/menu.tsx'
import { useListReader } from './list-reader.tsx'

export function SavedFiltersMenu() {
  const t = useT()
  const { pathname, search } = useLocation()
  const saved = useListReader()
  if (!saved) return null
  const here = `${pathname}${search}`
  const saving = new URLSearchParams({ list: saved.list, query: search.replace(/^\?/, '') })
  return (
    <Menu label={t('filter.menu')} icon="bookmark">
      {saved.filters.map(({ id, name, href, isOwn }) => (
        <MenuLink key={id} href={href} current={href === here}>
          {isOwn ? name : t('filter.of_colleague', { name })}
        </MenuLink>
      ))}
      <MenuLink href={`/filters/new?${saving}`}>{t('filter.save_this')}</MenuLink>
      <MenuLink href="/filters">{t('filter.mine')}</MenuLink>
      <MenuLink href={`/filters/columns?${saving}`}>{t('filter.columns')}</MenuLink>
    </Menu>
  )
}
