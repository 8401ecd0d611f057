// Recording an exemption with its proof, and ending one early.
import { Form, useNavigation } from '@remix-run/react'
import { FormKey } from '#app/platform/acts/form-key.tsx'
import { errorOf, type FormReply, summaryOf, typedValue } from '#app/platform/http/form-reply.ts'
import { Breadcrumbs } from '#app/ui/breadcrumbs.tsx'
import { Button, ButtonRow, LinkButton } from '#app/ui/button.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { DateField, FileField, SelectField, TextField } from '#app/ui/field.tsx'
import { PageHeader } from '#app/ui/page-header.tsx'
import type { ExemptionFormView, ExemptionRecordView } from './exemption-views.ts'
import { useT } from './words.tsx'

interface ExemptionFormProps {
  view: ExemptionFormView
  reply: FormReply | undefined
}

export function ExemptionForm({ view, reply }: ExemptionFormProps) {
  const t = useT()
  const isSending = useNavigation().state === 'submitting'
  const field = (name: string, initial = '') => ({
    name,
    error: errorOf(reply, name, t),
    defaultValue: typedValue(reply, name, initial),
    requiredWord: t('app.required'),
  })
  const { defaultValue: _, ...proof } = field('proof')
  return (
    <>
      <PageHeader
        trail={
          <Breadcrumbs
            label={t('exchange.trail')}
            crumbs={[{ href: '/exchange/exemptions', label: t('exemption.title') }]}
          />
        }
        title={t('exemption.new')}
        description={t('exemption.new_about')}
      />
      <ErrorSummary title={t('form.summary')} errors={summaryOf(reply, t)} />
      <Form method="post" encType="multipart/form-data" className="flex max-w-form flex-col gap-6">
        <FormKey />
        <TextField
          {...field('staffNumber', view.staffNumber)}
          label={t('exemption.staff_number')}
          hint={t('exemption.staff_number_hint')}
          required
        />
        <SelectField
          {...field('kind')}
          label={t('exemption.kind')}
          emptyLabel={t('exemption.kind_choose')}
          groups={view.kinds}
          required
        />
        <DateField {...field('validFrom')} label={t('exemption.from')} required />
        <DateField
          {...field('lastDay')}
          label={t('exemption.until')}
          hint={t('exemption.until_hint')}
          required
        />
        <TextField
          {...field('documentNo')}
          label={t('exemption.document')}
          hint={t('exemption.document_hint')}
        />
        <FileField
          {...proof}
          label={t('exemption.proof')}
          hint={t('exemption.proof_hint', { megabytes: view.megabytes })}
          accept=".pdf,.jpg,.jpeg,.png,application/pdf,image/jpeg,image/png"
          required
        />
        <ButtonRow>
          <Button variant="primary" pending={isSending} pendingLabel={t('exemption.saving')}>
            {t('exemption.save')}
          </Button>
          <LinkButton href="/exchange/exemptions">{t('app.cancel')}</LinkButton>
        </ButtonRow>
      </Form>
    </>
  )
}

interface EndFormProps {
  end: NonNullable<ExemptionRecordView['end']>
  reply: FormReply | undefined
}

export function EndExemptionForm({ end, reply }: EndFormProps) {
  const t = useT()
  const isSending = useNavigation().state === 'submitting'
  return (
    <>
      <ErrorSummary title={t('form.summary')} errors={summaryOf(reply, t)} />
      <Form method="post" className="flex max-w-form flex-col gap-6">
        <FormKey />
        <input type="hidden" name="version" value={end.version} />
        <DateField
          name="lastDay"
          label={t('exemption.end_day')}
          error={errorOf(reply, 'lastDay', t)}
          defaultValue={typedValue(reply, 'lastDay')}
          min={end.firstDay}
          max={end.lastDay}
          required
          requiredWord={t('app.required')}
        />
        <ButtonRow>
          <Button pending={isSending}>{t('exemption.end_save')}</Button>
        </ButtonRow>
      </Form>
    </>
  )
}
