// What of a record can be corrected: every dated fact, and the person's identity.
import { Breadcrumbs } from '#app/ui/breadcrumbs.tsx'
import { FactList } from '#app/ui/fact-list.tsx'
import { PageHeader } from '#app/ui/page-header.tsx'
import { Section } from '#app/ui/section.tsx'
import { TextLink } from '#app/ui/text-link.tsx'
import type { CorrectionListView } from './staff-views.ts'
import { useT } from './words.tsx'

export function CorrectionList({ name, href, groups }: CorrectionListView) {
  const t = useT()
  const crumbs = [
    { href: '/staff', label: t('staff.list_title') },
    { href, label: name },
  ]
  return (
    <>
      <PageHeader
        title={t('staff.act_correct')}
        description={t('staff.correct_about')}
        trail={<Breadcrumbs label={t('staff.trail')} crumbs={crumbs} />}
      />
      {groups.map((group) => (
        <Section key={group.key} id={group.key} title={group.title}>
          <FactList
            facts={group.entries.map((entry) => ({
              term: entry.term,
              value: <TextLink href={entry.href}>{entry.label}</TextLink>,
              note: entry.note,
            }))}
          />
        </Section>
      ))}
    </>
  )
}
