// How the sheet was read: by which saved profile, from which heading row, with its top beside; and the way to read it
// otherwise.
import { Form } from '@remix-run/react'
import { errorOf, type FormReply, typedValue } from '#app/platform/forms/form-reply.ts'
import { Button, ButtonRow } from '#app/ui/button.tsx'
import { DataTable } from '#app/ui/data-table.tsx'
import { Disclosure } from '#app/ui/disclosure.tsx'
import { CheckboxField, SelectField, TextField } from '#app/ui/field.tsx'
import type { MappingView } from './views.ts'
import { useT } from './words.tsx'

interface SheetReadingProps {
  mapping: MappingView
  reply: FormReply | undefined
}

export function SheetReading({ mapping, reply }: SheetReadingProps) {
  const t = useT()
  const columns = mapping.columns.map((column, index) => ({
    key: column.letter,
    header: column.heading,
    cell: (row: SampleRow) => <bdi>{row.cells[index]}</bdi>,
  }))
  const rows = mapping.top.map((cells, index) => ({ key: String(index), cells }))
  return (
    <Disclosure
      label={t('imports.heading_row_is', { row: mapping.headingRow })}
      open={reply?.errors.headingRow !== undefined}
    >
      <div className="flex flex-col gap-4">
        <Form method="get" className="flex max-w-form flex-col gap-4">
          <SelectField
            name="profile"
            label={t('imports.profile')}
            hint={t('imports.profile_hint')}
            options={mapping.profiles}
            emptyLabel={t('imports.profile_by_headings')}
            defaultValue={mapping.profileKey}
          />
          <TextField
            name="headingRow"
            type="number"
            min={1}
            max={100}
            label={t('imports.heading_row')}
            hint={t('imports.heading_row_hint')}
            defaultValue={typedValue(reply, 'headingRow', String(mapping.headingRow))}
            error={errorOf(reply, 'headingRow', t)}
          />
          <SelectField
            name="headingRows"
            label={t('imports.heading_rows')}
            hint={t('imports.heading_rows_hint')}
            options={['1', '2', '3'].map((value) => ({ value, label: value }))}
            defaultValue={String(mapping.headingRows)}
          />
          {mapping.sheets.length > 1 && (
            <fieldset className="flex flex-col gap-2">
              <legend className="font-medium">{t('imports.sheets')}</legend>
              <p className="text-sm text-ink-soft">{t('imports.sheets_hint')}</p>
              {mapping.sheets.map(({ name, isRead }, at) => (
                <CheckboxField
                  key={name}
                  id={`sheet-${at}`}
                  name="sheet"
                  value={name}
                  label={name}
                  defaultChecked={isRead}
                />
              ))}
            </fieldset>
          )}
          <ButtonRow>
            <Button>{t('imports.read_again')}</Button>
          </ButtonRow>
        </Form>
        <DataTable
          caption={t('imports.top_of_sheet')}
          captionHidden={false}
          columns={columns}
          rows={rows}
          rowKey={(row) => row.key}
          wide
        />
      </div>
    </Disclosure>
  )
}

interface SampleRow {
  key: string
  cells: readonly string[]
}
