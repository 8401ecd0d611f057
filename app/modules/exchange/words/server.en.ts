/** Words that stay on the server: the entries in the frame, the acts and fields in the trail. Pages get them as text. */
import type { exchangeServerZhCN } from './server.zh-CN.ts'

export const exchangeServerEn: Record<keyof typeof exchangeServerZhCN, string> = {
  'exchange.room': 'Exchange postings',
  'nav.exchange': 'Exchange',
  'nav.my_exchange': 'My exchange',
  'home.exemptions_lapsing': 'exemptions or deferrals lapse within thirty days',
  'home.exemptions_lapsing_one': 'exemption or deferral lapses within thirty days',
  'home.exemptions_lapsing_note':
    'First {{name}}, on {{day}}. Where the ground still holds, record it anew with a new proof.',
  'exchange.life_exempt': 'Exchange: {{kind}}',
  'exchange.life_until': 'until {{day}}',
  'audit.exemption.recorded': 'Exemption recorded',
  'audit.exemption.ended': 'Exemption ended early',
  'audit.group_exchange': 'Exchange',
  'audit.noun_exemption': 'Exemption',
}
