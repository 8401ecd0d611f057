// One entry: what was done, before and after field by field, and its seal.
import { formatMoment } from '#app/platform/i18n/format.ts'
import { Breadcrumbs } from '#app/ui/breadcrumbs.tsx'
import { type Column, DataTable } from '#app/ui/data-table.tsx'
import { Disclosure } from '#app/ui/disclosure.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { FactList } from '#app/ui/fact-list.tsx'
import { PageHeader } from '#app/ui/page-header.tsx'
import { Section } from '#app/ui/section.tsx'
import { TextLink } from '#app/ui/text-link.tsx'
import type { ChangeView, EntryView } from '../trail.ts'
import { useT } from './words.tsx'

export function EntryRecord({ entry }: { entry: EntryView }) {
  const t = useT()
  return (
    <>
      <PageHeader
        trail={
          <Breadcrumbs label={t('audit.trail')} crumbs={[{ href: '/audit', label: t('audit.title') }]} />
        }
        title={entry.what}
      />
      <Facts entry={entry} />
      <Section id="changes" title={t('audit.changes')}>
        <Changes entry={entry} />
      </Section>
      <Section id="seal" title={t('audit.seal')} description={t('audit.seal_about')}>
        <FactList
          facts={[
            {
              term: t('audit.chain'),
              value: <code className="font-mono text-sm break-all">{entry.chainId}</code>,
            },
            {
              term: t('audit.hash'),
              value: <code className="font-mono text-sm break-all">{entry.hash}</code>,
            },
            {
              term: t('audit.prev_hash'),
              value: entry.prevHash ? (
                <code className="font-mono text-sm break-all">{entry.prevHash}</code>
              ) : (
                t('audit.none')
              ),
            },
          ]}
        />
      </Section>
    </>
  )
}

function Facts({ entry }: { entry: EntryView }) {
  const t = useT()
  const { person, actorUsername, actorName } = entry
  const about = person?.href ? <TextLink href={person.href}>{person.name}</TextLink> : entry.about
  return (
    <FactList
      columns={2}
      facts={[
        { term: t('audit.at'), value: <time dateTime={entry.at}>{formatMoment(entry.at)}</time> },
        {
          term: t('audit.who'),
          value: actorName,
          note: actorUsername ?? t('audit.system'),
        },
        { term: t('audit.organisation'), value: entry.organisationName },
        { term: t('audit.subject'), value: about, note: person?.staffNumber },
        { term: t('audit.reason'), value: entry.reason ?? t('audit.none') },
        { term: t('audit.chain'), value: t('audit.number', { seq: entry.seq }) },
      ]}
    />
  )
}

function Changes({ entry }: { entry: EntryView }) {
  const t = useT()
  const { changes: all } = entry
  const changed = all.filter((one) => one.isChanged)
  const same = all.filter((one) => !one.isChanged)
  if (all.length === 0)
    return <EmptyState title={t('audit.no_changes')}>{t('audit.no_changes_about')}</EmptyState>
  return (
    <>
      {changed.length > 0 && <ChangeTable changes={changed} />}
      {same.length > 0 && (
        <Disclosure label={t('audit.unchanged_fields')} open={changed.length === 0}>
          <SameList changes={same} />
        </Disclosure>
      )}
    </>
  )
}

function ChangeTable({ changes }: { changes: readonly ChangeView[] }) {
  const t = useT()
  const hasBefore = changes.some((one) => one.before !== undefined)
  const hasAfter = changes.some((one) => one.after !== undefined)
  const columns: Column<ChangeView>[] = [
    { key: 'field', header: t('audit.field'), primary: true, cell: ({ field }) => field },
  ]
  if (hasBefore)
    columns.push({
      key: 'before',
      header: t('audit.before'),
      wrap: true,
      cell: ({ before }) => <Value text={before} isGone={hasAfter} />,
    })
  if (hasAfter)
    columns.push({
      key: 'after',
      header: t('audit.after'),
      wrap: true,
      cell: ({ after }) => <Value text={after} />,
    })
  return (
    <DataTable caption={t('audit.changes')} columns={columns} rows={changes} rowKey={({ path }) => path} />
  )
}

/** A value that was replaced is struck through as well as greyed, so that it reads without colour. */
function Value({ text, isGone = false }: { text: string | undefined; isGone?: boolean }) {
  const t = useT()
  if (!text) return <span className="text-ink-soft">{t('audit.none')}</span>
  if (isGone) return <del className="break-all text-ink-soft">{text}</del>
  return <span className="break-all">{text}</span>
}

function SameList({ changes }: { changes: readonly ChangeView[] }) {
  return <FactList facts={changes.map(({ field, after }) => ({ term: field, value: after }))} />
}
