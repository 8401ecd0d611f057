// Postings: the list, one with what was written of it, and the teacher's own.
import type { ReactNode } from 'react'
import type { ActReply } from '#app/platform/forms/form-view.ts'
import { FormBody } from '#app/platform/forms/ui/form-body.tsx'
import type { OrganisationSuggestions } from '#app/platform/http/organisation-suggestions.ts'
import type { RowsOnce } from '#app/platform/lists/drawn-rows.ts'
import { ListFilter, ListSelect } from '#app/platform/lists/ui/list-filter.tsx'
import { type Cells, ListPage } from '#app/platform/lists/ui/list-page.tsx'
import { Breadcrumbs } from '#app/ui/breadcrumbs.tsx'
import { LinkButton } from '#app/ui/button.tsx'
import { type Column, DataTable } from '#app/ui/data-table.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { FactList } from '#app/ui/fact-list.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { PageHeader } from '#app/ui/page-header.tsx'
import { Section } from '#app/ui/section.tsx'
import { Tag } from '#app/ui/tag.tsx'
import { Timeline } from '#app/ui/timeline.tsx'
import { ExchangeTabs } from '../ui/exchange-tabs.tsx'
import { PlaceFilter } from '../ui/place-filter.tsx'
import type { AwayView, OwnPostingsView, PostingListView, PostingView } from './posting.view.server.ts'
import { postingList } from './posting-list.ts'
import type { TimetablePageView } from './timetable.form.server.ts'
import { useT } from './words.tsx'

type Row = PostingListView['rows'][number]

const digits = (text: string) => <span className="tabular-nums">{text}</span>

const cells: Cells<keyof typeof postingList.columns, Row> = {
  name: (row) => row.name,
  number: (row) => digits(row.number),
  home: (row) => row.home,
  host: (row) => row.host,
  teaching: (row) => row.teaching,
  form: (row) => row.form,
  from: (row) => digits(row.from),
  until: (row) => digits(row.until),
  state: ({ state }) => <Tag tone={state.tone}>{state.label}</Tag>,
  arrived: (row) => digits(row.arrived),
  grade: (row) => row.grade,
}

interface PostingsProps {
  view: RowsOnce<PostingListView>
  organisations: OrganisationSuggestions
}

export function Postings({ view, organisations }: PostingsProps) {
  const t = useT()
  const { values, states, years, isPlaceUnknown } = view.filter
  return (
    <ListPage
      list={postingList}
      about={t('posting.about')}
      exports={view.exportHref}
      count={view.total}
      pages={view.pages}
      rows={view.rows}
      cells={cells}
      rowKey={(row) => row.id}
      rowHref={(row) => row.href}
      empty={<EmptyState title={t('posting.none')}>{t('posting.none_about')}</EmptyState>}
    >
      <ExchangeTabs />
      <ListFilter key={JSON.stringify(values)} clearHref="/exchange/postings">
        <ListSelect name="state" label={t('posting.state')} options={states} defaultValue={values.state} />
        <ListSelect name="year" label={t('posting.year')} options={years} defaultValue={values.year} />
        <PlaceFilter value={values.place} organisations={organisations} />
      </ListFilter>
      {isPlaceUnknown && <Notice tone="warning" word={t('due.place_unknown')} />}
    </ListPage>
  )
}

export function Posting({ view }: { view: PostingView }) {
  const t = useT()
  return (
    <>
      <PageHeader
        trail={<Breadcrumbs label={t('exchange.trail')} crumbs={view.trail} />}
        title={view.title}
        tags={<Tag tone={view.state.tone}>{view.state.label}</Tag>}
        actions={
          <>
            {view.acts.map(({ href, label }) => (
              <LinkButton key={href} href={href}>
                {label}
              </LinkButton>
            ))}
            {view.personHref && <LinkButton href={view.personHref}>{t('due.staff_record')}</LinkButton>}
          </>
        }
      />
      <Away view={view} level={2} />
    </>
  )
}

interface AwayProps {
  view: AwayView
  /** Of its headings: 3 inside another section. */
  level: 2 | 3
}

function Away({ view: { id, facts, timetable, assessments, logs }, level }: AwayProps) {
  const t = useT()
  return (
    <>
      <FactList facts={facts} columns={2} />
      {timetable && (
        <Section id={`timetable-${id}`} level={level} title={t('posting.timetable')}>
          <Timetable slots={timetable} />
        </Section>
      )}
      {assessments.length > 0 && (
        <Section id={`assessments-${id}`} level={level} title={t('posting.assessments')}>
          <Timeline label={t('posting.assessments')} groups={[{ heading: '', entries: assessments }]} />
        </Section>
      )}
      <Section id={`logs-${id}`} level={level} title={t('posting.logs')}>
        {logs.length === 0 ? (
          <p className="text-ink-soft">{t('posting.logs_none')}</p>
        ) : (
          <Timeline label={t('posting.logs')} groups={[{ heading: '', entries: logs }]} />
        )}
      </Section>
    </>
  )
}

type Slot = NonNullable<AwayView['timetable']>[number]

function Timetable({ slots, remove }: { slots: readonly Slot[]; remove?: (slot: Slot) => ReactNode }) {
  const t = useT()
  const columns: Column<Slot>[] = [
    { key: 'weekday', header: t('posting.weekday'), cell: (row) => row.weekday, primary: true },
    { key: 'time', header: t('posting.time'), cell: (row) => digits(row.time) },
    { key: 'school', header: t('posting.school'), cell: (row) => row.school, wrap: true },
    ...(remove ? [{ key: 'remove', header: t('posting.remove'), cell: remove }] : []),
  ]
  if (slots.length === 0) return <p className="text-ink-soft">{t('posting.timetable_none')}</p>
  return (
    <DataTable
      caption={t('posting.timetable')}
      captionHidden
      columns={columns}
      rows={slots}
      rowKey={(row) => row.id}
    />
  )
}

interface TimetableProps {
  view: TimetablePageView
  reply: ActReply | undefined
}

export function TimetablePage({ view, reply }: TimetableProps) {
  const t = useT()
  return (
    <>
      <PageHeader
        trail={<Breadcrumbs label={t('exchange.trail')} crumbs={view.trail} />}
        title={t('posting.timetable')}
        description={view.about}
      />
      <Timetable
        slots={view.slots}
        remove={(slot) => (
          <FormBody
            view={{ ...view.remove, hidden: { slotId: slot.id } }}
            reply={reply?.values?.slotId === slot.id ? reply : undefined}
          />
        )}
      />
      <Section id="add" title={t('posting.timetable_add')}>
        <FormBody view={view.add} reply={reply?.values?.slotId ? undefined : reply} />
      </Section>
    </>
  )
}

interface OwnProps {
  view: OwnPostingsView
  reply: ActReply | undefined
}

export function OwnPostings({ view, reply }: OwnProps) {
  const t = useT()
  return (
    <>
      <PageHeader title={t('posting.mine')} />
      {view.postings.length === 0 && (
        <EmptyState title={t('posting.mine_none')}>{t('posting.mine_none_about')}</EmptyState>
      )}
      {view.postings.map((posting) => (
        <Section
          key={posting.id}
          id={`posting-${posting.id}`}
          title={posting.title}
          actions={<Tag tone={posting.state.tone}>{posting.state.label}</Tag>}
        >
          {posting.log && (
            <Section id={`write-${posting.id}`} level={3} title={t('posting.write')}>
              <FormBody
                view={posting.log}
                reply={reply?.values?.posting === posting.id ? reply : undefined}
              />
            </Section>
          )}
          <Away view={posting} level={3} />
        </Section>
      ))}
    </>
  )
}
