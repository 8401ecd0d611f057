// What anybody may see: the studios, and when and where their forums are.
import { type Column, DataTable } from '#app/ui/data-table.tsx'
import { PageHeader } from '#app/ui/page-header.tsx'
import { Section } from '#app/ui/section.tsx'
import { useT } from '../figures-words.tsx'
import type { ForumsView } from './forums.view.server.ts'

type Forum = ForumsView['forums'][number]
type Studio = ForumsView['studios'][number]

export function Forums({ view: { forums, studios } }: { view: ForumsView }) {
  const t = useT()
  const forumColumns: Column<Forum>[] = [
    { key: 'title', header: t('forum.what'), cell: (row) => row.title, primary: true, wrap: true },
    { key: 'when', header: t('forum.when'), cell: (row) => row.when },
    { key: 'where', header: t('forum.where'), cell: (row) => row.where, wrap: true },
    { key: 'studio', header: t('studio.name'), cell: (row) => row.studio, wrap: true },
  ]
  const studioColumns: Column<Studio>[] = [
    { key: 'name', header: t('studio.name'), cell: (row) => row.name, primary: true, wrap: true },
    { key: 'teaching', header: t('application.teaching'), cell: (row) => row.teaching },
    { key: 'leader', header: t('forum.leader'), cell: (row) => row.leader },
    { key: 'school', header: t('studio.school'), cell: (row) => row.school, wrap: true },
  ]
  return (
    <>
      <PageHeader title={t('forum.title')} description={t('forum.about')} />
      <Section id="forums" title={t('forum.coming')}>
        <DataTable
          caption={t('forum.coming')}
          columns={forumColumns}
          rows={forums}
          rowKey={(row) => row.id}
          empty={<p>{t('forum.none')}</p>}
        />
      </Section>
      <Section id="studios" title={t('forum.studios')}>
        <DataTable
          caption={t('forum.studios')}
          columns={studioColumns}
          rows={studios}
          rowKey={(row) => row.id}
          empty={<p>{t('forum.studios_none')}</p>}
        />
      </Section>
    </>
  )
}
