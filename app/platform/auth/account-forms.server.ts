/** The forms of accounts and grants as their pages need them. */
import type { Role } from '#app/platform/access/roles.ts'
import { drawSections } from '#app/platform/forms/draw-form.server.ts'
import type { FormView } from '#app/platform/forms/form-view.ts'
import type { ActRefusal } from '#app/platform/forms/run-form.server.ts'
import type { Words } from '#app/platform/i18n/words.ts'
import type { AccountRefusal } from './accounts.ts'
import { changeAccountForm, giveGrantForm, newAccountForm } from './forms.ts'
import { roleChoices } from './ui/role-words.ts'

type Account = { id: string; displayName: string; person: { staffNumber: string } | null }

/** `place` is the organisation that is filled in at first, `roles` what the reader may give. */
export function newAccountView(place: string, roles: readonly Role[], words: Words): FormView {
  const { t } = words
  const none = { value: '', label: t('account.role_none'), hint: t('account.role_none_hint') }
  return {
    title: t('account.new'),
    trail: trailOf(words),
    intro: '',
    sections: drawSections(newAccountForm.sections, words, {
      values: { organisationId: place, role: '' },
      fields: { role: { options: [none, ...roleChoices(roles, t)] } },
    }),
    submitLabel: t('account.create'),
    cancelHref: '/accounts',
  }
}

export function editAccountView(account: Account, words: Words): FormView {
  const { t } = words
  const values = { displayName: account.displayName, staffNumber: account.person?.staffNumber }
  return {
    title: t('account.edit_title'),
    trail: trailOf(words, account),
    intro: '',
    sections: drawSections(changeAccountForm.sections, words, { values }),
    submitLabel: t('app.save'),
    cancelHref: `/accounts/${account.id}`,
  }
}

export function giveGrantView(
  account: Account,
  place: string,
  roles: readonly Role[],
  words: Words,
): FormView {
  const { t } = words
  return {
    title: t('account.give_title', { name: account.displayName }),
    trail: trailOf(words, account),
    intro: '',
    sections: drawSections(giveGrantForm.sections, words, {
      values: { organisationId: place },
      fields: { role: { options: roleChoices(roles, t) } },
    }),
    submitLabel: t('account.give_submit'),
    cancelHref: `/accounts/${account.id}`,
  }
}

function trailOf({ t }: Words, account?: Account): FormView['trail'] {
  const list = { href: '/accounts', label: t('account.title') }
  return account ? [list, { href: `/accounts/${account.id}`, label: account.displayName }] : [list]
}

const fieldOf: Partial<Record<AccountRefusal, string>> = {
  username_taken: 'username',
  person_unknown: 'staffNumber',
  person_taken: 'staffNumber',
  role_refused: 'role',
  already_held: 'role',
}

/** A rule's refusal, at the field it is about. */
export function refusalOf(reason: AccountRefusal): ActRefusal {
  return { ok: false, key: `account.error_${reason}`, field: fieldOf[reason] }
}
