/** What the page of the statistics says. */
export const statisticsEn = {
  'statistics.title': 'Statistics',
  'statistics.about': 'By the school year in which a posting begins; those called off are not counted.',
  'statistics.counties': 'By county, {{year}}',
  'statistics.history': 'Year by year',
  'statistics.went': 'Went',
  'statistics.to_rural': 'To rural places',
  'statistics.early': 'Early returns',
  'statistics.early_share': 'Share of early returns',
} as const
