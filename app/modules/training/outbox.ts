/** Addresses of reports that may wait on the phone: where they stand, where they are sent, which one is put right. */

export const REPORT_FORM = '/me/hours/new'
export const REPORT_SEND = '/me/hours/send'
/** Says what was reported for a time already. */
export const REPORT_OVERLAP = '/me/hours/overlap'
/** Names a report of the outbox that was not taken. */
export const WAITING = 'waiting'
