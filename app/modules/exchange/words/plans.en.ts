/** English words of the pages of plans. */
import type { plansZhCN } from './plans.zh-CN.ts'

export const plansEn = {
  'plan.title': 'Plans',
  'plan.about': 'Who goes where, solved under hard rules and weighed goals. Make several and compare them.',
  'plan.none': 'No plans yet',
  'plan.none_about': 'A plan can be made once contesting has ended.',
  'plan.placed': 'Placed',
  'plan.unplaced': 'Not placed',
  'plan.value': 'Worth',
  'plan.proof': 'Optimality',
  'plan.made': 'Made by',
  'plan.name': 'Name',
  'plan.home': 'Sending school',
  'plan.host': 'Host school',
  'plan.met': 'Choice met',
  'plan.points': 'Points',
  'plan.why': 'Why',
  'plan.placements': 'Who goes where',
  'plan.left': 'Who could not be placed',
  'plan.toast_requested': 'The plan is being made',
  'plan.toast_cancelled': 'Cancelled',
  'plan.error_not_found': 'There is no such plan',
  'plan.error_not_allowed': 'You cannot make plans for this county',
  'plan.error_wrong_state': 'That cannot be done at this step',
  'plan.error_nobody': 'Nobody has volunteered',
  'plan.error_solving': 'A plan is being made already',
} satisfies Record<keyof typeof plansZhCN, string>
