// One researcher as the bureau and schools see them.
import { Breadcrumbs } from '#app/ui/breadcrumbs.tsx'
import { LinkButton } from '#app/ui/button.tsx'
import { PageHeader } from '#app/ui/page-header.tsx'
import { useT } from '../researcher-words.tsx'
import type { ResearcherView } from './researchers.view.server.ts'
import { Served } from './served.tsx'

export function ResearcherPage({ view }: { view: ResearcherView }) {
  const t = useT()
  const { acts } = view
  return (
    <>
      <PageHeader
        trail={
          <Breadcrumbs
            label={t('studios.trail')}
            crumbs={[{ href: '/studios/researchers', label: t('researcher.title') }]}
          />
        }
        title={view.name}
        actions={
          <>
            {acts && (
              <LinkButton href={acts.contact} variant="primary" icon="plus">
                {t('contact.add')}
              </LinkButton>
            )}
            {acts && <LinkButton href={acts.end}>{t('researcher.end')}</LinkButton>}
            <LinkButton href={view.exportHref} icon="file-spreadsheet" download>
              {t('research_log.export')}
            </LinkButton>
          </>
        }
      />
      <Served view={view} />
    </>
  )
}
