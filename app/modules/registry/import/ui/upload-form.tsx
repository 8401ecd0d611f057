// The first page of an import: whose staff, which file, as of when, and whether it is everybody.
import { Form, useNavigation } from '@remix-run/react'
import { type ChangeEvent, useState } from 'react'
import { errorOf, type FormReply, summaryOf, typedValue } from '#app/platform/http/form-reply.ts'
import { Button, ButtonRow, LinkButton } from '#app/ui/button.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { DateField, FileField, type OptionGroup, RadioGroup, SelectField } from '#app/ui/field.tsx'
import { paths } from './paths.ts'
import { useT } from './words.tsx'

export interface UploadFormProps {
  organisations: readonly OptionGroup[]
  today: string
  maxMegabytes: number
  maxRows: string
  reply: FormReply | undefined
}

export function UploadForm({ organisations, today, maxMegabytes, maxRows, reply }: UploadFormProps) {
  const t = useT()
  const pending = useNavigation().formMethod === 'POST'
  const [tooLarge, setTooLarge] = useState(false)
  // Said before it is sent: an upload of that size would be cut off by the server.
  const checkSize = (event: ChangeEvent<HTMLInputElement>) => {
    const file = event.currentTarget.files?.[0]
    setTooLarge(file !== undefined && file.size > maxMegabytes * 1024 * 1024)
  }
  const required = { required: true, requiredWord: t('app.required') }
  const only = organisations.length === 1 && organisations[0]?.options.length === 1
  const fileError = tooLarge ? t('imports.too_large', { megabytes: maxMegabytes }) : errorOf(reply, 'file', t)
  return (
    <>
      <ErrorSummary title={t('form.summary')} errors={summaryOf(reply, t)} />
      <Form
        method="post"
        encType="multipart/form-data"
        id="form"
        className="flex max-w-form flex-col gap-6"
        noValidate={reply !== undefined}
      >
        <SelectField
          {...required}
          name="organisationId"
          label={t('imports.organisation')}
          hint={t('imports.organisation_hint')}
          groups={organisations}
          emptyLabel={only ? undefined : t('imports.choose')}
          defaultValue={typedValue(reply, 'organisationId')}
          error={errorOf(reply, 'organisationId', t)}
        />
        <DateField
          {...required}
          name="asOf"
          label={t('imports.as_of')}
          hint={t('imports.as_of_hint')}
          defaultValue={typedValue(reply, 'asOf', today)}
          error={errorOf(reply, 'asOf', t)}
        />
        <RadioGroup
          {...required}
          name="coverage"
          label={t('imports.coverage')}
          defaultValue={typedValue(reply, 'coverage')}
          error={errorOf(reply, 'coverage', t)}
          options={[
            {
              value: 'partial',
              label: t('imports.coverage_partial'),
              hint: t('imports.coverage_partial_hint'),
            },
            {
              value: 'complete',
              label: t('imports.coverage_complete'),
              hint: t('imports.coverage_complete_hint'),
            },
          ]}
        />
        <FileField
          {...required}
          name="file"
          label={t('imports.file')}
          hint={t('imports.file_hint', { megabytes: maxMegabytes, rows: maxRows })}
          accept=".xlsx,.csv,.txt"
          onChange={checkSize}
          error={fileError}
        />
        <ButtonRow>
          <Button
            variant="primary"
            disabled={tooLarge}
            pending={pending}
            pendingLabel={t('imports.uploading')}
          >
            {t('imports.upload')}
          </Button>
          <LinkButton href={paths.list}>{t('app.cancel')}</LinkButton>
        </ButtonRow>
      </Form>
    </>
  )
}
