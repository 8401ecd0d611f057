/** The acts that the trail knows words for, by what they touch. An act without words is shown by its code. */

export const auditActions = {
  staff: [
    'person.created',
    'person.edited',
    'person.corrected',
    'identity.revealed',
    'staff.exported',
    'appointment.started',
    'appointment.ended',
    'appointment.corrected',
    'service.retired',
    'service.left',
    'service.deceased',
    'status.set',
    'status.ended',
    'status.corrected',
    'title.awarded',
    'title.corrected',
    'honour.awarded',
    'honour.ended',
    'honour.corrected',
  ],
  organisations: [
    'organisation.created',
    'organisation.edited',
    'organisation.moved',
    'organisation.closed',
    'organisations.imported',
    'designation.given',
    'designation.ended',
    'figures.set',
  ],
  imports: ['import.committed', 'import.undone', 'seed.loaded'],
  accounts: [
    'account.created',
    'account.changed',
    'account.disabled',
    'account.enabled',
    'account.password_reset',
    'account.password_changed',
    'grant.given',
    'grant.revoked',
    'session.ended',
  ],
} as const

export const auditGroups = Object.keys(auditActions) as (keyof typeof auditActions)[]
