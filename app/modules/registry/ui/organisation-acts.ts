/** The acts on an organisation, and where their forms are. */
export const ORGANISATION_ACTS = ['edit', 'move', 'close', 'designate', 'end-designation', 'figures'] as const
export type OrganisationActName = (typeof ORGANISATION_ACTS)[number]

export function isOrganisationAct(text: string | undefined): text is OrganisationActName {
  return ORGANISATION_ACTS.some((act) => act === text)
}

export function organisationActHref(id: string, act: OrganisationActName): string {
  return `/organisations/${id}/change/${act}`
}
