// How one is told besides: channels, hours, a word to try them, one's calendar, and what became of the last digests.
import { Form } from '@remix-run/react'
import { FormKey } from '#app/platform/acts/form-key.tsx'
import type { ActReply } from '#app/platform/forms/form-view.ts'
import { FormBody } from '#app/platform/forms/ui/form-body.tsx'
import { Breadcrumbs } from '#app/ui/breadcrumbs.tsx'
import { Button } from '#app/ui/button.tsx'
import { type Column, DataTable } from '#app/ui/data-table.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { PageHeader } from '#app/ui/page-header.tsx'
import { Section } from '#app/ui/section.tsx'
import type { ChoicesView } from '../notifications.view.server.ts'
import { useT } from './words.tsx'

interface ChoicesProps {
  view: ChoicesView
  reply: ActReply | undefined
  /** Why a trial did not go out. */
  tried: string | undefined
}

export function Choices({ view, reply, tried }: ChoicesProps) {
  const t = useT()
  const trail = [{ href: '/me/notifications', label: t('notification.title') }]
  return (
    <>
      <PageHeader
        trail={<Breadcrumbs label={t('notification.trail')} crumbs={trail} />}
        title={t('notification.choices')}
        description={t('notification.choices_about')}
      />
      {view.problems.map((problem) => (
        <Notice key={problem} tone="danger" word={t('notification.wrong_address')}>
          {problem}
        </Notice>
      ))}
      {!view.hasMail && <Notice word={t('notification.no_mail')}>{t('notification.no_mail_about')}</Notice>}
      <FormBody view={view.form} reply={reply} step={{ name: 'act', value: 'save' }} />
      {view.trials.length > 0 && (
        <Section id="trial" title={t('notification.trial')} description={t('notification.trial_about')}>
          {tried && (
            <div role="alert" className="mb-3">
              <Notice tone="danger" word={tried} />
            </div>
          )}
          <Form method="post" className="flex flex-wrap gap-3">
            {view.trials.map((channel) => (
              <Button key={channel} name="act" value={channel}>
                {t(`notification.try_${channel}`)}
              </Button>
            ))}
          </Form>
        </Section>
      )}
      <Section
        id="calendar"
        title={t('notification.calendar')}
        description={t('notification.calendar_about')}
      >
        {view.feed && <p className="mb-3 break-all font-mono text-sm">{view.feed}</p>}
        <Form method="post">
          <FormKey />
          <Button name="act" value="feed">
            {t(view.feed ? 'notification.feed_again' : 'notification.feed')}
          </Button>
        </Form>
      </Section>
      {view.deliveries.length > 0 && (
        <Section id="deliveries" title={t('notification.deliveries')}>
          <Deliveries rows={view.deliveries} />
        </Section>
      )}
    </>
  )
}

type Delivery = ChoicesView['deliveries'][number]

function Deliveries({ rows }: { rows: readonly Delivery[] }) {
  const t = useT()
  const columns: Column<Delivery>[] = [
    { key: 'day', header: t('notification.col_day'), cell: (row) => row.day, primary: true },
    { key: 'channel', header: t('notification.col_channel'), cell: (row) => row.channel },
    { key: 'state', header: t('notification.col_state'), cell: (row) => row.state },
    { key: 'attempts', header: t('notification.col_attempts'), cell: (row) => row.attempts, align: 'end' },
    { key: 'problem', header: t('notification.col_problem'), cell: (row) => row.problem, wrap: true },
  ]
  return (
    <DataTable
      caption={t('notification.deliveries')}
      captionHidden
      columns={columns}
      rows={rows}
      rowKey={(row) => row.id}
    />
  )
}
