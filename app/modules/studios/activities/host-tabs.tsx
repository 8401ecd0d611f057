// The parts of what comes to a school, under every page's head.
import { PartTabs } from '#app/ui/tabs.tsx'
import { useT } from '../researcher-words.tsx'

export function HostTabs() {
  const t = useT()
  return (
    <PartTabs
      label={t('visit.title')}
      parts={[
        { href: '/studios/visits', label: t('visit.title') },
        { href: '/studios/visits/research', label: t('research_log.hosted') },
      ]}
    />
  )
}
