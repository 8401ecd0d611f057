// Another day to see a record on: a GET form, so that the day is in the address.
import { Form } from '@remix-run/react'
import { Button } from '#app/ui/button.tsx'
import { useT } from './words.tsx'

export function AsOfForm({ day }: { day: string }) {
  const t = useT()
  return (
    <Form key={day} method="get" className="flex flex-wrap items-center gap-2 print:hidden">
      <label htmlFor="as-of" className="text-ink-soft">
        {t('staff.filter_as_of')}
      </label>
      <input
        id="as-of"
        type="date"
        name="asOf"
        defaultValue={day}
        className="min-h-11 rounded-sm border border-control bg-surface px-2 tabular-nums md:min-h-9"
      />
      <Button>{t('staff.as_of_show')}</Button>
    </Form>
  )
}
