// A list of organisations: choose a file, see what it would change, write it whole or not at all.
import { Form, useNavigation } from '@remix-run/react'
import { FormKey } from '#app/platform/acts/form-key.tsx'
import { Breadcrumbs } from '#app/ui/breadcrumbs.tsx'
import { Button, ButtonRow, LinkButton } from '#app/ui/button.tsx'
import { DataTable } from '#app/ui/data-table.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { FactList } from '#app/ui/fact-list.tsx'
import { FileField } from '#app/ui/field.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { PageHeader } from '#app/ui/page-header.tsx'
import { Section } from '#app/ui/section.tsx'
import type { OrganisationImportRow, OrganisationImportView } from './organisation-views.ts'
import { useT } from './words.tsx'

interface OrganisationImportProps {
  view?: OrganisationImportView
  problem?: string
}

export function OrganisationImport({ view, problem }: OrganisationImportProps) {
  const t = useT()
  const crumbs = [{ href: '/organisations', label: t('orgs.title') }]
  return (
    <>
      <PageHeader
        title={t('orgs.import')}
        description={t('orgs.import_about')}
        trail={<Breadcrumbs label={t('staff.trail')} crumbs={crumbs} />}
        actions={
          <LinkButton href="/organisations/template.xlsx" icon="download" download>
            {t('orgs.import_template')}
          </LinkButton>
        }
      />
      {view ? <Preview view={view} /> : <Upload problem={problem} />}
    </>
  )
}

function Upload({ problem }: { problem?: string }) {
  const t = useT()
  const pending = useNavigation().formMethod === 'POST'
  return (
    <div className="flex max-w-form flex-col gap-6">
      <ErrorSummary
        title={t('form.summary')}
        errors={problem ? [{ fieldId: 'file', message: problem }] : []}
      />
      <Form method="post" encType="multipart/form-data" className="flex flex-col gap-6">
        <FileField
          name="file"
          label={t('orgs.import_file')}
          hint={t('orgs.import_file_hint')}
          accept=".xlsx,.csv"
          required
          requiredWord={t('app.required')}
          error={problem}
        />
        <ButtonRow>
          <Button type="submit" variant="primary" pending={pending} pendingLabel={t('orgs.import_checking')}>
            {t('orgs.import_check')}
          </Button>
          <LinkButton href="/organisations" variant="quiet">
            {t('app.cancel')}
          </LinkButton>
        </ButtonRow>
      </Form>
    </div>
  )
}

function Preview({ view }: { view: OrganisationImportView }) {
  const t = useT()
  const pending = useNavigation().state === 'submitting'
  return (
    <>
      {view.isRejected && (
        <Notice word={t('orgs.import_rejected')} tone="warning">
          {t('orgs.import_rejected_about')}
        </Notice>
      )}
      <Section id="counts" title={t('orgs.import_would')}>
        <FactList facts={view.counts.map(({ label, count }) => ({ term: label, value: count }))} />
        {!view.packed && !view.isRejected && <p>{t('orgs.import_nothing')}</p>}
        <Form method="post">
          <FormKey />
          {view.packed && <input type="hidden" name="rows" value={view.packed} />}
          <ButtonRow>
            {view.packed && (
              <Button
                type="submit"
                variant="primary"
                pending={pending}
                pendingLabel={t('orgs.import_checking')}
              >
                {t('orgs.import_write')}
              </Button>
            )}
            <LinkButton href="/organisations/import">{t('orgs.import_other')}</LinkButton>
          </ButtonRow>
        </Form>
      </Section>
      {view.rows.length > 0 && (
        <Section id="rows" title={t('orgs.import_rows')}>
          <Rows rows={view.rows} />
        </Section>
      )}
    </>
  )
}

function Rows({ rows }: { rows: readonly OrganisationImportRow[] }) {
  const t = useT()
  return (
    <DataTable
      caption={t('orgs.import_rows')}
      columns={[
        { key: 'name', header: t('orgs.name'), cell: (row) => row.name, primary: true },
        { key: 'row', header: t('orgs.import_row'), cell: (row) => row.key, align: 'end' },
        {
          key: 'code',
          header: t('orgs.code'),
          cell: (row) => <span className="tabular-nums">{row.code}</span>,
        },
        { key: 'kind', header: t('orgs.kind'), cell: (row) => row.kind },
        { key: 'outcome', header: t('orgs.import_outcome'), cell: (row) => row.outcome },
        {
          key: 'why',
          header: t('orgs.import_why'),
          cell: (row) => <span className={row.isRejected ? 'text-red' : undefined}>{row.why}</span>,
          wrap: true,
        },
      ]}
      rows={rows}
      rowKey={(row) => row.key}
    />
  )
}
