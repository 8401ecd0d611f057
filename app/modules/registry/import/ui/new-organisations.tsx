// Organisations that writing the batch would create.

import { DataTable } from '#app/ui/data-table.tsx'
import { Section } from '#app/ui/section.tsx'
import type { Preview } from '../batch.ts'
import { useT } from './words.tsx'

interface NewOrganisationsProps {
  /** Kinds are words already. */
  organisations: Preview['newOrganisations']
  hasMore: boolean
}

export function NewOrganisations({ organisations, hasMore }: NewOrganisationsProps) {
  const t = useT()
  if (organisations.length === 0) return null
  return (
    <Section
      id="organisations"
      title={t('imports.new_organisations')}
      description={hasMore ? t('imports.new_organisations_more', { count: organisations.length }) : undefined}
    >
      <DataTable
        caption={t('imports.new_organisations')}
        columns={[
          { key: 'name', header: t('imports.organisation_name'), primary: true, cell: (one) => one.name },
          { key: 'kind', header: t('imports.organisation_kind'), cell: (one) => one.kind },
          { key: 'parent', header: t('imports.organisation_parent'), cell: (one) => one.parentName ?? '' },
          { key: 'code', header: t('imports.organisation_code'), cell: (one) => one.code },
        ]}
        rows={organisations}
        rowKey={(one) => one.code}
      />
    </Section>
  )
}
