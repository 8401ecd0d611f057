/** Materials 资料 of activities as files. */

/** The kind of their attachments. */
export const MATERIAL_KIND = 'studios.material'

/** No setting allows a larger one. */
export const MATERIAL_MOST_MEGABYTES = 20
export const MEGABYTE = 1024 * 1024
