// What was paid to somebody, for the bureau or school that pays. The look is told to them.
import { Breadcrumbs } from '#app/ui/breadcrumbs.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { PageHeader } from '#app/ui/page-header.tsx'
import type { PersonPayView } from '../person.view.server.ts'
import { MonthsTable } from './months-table.tsx'
import { useT } from './words.tsx'

interface PersonPayProps {
  person: { name: string; staffNumber: string; school: string }
  view: PersonPayView
}

export function PersonPay({ person, view }: PersonPayProps) {
  const t = useT()
  const trail = [{ href: '/pay/people', label: t('pay.people') }]
  return (
    <>
      <PageHeader
        trail={<Breadcrumbs label={t('pay.trail')} crumbs={trail} />}
        title={t('pay.of_person', { name: person.name })}
        description={t('pay.person_where', person)}
      />
      <Notice tone="info" word={t('pay.look_told')} />
      <MonthsTable view={view} />
    </>
  )
}
