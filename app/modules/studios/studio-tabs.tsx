// The parts of studios, under every page's head.
import { PartTabs } from '#app/ui/tabs.tsx'
import { useT } from './words.tsx'

const parts = [
  { href: '/studios', label: 'studios.tab_studios' },
  { href: '/studios/coverage', label: 'studios.tab_coverage' },
  { href: '/studios/proposals', label: 'studios.tab_proposals' },
  { href: '/studios/researchers', label: 'studios.tab_researchers' },
  { href: '/studios/figures', label: 'studios.tab_figures' },
  { href: '/studios/calls', label: 'studios.tab_calls' },
] as const

export function StudioTabs() {
  const t = useT()
  return (
    <PartTabs
      label={t('studios.title')}
      parts={parts.map(({ href, label }) => ({ href, label: t(label) }))}
    />
  )
}
