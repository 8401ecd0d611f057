// Which field of ours each column of the sender's sheet fills: left the column with some of its values, right the field.
// What is not read stands last; a field that moves to another column leaves the one it had.
import { Form, useNavigation } from '@remix-run/react'
import { useState } from 'react'
import { type FormReply, summaryOf, typedValue } from '#app/platform/forms/form-reply.ts'
import { Button, ButtonRow } from '#app/ui/button.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { Section } from '#app/ui/section.tsx'
import { columnChoice } from './mapping-choice.ts'
import { ColumnRows } from './mapping-columns.tsx'
import { EveryRow, OptionFields } from './mapping-options.tsx'
import type { MappingColumn, MappingView } from './views.ts'
import { useT } from './words.tsx'

interface MappingFormProps {
  mapping: MappingView
  reply: FormReply | undefined
}

export function MappingForm({ mapping, reply }: MappingFormProps) {
  const t = useT()
  const intent = useNavigation().formData?.get('intent')
  const [chosen, setChosen] = useState(() => startOf(mapping.columns, reply))
  const choose = (index: number, field: string) =>
    setChosen((before) =>
      before.map((one, at) => (at === index ? field : field !== '' && one === field ? '' : one)),
    )
  const mapped = mapping.columns.filter(({ field }) => field !== '')
  const unread = mapping.columns.filter(({ field }) => field === '')
  const rows = { mapping, reply, chosen, choose }
  return (
    <>
      <ErrorSummary title={t('form.summary')} errors={summaryOf(reply, t)} />
      <Form method="post" id="form" className="flex flex-col gap-8">
        <ReadAs mapping={mapping} />
        <Section
          id="columns"
          title={t('imports.columns')}
          description={t(mapping.isKnown ? 'imports.columns_known' : 'imports.columns_hint')}
        >
          <Missing mapping={mapping} />
          <ColumnRows columns={mapped} {...rows} />
        </Section>
        {unread.length > 0 && (
          <Section
            id="unread"
            title={t('imports.columns_unread', { count: unread.length })}
            description={t('imports.columns_unread_hint')}
          >
            <ColumnRows columns={unread} {...rows} />
          </Section>
        )}
        <EveryRow mapping={mapping} reply={reply} />
        <OptionFields mapping={mapping} reply={reply} />
        <ButtonRow>
          <Button
            variant="primary"
            name="intent"
            value="check"
            pending={intent === 'check'}
            pendingLabel={t('imports.check_starting')}
          >
            {t('imports.check')}
          </Button>
          <Button name="intent" value="save" pending={intent === 'save'}>
            {t('imports.save_mapping')}
          </Button>
        </ButtonRow>
      </Form>
    </>
  )
}

/** The chosen field by the column's index: as typed before a refusal, else as suggested. */
function startOf(columns: readonly MappingColumn[], reply: FormReply | undefined): string[] {
  const chosen: string[] = []
  for (const { index, field } of columns) {
    chosen[index] = typedValue(reply, columnChoice.name(index), field)
  }
  return chosen
}

/** How the sheet was read for this form to mean what it shows. */
function ReadAs({ mapping: { headingRow, headingRows, sheets, recipe } }: Pick<MappingFormProps, 'mapping'>) {
  return (
    <>
      <input type="hidden" name="headingRow" value={headingRow} />
      <input type="hidden" name="headingRows" value={headingRows} />
      {sheets.length > 1 &&
        sheets.map(
          ({ name, isRead }) => isRead && <input key={name} type="hidden" name="sheets" value={name} />,
        )}
      <input type="hidden" name="recipe" value={recipe} />
    </>
  )
}

/** What is needed and was not found, and what is otherwise than in the sender's last file. */
function Missing({ mapping: { missing, differs } }: Pick<MappingFormProps, 'mapping'>) {
  const t = useT()
  return (
    <>
      {differs && (
        <Notice tone="info" word={t('imports.differs')}>
          {differs.fresh.length > 0 && (
            <p>{t('imports.differs_fresh', { names: differs.fresh.join(t('imports.between')) })}</p>
          )}
          {differs.gone.length > 0 && (
            <p>{t('imports.differs_gone', { names: differs.gone.join(t('imports.between')) })}</p>
          )}
        </Notice>
      )}
      {missing.length > 0 && (
        <Notice tone="warning" word={t('imports.missing')}>
          <ul className="list-disc ps-5">
            {missing.map((names) => (
              <li key={names}>{names}</li>
            ))}
          </ul>
        </Notice>
      )}
    </>
  )
}
