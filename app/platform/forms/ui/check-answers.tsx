// Check-your-answers: nothing is written yet. The lines say what will be, and the way back keeps what was typed.
import { Form, useNavigation } from '@remix-run/react'
import { FormKey } from '#app/platform/acts/form-key.tsx'
import { Button, ButtonRow } from '#app/ui/button.tsx'
import { FactList } from '#app/ui/fact-list.tsx'
import { Notice } from '#app/ui/notice.tsx'
import type { ActReply, CheckView } from '../form-view.ts'
import { useT } from './words.tsx'

export function CheckAnswers({ check, values }: { check: CheckView; values: ActReply['values'] }) {
  const t = useT()
  const pending = useNavigation().state === 'submitting'
  const noteOf = (before: string | undefined) =>
    before === undefined ? undefined : t('form.check_before', { before })
  return (
    <Form method="post" className="flex max-w-form flex-col gap-6">
      <FormKey />
      {Object.entries(values).flatMap(([name, value]) =>
        [value].flat().map((one) => <input key={`${name} ${one}`} type="hidden" name={name} value={one} />),
      )}
      <FactList
        facts={check.lines.map(({ term, before, after }) => ({ term, value: after, note: noteOf(before) }))}
      />
      {check.consequences.length > 0 && (
        <Notice word={t('form.check_then')} tone={check.isDanger ? 'warning' : 'info'}>
          <ul className="flex flex-col gap-1">
            {check.consequences.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </Notice>
      )}
      <ButtonRow>
        <Button
          type="submit"
          name="intent"
          value="commit"
          variant={check.isDanger ? 'danger' : 'primary'}
          pending={pending}
          pendingLabel={t('form.working')}
        >
          {check.confirmLabel}
        </Button>
        <Button type="submit" name="intent" value="edit" disabled={pending}>
          {t('form.check_back')}
        </Button>
      </ButtonRow>
    </Form>
  )
}
