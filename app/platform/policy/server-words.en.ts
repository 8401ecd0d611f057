/** Words that stay on the server: the entries in the frame, the acts and fields in the trail. Pages get them as text. */
import type { policyServerZhCN } from './server-words.zh-CN.ts'

export const policyServerEn: Record<keyof typeof policyServerZhCN, string> = {
  'policy.room': 'Policy settings',
  'nav.policy': 'Policy settings',
  'audit.policy.set': 'Policy setting set',
  'audit.policy.ended': 'Policy setting given up',
  'audit.group_policy': 'Policy settings',
  'audit.noun_policy': 'Policy setting',
}
