// The forms of accounts and grants.
import { Form, useNavigation } from '@remix-run/react'
import type { ReactNode } from 'react'
import type { Role } from '#app/platform/access/roles.ts'
import { FormKey } from '#app/platform/acts/form-key.tsx'
import { errorOf, type FormReply, summaryOf, typedValue } from '#app/platform/http/form-reply.ts'
import type { OrganisationSuggestions } from '#app/platform/http/organisation-suggestions.ts'
import { Button, ButtonRow, LinkButton } from '#app/ui/button.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { RadioGroup, TextField } from '#app/ui/field.tsx'
import { roleChoices } from './role-words.ts'
import { useT } from './words.tsx'

interface FormFrameProps {
  reply: FormReply | undefined
  submitLabel: string
  cancelHref: string
  children: ReactNode
}

function FormFrame({ reply, submitLabel, cancelHref, children }: FormFrameProps) {
  const t = useT()
  const pending = useNavigation().state === 'submitting'
  return (
    <>
      <ErrorSummary title={t('form.summary')} errors={summaryOf(reply, t)} />
      <Form method="post" id="form" className="flex max-w-form flex-col gap-6">
        <FormKey />
        {children}
        <ButtonRow>
          <Button variant="primary" pending={pending} pendingLabel={t('account.working')}>
            {submitLabel}
          </Button>
          <LinkButton href={cancelHref}>{t('app.cancel')}</LinkButton>
        </ButtonRow>
      </Form>
    </>
  )
}

/** A text field of these forms, with what was typed and what is wrong with it. */
function useFields(reply: FormReply | undefined) {
  const t = useT()
  return (name: string, initial = '') => ({
    name,
    error: errorOf(reply, name, t),
    defaultValue: typedValue(reply, name, initial),
    requiredWord: t('app.required'),
    autoComplete: 'off',
  })
}

interface NewAccountProps {
  reply: FormReply | undefined
  /** The organisation that is filled in at first. */
  place: string
  roles: readonly Role[]
  organisations: OrganisationSuggestions
}

export function NewAccountForm({ reply, place, roles, organisations }: NewAccountProps) {
  const t = useT()
  const field = useFields(reply)
  const none = { value: '', label: t('account.role_none'), hint: t('account.role_none_hint') }
  return (
    <FormFrame reply={reply} submitLabel={t('account.create')} cancelHref="/accounts">
      <TextField
        {...field('displayName')}
        label={t('account.display_name')}
        hint={t('account.display_name_hint')}
        required
      />
      <TextField
        {...field('username')}
        label={t('account.username')}
        hint={t('account.username_hint')}
        autoCapitalize="none"
        spellCheck={false}
        required
      />
      <TextField
        {...field('place', place)}
        label={t('account.organisation')}
        hint={t('account.organisation_hint')}
        {...organisations}
        required
      />
      <TextField
        {...field('staffNumber')}
        label={t('account.staff_number')}
        hint={t('account.staff_number_hint')}
      />
      <RadioGroup
        name="role"
        label={t('account.first_role')}
        error={errorOf(reply, 'role', t)}
        defaultValue={typedValue(reply, 'role')}
        options={[none, ...roleChoices(roles, t)]}
      />
    </FormFrame>
  )
}

interface EditAccountProps {
  reply: FormReply | undefined
  account: { id: string; displayName: string; person: { staffNumber: string } | null }
}

export function EditAccountForm({ reply, account }: EditAccountProps) {
  const t = useT()
  const field = useFields(reply)
  return (
    <FormFrame reply={reply} submitLabel={t('app.save')} cancelHref={`/accounts/${account.id}`}>
      <TextField
        {...field('displayName', account.displayName)}
        label={t('account.display_name')}
        hint={t('account.display_name_hint')}
        required
      />
      <TextField
        {...field('staffNumber', account.person?.staffNumber)}
        label={t('account.staff_number')}
        hint={t('account.staff_number_hint')}
      />
    </FormFrame>
  )
}

interface GiveGrantProps extends NewAccountProps {
  accountId: string
}

export function GiveGrantForm({ reply, accountId, place, roles, organisations }: GiveGrantProps) {
  const t = useT()
  const field = useFields(reply)
  return (
    <FormFrame reply={reply} submitLabel={t('account.give_submit')} cancelHref={`/accounts/${accountId}`}>
      <RadioGroup
        name="role"
        label={t('account.role')}
        error={errorOf(reply, 'role', t)}
        defaultValue={typedValue(reply, 'role')}
        options={roleChoices(roles, t)}
        requiredWord={t('app.required')}
        required
      />
      <TextField
        {...field('place', place)}
        label={t('account.place')}
        hint={t('account.give_place_hint')}
        {...organisations}
        required
      />
    </FormFrame>
  )
}
