/** Words that stay on the server: the entries in the frame, the acts and fields in the trail. Pages get them as text. */
export const exchangeServerZhCN = {
  'exchange.room': '交流轮岗',
  'nav.exchange': '交流轮岗',
  'nav.my_exchange': '我的交流',
  'home.exemptions_lapsing': '项免交流或暂缓三十天内到期',
  'home.exemptions_lapsing_one': '项免交流或暂缓三十天内到期',
  'home.exemptions_lapsing_note': '最早的是{{name}}，{{day}}到期。仍有理由的请带新材料重新登记。',
  'exchange.life_exempt': '交流轮岗：{{kind}}',
  'exchange.life_until': '至 {{day}}',
  'audit.exemption.recorded': '登记免交流或暂缓',
  'audit.exemption.ended': '提前结束免交流或暂缓',
  'audit.group_exchange': '交流轮岗',
  'audit.noun_exemption': '免交流或暂缓',
} as const
