// Another day to see a record on: a GET form, so that the day is in the address.
import { Form } from '@remix-run/react'
import { Button } from '#app/ui/button.tsx'
import { useT } from './words.tsx'

export function AsOfForm({ day, problem }: { day: string; problem?: string }) {
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
        aria-invalid={problem ? true : undefined}
        aria-describedby={problem && 'as-of-problem'}
        className="min-h-11 rounded-sm border border-control bg-surface px-2 tabular-nums md:min-h-9"
      />
      <Button>{t('staff.as_of_show')}</Button>
      {problem && (
        <p id="as-of-problem" className="font-medium text-red">
          {problem}
        </p>
      )}
    </Form>
  )
}
