// The devices on which the own account is signed in, and ways to end it there.
import { Form, useNavigation } from '@remix-run/react'
import { FormKey } from '#app/platform/acts/form-key.tsx'
import { formatMoment, formatNumber } from '#app/platform/i18n/format.ts'
import { useLocale } from '#app/platform/i18n/use-t.tsx'
import { Button } from '#app/ui/button.tsx'
import { type Column, DataTable } from '#app/ui/data-table.tsx'
import { Section } from '#app/ui/section.tsx'
import { Tag } from '#app/ui/tag.tsx'
import type { OwnSession } from '../sessions.queries.server.ts'
import { useT } from './words.tsx'

export function SessionList({ sessions }: { sessions: readonly OwnSession[] }) {
  const t = useT()
  const moment = (at: string) => (
    <time dateTime={at} className="tabular-nums">
      {formatMoment(at)}
    </time>
  )
  const columns: Column<OwnSession>[] = [
    {
      key: 'device',
      header: t('session.device'),
      primary: true,
      cell: (row) => row.device || t('session.device_unknown'),
    },
    { key: 'created', header: t('session.created'), cell: (row) => moment(row.createdAt) },
    { key: 'seen', header: t('session.last_seen'), cell: (row) => moment(row.lastSeenAt) },
    { key: 'act', header: t('session.act'), cell: (row) => <EndOne session={row} /> },
  ]
  return (
    <>
      <DataTable caption={t('session.title')} columns={columns} rows={sessions} rowKey={(row) => row.key} />
      <SeveralAtOnce count={sessions.length} />
    </>
  )
}

function EndOne({ session }: { session: OwnSession }) {
  const t = useT()
  const navigation = useNavigation()
  if (session.isThisDevice) return <Tag tone="accent">{t('session.this')}</Tag>
  return (
    <Form method="post">
      <FormKey />
      <input type="hidden" name="key" value={session.key} />
      <Button name="which" value="one" pending={navigation.formData?.get('key') === session.key}>
        {t('session.end')}
      </Button>
    </Form>
  )
}

function SeveralAtOnce({ count }: { count: number }) {
  const t = useT()
  const locale = useLocale()
  const pending = useNavigation().formData?.get('which')
  const others = count - 1
  return (
    <Section
      id="several"
      title={t('session.everywhere')}
      description={t('session.all_about', { count: formatNumber(count, locale) })}
    >
      <Form method="post" className="flex flex-col gap-3 md:flex-row md:items-center">
        <FormKey />
        {others > 0 ? (
          <Button name="which" value="others" pending={pending === 'others'}>
            {t('session.others', { count: formatNumber(others, locale) })}
          </Button>
        ) : (
          <p className="text-ink-soft">{t('session.others_none')}</p>
        )}
        <Button name="which" value="all" variant="danger" pending={pending === 'all'}>
          {t('session.all')}
        </Button>
      </Form>
    </Section>
  )
}
