// The question before whole identity numbers leave the system. The answer is a file: the browser posts it itself.
import { Breadcrumbs } from '#app/ui/breadcrumbs.tsx'
import { Button, ButtonRow, LinkButton } from '#app/ui/button.tsx'
import { TextField } from '#app/ui/field.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { PageHeader } from '#app/ui/page-header.tsx'
import { useT } from './words.tsx'

interface StaffNationalProps {
  count: string
  action: string
  listHref: string
  /** It was sent without a reason. */
  isRefused: boolean
}

export function StaffNational({ count, action, listHref, isRefused }: StaffNationalProps) {
  const t = useT()
  return (
    <>
      <PageHeader
        title={t('staff.national_title')}
        description={t('staff.national_about')}
        trail={
          <Breadcrumbs label={t('staff.trail')} crumbs={[{ href: listHref, label: t('staff.list_title') }]} />
        }
      />
      <Notice tone="warning" word={t('staff.national_count', { count })} />
      <form method="post" action={action} className="flex max-w-xl flex-col gap-5">
        <TextField
          name="reason"
          label={t('staff.national_reason')}
          hint={t('staff.national_reason_hint')}
          error={isRefused ? t('form.required') : undefined}
          requiredWord={t('app.required')}
          maxLength={200}
          autoComplete="off"
          required
        />
        <ButtonRow>
          <Button variant="primary">{t('staff.national_submit')}</Button>
          <LinkButton href={listHref}>{t('app.cancel')}</LinkButton>
        </ButtonRow>
      </form>
    </>
  )
}
