// What one was told: what is not read yet first.
import { Form } from '@remix-run/react'
import { FormKey } from '#app/platform/acts/form-key.tsx'
import { Button, LinkButton } from '#app/ui/button.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { PageHeader } from '#app/ui/page-header.tsx'
import { Section } from '#app/ui/section.tsx'
import { TextLink } from '#app/ui/text-link.tsx'
import type { NotificationsView } from '../notifications.view.server.ts'
import { useT } from './words.tsx'

export function NotificationList({ view: { unread, read } }: { view: NotificationsView }) {
  const t = useT()
  return (
    <>
      <PageHeader
        title={t('notification.title')}
        description={t('notification.about')}
        actions={<LinkButton href="/me/notifications/choices">{t('notification.choices')}</LinkButton>}
      />
      {unread.length === 0 && read.length === 0 && (
        <EmptyState title={t('notification.none')}>{t('notification.none_about')}</EmptyState>
      )}
      {unread.length > 0 && (
        <Section id="unread" title={t('notification.unread')}>
          <Items items={unread} />
          <Form method="post" className="mt-3">
            <FormKey />
            <Button>{t('notification.read_all')}</Button>
          </Form>
        </Section>
      )}
      {read.length > 0 && (
        <Section id="read" title={t('notification.read')}>
          <Items items={read} />
        </Section>
      )}
    </>
  )
}

function Items({ items }: { items: NotificationsView['read'] }) {
  return (
    <ul className="flex flex-col divide-y divide-line border-line border-y">
      {items.map(({ id, href, text, at }) => (
        <li key={id} className="flex flex-wrap items-baseline justify-between gap-x-6 gap-y-1 py-3">
          <TextLink href={href}>{text}</TextLink>
          <span className="text-ink-soft text-sm tabular-nums">{at}</span>
        </li>
      ))}
    </ul>
  )
}
