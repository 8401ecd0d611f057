/** Words that stay on the server: the entries in the frame, the acts and fields in the trail. Pages get them as text. */
export const policyServerZhCN = {
  'policy.room': '政策参数',
  'nav.policy': '政策参数',
  'audit.policy.set': '设定政策参数',
  'audit.policy.ended': '取消本级政策参数',
  'audit.group_policy': '政策参数',
  'audit.noun_policy': '政策参数',
} as const
