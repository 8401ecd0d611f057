/** Words of the figures of studios that only the server says. */
import type { studioFiguresServerZhCN } from './figures-server.zh-CN.ts'

export const studioFiguresServerEn: Record<keyof typeof studioFiguresServerZhCN, string> = {
  'figures.year_text': '{{from}}–{{to}}',
  'figures.months_title': 'Activities by month, {{year}}',
  'figures.counties_title': 'Rural, weak and small schools with outreach, {{year}}',
  'figures.schools': 'Schools',
  'figures.needy': 'Rural, weak and small schools',
  'figures.reached': 'Schools with outreach',
  'figures.no_county': 'Others',
  'figures.times': 'Times',
  'figures.month': 'Month',
  'figures.month_text': '{{month}}',
  'figures.part_outreach': 'Outreach',
  'figures.part_forum': 'Forum',
  'figures.part_other': 'Other activities',
  'figures.total': 'Together',
  'figures.outreach_text': '{{outreach}} ({{visits}} count)',
  'figures.answered_people': 'Teachers who answered',
  'figures.used_people': 'Teachers who use it',
}
