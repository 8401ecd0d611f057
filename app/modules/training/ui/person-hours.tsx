// Somebody's hours for who checks them.
import type { ActReply } from '#app/platform/forms/form-view.ts'
import { FormBody } from '#app/platform/forms/ui/form-body.tsx'
import { Breadcrumbs } from '#app/ui/breadcrumbs.tsx'
import { PageHeader } from '#app/ui/page-header.tsx'
import { Section } from '#app/ui/section.tsx'
import type { PersonHoursView } from '../person.view.server.ts'
import { HoursBody } from './hours-body.tsx'
import { useT } from './oversight-words.tsx'

interface PersonHoursProps {
  view: PersonHoursView
  reply: ActReply | undefined
}

export function PersonHours({ view: { title, about, hours, cycle }, reply }: PersonHoursProps) {
  const t = useT()
  const trail = [{ href: '/training/entries', label: t('training.check_title') }]
  return (
    <>
      <PageHeader
        trail={<Breadcrumbs label={t('training.trail')} crumbs={trail} />}
        title={title}
        description={about}
      />
      <HoursBody view={hours} />
      {cycle && (
        <Section id="set-cycle" title={t('training.cycle_title')} description={t('training.cycle_about')}>
          <FormBody view={cycle} reply={reply} />
        </Section>
      )}
    </>
  )
}
