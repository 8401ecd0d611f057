import type { studiosSharedZhCN } from './shared.zh-CN.ts'

export const studiosSharedEn = {
  'studios.title': 'Master-teacher studios',
  'studios.trail': 'You are here',
  'studios.mine': 'My studios',
  'call.title': 'Calls for studios',
  'call.name': 'Call',
  'call.bureau': 'Called by',
  'call.window': 'Applications',
  'call.state': 'Progress',
  'application.name': 'Studio name',
  'application.teaching': 'Stage and subject',
  'application.plan': 'Plan',
  'studio.name': 'Studio',
  'studio.school': 'Home school',
  'studio.state': 'State',
  'studios.export': 'Export to Excel',
  'studio.role': 'Role',
  'activities.calendar': 'Calendar',
  'member.title': 'Members',
  'proposal.tab': 'Proposed',
} satisfies Record<keyof typeof studiosSharedZhCN, string>
