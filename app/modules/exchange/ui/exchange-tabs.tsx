// The parts of exchange, under every page's head. A part is listed once it has a page.
import { PartTabs } from '#app/ui/tabs.tsx'
import { useT } from './words.tsx'

const parts = [
  { href: '/exchange/due', label: 'exchange.tab_due' },
  { href: '/exchange/exemptions', label: 'exchange.tab_exemptions' },
  { href: '/exchange/rounds', label: 'exchange.tab_rounds' },
  { href: '/exchange/postings', label: 'exchange.tab_postings' },
  { href: '/exchange/targets', label: 'exchange.tab_targets' },
  { href: '/exchange/places', label: 'exchange.tab_places' },
  { href: '/exchange/statistics', label: 'exchange.tab_statistics' },
] as const

export function ExchangeTabs() {
  const t = useT()
  return (
    <PartTabs
      label={t('exchange.title')}
      parts={parts.map(({ href, label }) => ({ href, label: t(label) }))}
    />
  )
}
