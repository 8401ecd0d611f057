// What teachers reported: open one, or approve several at once.
import { Form, useNavigation } from '@remix-run/react'
import { FormKey } from '#app/platform/acts/form-key.tsx'
import type { OrganisationSuggestions } from '#app/platform/http/organisation-suggestions.ts'
import type { RowsOnce } from '#app/platform/lists/drawn-rows.ts'
import { ListFilter, ListSelect } from '#app/platform/lists/ui/list-filter.tsx'
import { type Cells, ListPage } from '#app/platform/lists/ui/list-page.tsx'
import { Button, LinkButton } from '#app/ui/button.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { FilterText } from '#app/ui/filter-bar.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { Section } from '#app/ui/section.tsx'
import { Tag } from '#app/ui/tag.tsx'
import type { EntryListView, EntryRowView } from '../entry.view.server.ts'
import { entryList } from './lists.ts'
import { useT } from './oversight-words.tsx'
import { TrainingTabs } from './training-tabs.tsx'

const FORM = 'several-entries'

const digits = (text: string) => <span className="whitespace-nowrap tabular-nums">{text}</span>

const cells: Cells<keyof typeof entryList.columns, EntryRowView> = {
  name: (row) => row.name,
  number: (row) => digits(row.number),
  school: (row) => row.school,
  title: (row) => row.title,
  kind: (row) => row.kind,
  level: (row) => row.level,
  days: (row) => digits(row.days),
  hours: (row) => digits(row.hours),
  proof: (row) => <ProofMark hasProof={row.hasProof} />,
  submitted: (row) => digits(row.submitted),
  state: ({ state }) => <Tag tone={state.tone}>{state.label}</Tag>,
}

function ProofMark({ hasProof }: { hasProof: boolean }) {
  const t = useT()
  return t(hasProof ? 'training.yes' : 'training.no')
}

interface EntryListProps {
  view: RowsOnce<EntryListView>
  organisations: OrganisationSuggestions
  error: string | undefined
}

export function EntryList({ view, organisations, error }: EntryListProps) {
  const t = useT()
  const { values, states, waiting, isPlaceUnknown } = view.filter
  return (
    <>
      <ListPage
        list={entryList}
        about={t('training.check_about')}
        actions={
          view.canImport && (
            <LinkButton href="/imports/new?subject=hours" icon="file-up">
              {t('training.import')}
            </LinkButton>
          )
        }
        exports={view.exportHref}
        count={view.total}
        pages={view.pages}
        rows={view.rows}
        cells={cells}
        rowKey={(row) => row.id}
        rowHref={(row) => row.href}
        selection={
          view.canApprove
            ? {
                name: 'entry',
                form: FORM,
                header: t('training.choose'),
                labelFor: (row) => t('training.choose_one', { name: row.name }),
              }
            : undefined
        }
        empty={<EmptyState title={t('training.check_none')}>{t('training.check_none_about')}</EmptyState>}
      >
        <TrainingTabs />
        <ListFilter key={JSON.stringify(values)} clearHref="/training/entries">
          <ListSelect
            name="state"
            label={t('training.filter_state')}
            anyLabel={waiting}
            options={states}
            defaultValue={values.state}
          />
          <FilterText
            name="place"
            label={t('training.col_school')}
            defaultValue={values.place}
            {...organisations}
            wide
          />
        </ListFilter>
        {isPlaceUnknown && <Notice tone="warning" word={t('training.place_unknown')} />}
        {error && (
          <div role="alert">
            <Notice tone="danger" word={error} />
          </div>
        )}
      </ListPage>
      {view.canApprove && view.rows?.length !== 0 && <SeveralAtOnce />}
    </>
  )
}

function SeveralAtOnce() {
  const t = useT()
  const pending = useNavigation().state === 'submitting'
  return (
    <Section id="several" title={t('training.check_all')} description={t('training.check_all_about')}>
      <Form method="post" id={FORM}>
        <FormKey />
        <Button variant="primary" pending={pending}>
          {t('training.check_all_save')}
        </Button>
      </Form>
    </Section>
  )
}
