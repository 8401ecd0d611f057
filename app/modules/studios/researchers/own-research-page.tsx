// A researcher's own duty: the terms, the contact schools, the days at schools.
import type { ActReply } from '#app/platform/forms/form-view.ts'
import { Breadcrumbs } from '#app/ui/breadcrumbs.tsx'
import { LinkButton } from '#app/ui/button.tsx'
import { PageHeader } from '#app/ui/page-header.tsx'
import { useT } from '../researcher-words.tsx'
import type { OwnResearchView } from './researchers.view.server.ts'
import { Served } from './served.tsx'

export function OwnResearch({ view, reply }: { view: OwnResearchView; reply: ActReply | undefined }) {
  const t = useT()
  return (
    <>
      <PageHeader
        trail={
          <Breadcrumbs
            label={t('studios.trail')}
            crumbs={[{ href: '/me/studios', label: t('studios.mine') }]}
          />
        }
        title={t('researcher.own')}
        actions={
          <>
            <LinkButton href={view.newHref} variant="primary" icon="plus">
              {t('research_log.new')}
            </LinkButton>
            <LinkButton href={view.exportHref} icon="file-spreadsheet" download>
              {t('studios.export')}
            </LinkButton>
          </>
        }
      />
      <Served view={view} reply={reply} />
    </>
  )
}
