// What a researcher did: the duty of each term, contact schools, days at schools.
import { Why } from '#app/platform/decisions/why.tsx'
import type { ActReply } from '#app/platform/forms/form-view.ts'
import { type Column, DataTable } from '#app/ui/data-table.tsx'
import { FactList } from '#app/ui/fact-list.tsx'
import { Section } from '#app/ui/section.tsx'
import { Tag } from '#app/ui/tag.tsx'
import { TextLink } from '#app/ui/text-link.tsx'
import { useT } from '../researcher-words.tsx'
import { Logs } from './logs.tsx'
import type { ContactEntry, ServedView, TermEntry } from './researchers.view.server.ts'

export function Served({ view, reply }: { view: ServedView; reply?: ActReply | undefined }) {
  const t = useT()
  return (
    <>
      <FactList facts={view.facts} />
      <Section id="duty" title={t('researcher.duty')} description={t('researcher.duty_about')}>
        {view.terms.length === 0 ? <p>{t('researcher.duty_none')}</p> : <Terms rows={view.terms} />}
      </Section>
      <Section id="contacts" title={t('researcher.contacts')}>
        {view.contacts.length === 0 ? <p>{t('contact.none')}</p> : <Contacts rows={view.contacts} />}
      </Section>
      <Section id="logs" title={t('research_log.title_of_list')}>
        {view.logs.length === 0 ? (
          <p>{t('research_log.none')}</p>
        ) : (
          <Logs rows={view.logs} shows="school" reply={reply} />
        )}
      </Section>
    </>
  )
}

function Terms({ rows }: { rows: readonly TermEntry[] }) {
  const t = useT()
  const columns: Column<TermEntry>[] = [
    { key: 'term', header: t('researcher.term'), cell: (row) => row.term, primary: true },
    { key: 'lessons', header: t('researcher.lessons'), cell: (row) => row.lessons, align: 'end' },
    { key: 'contacts', header: t('researcher.contacts'), cell: (row) => row.contacts },
    { key: 'days', header: t('researcher.days'), cell: (row) => row.days, align: 'end' },
    {
      key: 'state',
      header: t('researcher.outcome'),
      cell: ({ state, why }) => (
        <span className="inline-flex flex-wrap items-center gap-3">
          <Tag tone={state.tone}>{state.label}</Tag>
          <Why {...why} />
        </span>
      ),
    },
  ]
  return (
    <DataTable
      caption={t('researcher.duty')}
      captionHidden
      columns={columns}
      rows={rows}
      rowKey={(row) => row.key}
    />
  )
}

function Contacts({ rows }: { rows: readonly ContactEntry[] }) {
  const t = useT()
  const columns: Column<ContactEntry>[] = [
    {
      key: 'school',
      header: t('contact.school'),
      cell: ({ school, rural }) => (
        <span className="inline-flex flex-wrap items-center gap-2">
          {school}
          {rural && <Tag tone="accent">{rural}</Tag>}
        </span>
      ),
      primary: true,
      wrap: true,
    },
    { key: 'goal', header: t('contact.goal'), cell: (row) => row.goal, wrap: true },
    { key: 'term', header: t('contact.term'), cell: (row) => row.term },
    { key: 'days', header: t('contact.days'), cell: (row) => row.days, align: 'end' },
    {
      key: 'act',
      header: t('member.act'),
      cell: ({ end }) => end && <TextLink href={end}>{t('contact.end')}</TextLink>,
    },
  ]
  const shown = rows.some(({ end }) => end) ? columns : columns.filter(({ key }) => key !== 'act')
  return (
    <DataTable
      caption={t('researcher.contacts')}
      captionHidden
      columns={shown}
      rows={rows}
      rowKey={(row) => row.id}
    />
  )
}
