/** What two volunteers may wish for together. Clause: policy-source 二(三)3. */
export const WISH_KINDS = ['near', 'couple'] as const
export type WishKind = (typeof WISH_KINDS)[number]

export type WishRefusal =
  | 'not_found'
  | 'window_closed'
  | 'not_volunteered'
  | 'colleague_unknown'
  | 'own_number'
