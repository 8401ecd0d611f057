/** The shell filled with what this reader may use. */
import { Form, useLocation, useRouteLoaderData } from '@remix-run/react'
import {
  ArrowLeftRight,
  Building2,
  CircleUser,
  FileUp,
  History,
  House,
  IdCard,
  KeyRound,
  SlidersHorizontal,
  Users,
} from 'lucide-react'
import type { ReactNode } from 'react'
import { useT } from '#app/platform/i18n/use-t.tsx'
import { Menu, MenuButton, MenuLink } from '#app/ui/menu.tsx'
import { SearchBox } from '#app/ui/search-box.tsx'
import { type NavItem, Shell } from '#app/ui/shell.tsx'
import { Toast } from '#app/ui/toast.tsx'
import { LanguageSwitch } from './language-switch.tsx'
import type { loader as rootLoader } from './root.tsx'

export type FrameFacts = {
  displayName: string
  organisationName: string
  hasRecord: boolean
  sees: Record<'staff' | 'organisations' | 'imports' | 'exchange' | 'policy' | 'accounts' | 'audit', boolean>
}

export function AppFrame({ children, ...facts }: FrameFacts & { children: ReactNode }) {
  const t = useT()
  const { pathname } = useLocation()
  const toast = useRouteLoaderData<typeof rootLoader>('root')?.toast
  const { nav, secondary, phone } = navigation(facts, pathname, t)
  return (
    <Shell
      brand={{ name: t('app.full_name'), href: '/' }}
      words={{ skip: t('app.skip'), nav: t('app.nav'), phoneNav: t('app.phone_nav'), menu: t('app.menu') }}
      nav={nav}
      secondaryNav={secondary}
      phoneNav={phone}
      organisation={facts.organisationName}
      search={
        facts.sees.staff &&
        pathname !== '/staff' && (
          <SearchBox
            action="/staff?index"
            method="post"
            name="q"
            label={t('nav.search')}
            placeholder={t('nav.search_hint')}
            submitLabel={t('nav.search')}
          />
        )
      }
      languageSwitch={<LanguageSwitch />}
      personMenu={
        <Menu label={facts.displayName} icon={CircleUser} iconOnlyOnPhone>
          <MenuLink href="/me">{t('me.title')}</MenuLink>
          {facts.hasRecord && <MenuLink href="/me/record">{t('me.record')}</MenuLink>}
          {facts.hasRecord && <MenuLink href="/me/exchange">{t('nav.my_exchange')}</MenuLink>}
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

function navigation({ sees, hasRecord }: FrameFacts, pathname: string, t: ReturnType<typeof useT>) {
  const item = (href: string, label: string, icon: NavItem['icon']): NavItem => ({
    href,
    label,
    icon,
    current: href === '/' ? pathname === '/' : pathname === href || pathname.startsWith(`${href}/`),
  })
  const home = item('/', t('nav.home'), House)
  const staff = sees.staff ? [item('/staff', t('nav.staff'), Users)] : []
  const organisations = sees.organisations ? [item('/organisations', t('nav.organisations'), Building2)] : []
  const imports = sees.imports ? [item('/imports', t('nav.imports'), FileUp)] : []
  const exchange = sees.exchange ? [item('/exchange', t('nav.exchange'), ArrowLeftRight)] : []
  // Who runs the exchange finds their own behind the menu.
  const mine = hasRecord && !sees.exchange ? [item('/me/exchange', t('nav.my_exchange'), ArrowLeftRight)] : []
  const accounts = sees.accounts ? [item('/accounts', t('nav.accounts'), KeyRound)] : []
  const policy = sees.policy ? [item('/policy', t('nav.policy'), SlidersHorizontal)] : []
  const audit = sees.audit ? [item('/audit', t('nav.audit'), History)] : []
  const record = hasRecord ? [item('/me/record', t('me.record'), IdCard)] : []
  const isOwn = (entry: NavItem | undefined) => entry?.current ?? false
  const me = {
    ...item('/me', t('nav.me'), CircleUser),
    current: isMine(pathname) && !isOwn(record[0]) && !isOwn(mine[0]),
  }
  const places = [...staff, ...organisations, ...exchange, ...imports, ...record, ...mine]
  return {
    nav: [home, ...places],
    secondary: [...policy, ...accounts, ...audit],
    // Five fit: the rest is behind the menu and under "me".
    phone: [home, ...places.slice(0, 3), me],
  }
}

function isMine(pathname: string): boolean {
  return pathname === '/me' || pathname.startsWith('/me/')
}
