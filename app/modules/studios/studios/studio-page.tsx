// One studio as the bureau and schools see it.
import { Why } from '#app/platform/decisions/why.tsx'
import { Breadcrumbs } from '#app/ui/breadcrumbs.tsx'
import { LinkButton } from '#app/ui/button.tsx'
import { FactList } from '#app/ui/fact-list.tsx'
import { PageHeader } from '#app/ui/page-header.tsx'
import { Section } from '#app/ui/section.tsx'
import { Tag } from '#app/ui/tag.tsx'
import { useT as useMemberT } from '../member-words.tsx'
import type { MembersView } from '../members/members.view.server.ts'
import { Members } from '../members/members-table.tsx'
import { useT } from '../words.tsx'
import type { StudioView } from './studio.view.server.ts'

interface StudioPageProps {
  view: StudioView & Pick<MembersView, 'members' | 'composition'> & { dissolveHref: string | null }
}

export function StudioPage({ view }: StudioPageProps) {
  const t = useT()
  const of = useMemberT()
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
        actions={
          view.dissolveHref && <LinkButton href={view.dissolveHref}>{t('studio.dissolve')}</LinkButton>
        }
        tags={<Tag tone={view.state.tone}>{view.state.label}</Tag>}
      />
      <FactList facts={view.facts} />
      <Section id="members" title={of('member.title')} actions={<Why {...view.composition} />}>
        <Members rows={view.members} />
      </Section>
    </>
  )
}
