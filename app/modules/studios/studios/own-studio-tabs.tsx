// The parts of one's own studio, under every page's head.
import { PartTabs } from '#app/ui/tabs.tsx'
import { useT } from '../own-words.tsx'

export function OwnStudioTabs({ studioId }: { studioId: string }) {
  const t = useT()
  const path = `/me/studios/${studioId}`
  return (
    <PartTabs
      label={t('studios.mine')}
      parts={[
        { href: path, label: t('activities.calendar') },
        { href: `${path}/members`, label: t('member.title') },
        { href: `${path}/proposed`, label: t('proposal.tab') },
      ]}
    />
  )
}
