// One studio as the bureau and schools see it.
import { Breadcrumbs } from '#app/ui/breadcrumbs.tsx'
import { FactList } from '#app/ui/fact-list.tsx'
import { PageHeader } from '#app/ui/page-header.tsx'
import { Tag } from '#app/ui/tag.tsx'
import { useT } from '../words.tsx'
import type { StudioView } from './studio.view.server.ts'

export function StudioPage({ view }: { view: StudioView }) {
  const t = useT()
  return (
    <>
      <PageHeader
        trail={
          <Breadcrumbs
            label={t('studios.trail')}
            crumbs={[{ href: '/studios', label: t('studios.title') }]}
          />
        }
        title={view.title}
        tags={<Tag tone={view.state.tone}>{view.state.label}</Tag>}
      />
      <FactList facts={view.facts} />
    </>
  )
}
