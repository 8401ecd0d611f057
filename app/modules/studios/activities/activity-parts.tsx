// What the page of an activity shows to its studio and to the host school alike.
import { Why } from '#app/platform/decisions/why.tsx'
import { type Column, DataTable } from '#app/ui/data-table.tsx'
import { Section } from '#app/ui/section.tsx'
import { Tag } from '#app/ui/tag.tsx'
import { Timeline } from '#app/ui/timeline.tsx'
import { useT } from '../own-words.tsx'
import type { ActivityView, AttendanceView } from './activity.view.server.ts'

type Told = Pick<ActivityView, 'about' | 'there' | 'answers' | 'counts'>

export function ActivityParts({ view: { about, there, answers, counts } }: { view: Told }) {
  const t = useT()
  return (
    <>
      {about && <p className="max-w-prose whitespace-pre-wrap">{about}</p>}
      {counts && (
        <div className="flex flex-wrap items-center gap-3">
          <span>{counts.outcome}</span>
          <Why {...counts} />
        </div>
      )}
      {there.length > 0 && <Attendances rows={there} />}
      {answers.length > 0 && (
        <Section id="answers" title={t('visit.answers')}>
          <Timeline label={t('visit.answers')} groups={[{ heading: '', entries: answers }]} />
        </Section>
      )}
    </>
  )
}

function Attendances({ rows }: { rows: readonly AttendanceView[] }) {
  const t = useT()
  const columns: Column<AttendanceView>[] = [
    { key: 'name', header: t('visit.name'), cell: (row) => row.name, primary: true },
    { key: 'part', header: t('visit.part'), cell: (row) => row.part },
    { key: 'school', header: t('studio.school'), cell: (row) => row.school, wrap: true, hideOnPhone: true },
    {
      key: 'use',
      header: t('visit.use'),
      cell: ({ use }) => use && <Tag tone={use.tone}>{use.label}</Tag>,
    },
    { key: 'note', header: t('visit.use_note'), cell: (row) => row.note, wrap: true },
  ]
  return (
    <Section id="there" title={t('visit.there')}>
      <DataTable
        caption={t('visit.there')}
        captionHidden
        columns={columns}
        rows={rows}
        rowKey={(row) => row.personId}
      />
    </Section>
  )
}
