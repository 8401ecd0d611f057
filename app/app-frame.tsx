/** The shell filled with what this reader may use, as the rooms of the composition say. */
import { Form, useLocation } from '@remix-run/react'
import type { ReactNode } from 'react'
import { useRootFacts } from '#app/platform/http/root-facts.tsx'
import { useT } from '#app/platform/i18n/use-t.tsx'
import { Menu, MenuButton, MenuLink } from '#app/ui/menu.tsx'
import { SearchBox } from '#app/ui/search-box.tsx'
import { type NavItem, Shell } from '#app/ui/shell.tsx'
import { Toast } from '#app/ui/toast.tsx'
import type { Navigation } from './composition/navigation.server.ts'
import { LanguageSwitch } from './language-switch.tsx'

export type FrameFacts = { displayName: string; organisationName: string; navigation: Navigation }

export function AppFrame({ children, ...facts }: FrameFacts & { children: ReactNode }) {
  const t = useT()
  const { pathname } = useLocation()
  const toast = useRootFacts()?.toast
  const { search, own } = facts.navigation
  return (
    <Shell
      brand={{ name: t('app.full_name'), href: '/' }}
      words={{ skip: t('app.skip'), nav: t('app.nav'), phoneNav: t('app.phone_nav'), menu: t('app.menu') }}
      {...items(facts.navigation, pathname, t)}
      organisation={facts.organisationName}
      search={
        search &&
        pathname !== search.hiddenAt && (
          <SearchBox
            action={search.action}
            method="post"
            name={search.field}
            label={search.label}
            placeholder={search.placeholder}
            submitLabel={search.label}
          />
        )
      }
      languageSwitch={<LanguageSwitch />}
      personMenu={
        <Menu label={facts.displayName} icon="circle-user" iconOnlyOnPhone>
          <MenuLink href="/me">{t('me.title')}</MenuLink>
          {own.map(({ href, label }) => (
            <MenuLink key={href} href={href}>
              {label}
            </MenuLink>
          ))}
          <Form method="post" action="/logout">
            <MenuButton>{t('auth.sign_out')}</MenuButton>
          </Form>
        </Menu>
      }
      toast={<Toast text={toast ?? undefined} dismissLabel={t('app.dismiss')} />}
    >
      {children}
    </Shell>
  )
}

function items({ main, own, settings }: Navigation, pathname: string, t: ReturnType<typeof useT>) {
  const isAt = (href: string) => pathname === href || pathname.startsWith(`${href}/`)
  // Of two that hold the page, it is the narrower one's.
  const narrowest = Math.max(
    ...[...main, ...own, ...settings].filter(({ href }) => isAt(href)).map(({ href }) => href.length),
  )
  const item = (link: Omit<NavItem, 'current'>): NavItem => ({
    ...link,
    current: isAt(link.href) && link.href.length === narrowest,
  })
  const home: NavItem = { href: '/', label: t('nav.home'), icon: 'house', current: pathname === '/' }
  const places = [...main, ...own.filter(({ isInRail }) => isInRail)].map(item)
  const isElsewhere = places.some(({ current }) => current)
  const me: NavItem = {
    href: '/me',
    label: t('nav.me'),
    icon: 'circle-user',
    current: isAt('/me') && !isElsewhere,
  }
  return {
    nav: [home, ...places],
    secondaryNav: settings.map(item),
    // Five fit: the rest is behind the menu and under "me".
    phoneNav: [home, ...places.slice(0, 3), me],
  }
}
