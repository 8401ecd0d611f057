// The start of everything about imports: the list, the button, the templates.
import { LinkButton } from '#app/ui/button.tsx'
import { PageHeader } from '#app/ui/page-header.tsx'
import { Pagination } from '#app/ui/pagination.tsx'
import type { Page } from '../batch.ts'
import { BatchList, type ListedBatch } from './batch-list.tsx'
import { paths } from './paths.ts'
import { Templates, type TemplateView } from './templates.tsx'
import { useT } from './words.tsx'

interface ListPageProps {
  batches: Page<ListedBatch>
  isLater: boolean
  templates: readonly TemplateView[]
}

export function ListPage({ batches: { items, next }, isLater, templates }: ListPageProps) {
  const t = useT()
  return (
    <div className="flex flex-col gap-6">
      <PageHeader
        title={t('imports.title')}
        description={t('imports.hint')}
        actions={
          items.length > 0 && (
            <>
              <LinkButton href={paths.start} variant="primary">
                {t('imports.start')}
              </LinkButton>
              <LinkButton href={paths.listExport} icon="download" download>
                {t('imports.export')}
              </LinkButton>
            </>
          )
        }
      />
      <BatchList batches={items} />
      {(isLater || next) && (
        <Pagination
          label={t('imports.pages')}
          countText=""
          first={isLater ? paths.list : undefined}
          next={next ? paths.listBefore(next) : undefined}
          words={{
            first: t('imports.page_first'),
            previous: t('imports.page_previous'),
            next: t('imports.page_next'),
          }}
        />
      )}
      <Templates templates={templates} />
    </div>
  )
}
