// One entry: what was done, before and after field by field, and its seal.
import { formatMoment } from '#app/platform/i18n/format.ts'
import { useLocale, useT } from '#app/platform/i18n/use-t.tsx'
import { Breadcrumbs } from '#app/ui/breadcrumbs.tsx'
import { type Column, DataTable } from '#app/ui/data-table.tsx'
import { Disclosure } from '#app/ui/disclosure.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { FactList } from '#app/ui/fact-list.tsx'
import { PageHeader } from '#app/ui/page-header.tsx'
import { Section } from '#app/ui/section.tsx'
import { TextLink } from '#app/ui/text-link.tsx'
import { type FieldChange, fieldChanges } from '../changes.ts'
import type { TrailEntry } from '../trail.queries.server.ts'
import { aboutWord, actionWord, fieldWord, valueWord } from './audit-words.ts'

export function EntryRecord({ entry }: { entry: TrailEntry }) {
  const t = useT()
  return (
    <>
      <PageHeader
        trail={
          <Breadcrumbs label={t('audit.trail')} crumbs={[{ href: '/audit', label: t('audit.title') }]} />
        }
        title={actionWord(entry.action, t)}
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

function Facts({ entry }: { entry: TrailEntry }) {
  const t = useT()
  const { person, actorUsername, actorName } = entry
  const [noun = ''] = entry.subject.split(':')
  const about = person ? (
    <TextLink href={`/staff/${person.id}`}>{person.name}</TextLink>
  ) : (
    aboutWord({ person, about: noun }, t)
  )
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

function Changes({ entry }: { entry: TrailEntry }) {
  const t = useT()
  const all = fieldChanges(entry.before, entry.after)
  const changed = all.filter((one) => one.isChanged)
  const same = all.filter((one) => !one.isChanged)
  if (all.length === 0)
    return <EmptyState title={t('audit.no_changes')}>{t('audit.no_changes_about')}</EmptyState>
  return (
    <>
      {changed.length > 0 && <ChangeTable entry={entry} changes={changed} caption={t('audit.changes')} />}
      {same.length > 0 && (
        <Disclosure label={t('audit.unchanged_fields')} open={changed.length === 0}>
          <SameList entry={entry} changes={same} />
        </Disclosure>
      )}
    </>
  )
}

function useValueWords({ organisationNames: names }: TrailEntry) {
  const t = useT()
  const locale = useLocale()
  return (path: string, value: FieldChange['before']) => valueWord(path, value, { t, locale, names })
}

interface ChangesProps {
  entry: TrailEntry
  changes: readonly FieldChange[]
}

function ChangeTable({ entry, changes, caption }: ChangesProps & { caption: string }) {
  const t = useT()
  const word = useValueWords(entry)
  const hasBefore = changes.some((one) => one.before !== undefined)
  const hasAfter = changes.some((one) => one.after !== undefined)
  const columns: Column<FieldChange>[] = [
    { key: 'field', header: t('audit.field'), primary: true, cell: ({ path }) => fieldWord(path, t) },
  ]
  if (hasBefore)
    columns.push({
      key: 'before',
      header: t('audit.before'),
      wrap: true,
      cell: ({ path, before }) => <Value text={word(path, before)} isGone={hasAfter} />,
    })
  if (hasAfter)
    columns.push({
      key: 'after',
      header: t('audit.after'),
      wrap: true,
      cell: ({ path, after }) => <Value text={word(path, after)} />,
    })
  return <DataTable caption={caption} columns={columns} rows={changes} rowKey={({ path }) => path} />
}

/** A value that was replaced is struck through as well as greyed, so that it reads without colour. */
function Value({ text, isGone = false }: { text: string; isGone?: boolean }) {
  const t = useT()
  if (text === '') return <span className="text-ink-soft">{t('audit.none')}</span>
  if (isGone) return <del className="break-all text-ink-soft">{text}</del>
  return <span className="break-all">{text}</span>
}

function SameList({ entry, changes }: ChangesProps) {
  const t = useT()
  const word = useValueWords(entry)
  return (
    <FactList
      facts={changes.map(({ path, after }) => ({ term: fieldWord(path, t), value: word(path, after) }))}
    />
  )
}
