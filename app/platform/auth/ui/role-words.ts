/** Roles in the reader's words. */
import type { Role } from '#app/platform/access/roles.ts'
import type { Translate } from '#app/platform/i18n/translate.ts'
import type { ChoiceOption } from '#app/ui/field.tsx'

export function roleName(role: Role, t: Translate): string {
  return t(`account.role_${role}`)
}

/** Roles as choices of a form, each with what it may do. */
export function roleChoices(roles: readonly Role[], t: Translate): ChoiceOption[] {
  return roles.map((role) => ({
    value: role,
    label: roleName(role, t),
    hint: t(`account.role_${role}_about`),
  }))
}
