/** What a file really is, told by its first bytes: its name and the browser's word do not count. */

const types = {
  pdf: { mime: 'application/pdf', head: [0x25, 0x50, 0x44, 0x46, 0x2d] },
  jpg: { mime: 'image/jpeg', head: [0xff, 0xd8, 0xff] },
  png: { mime: 'image/png', head: [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a] },
} as const

export type FileType = keyof typeof types

/** PDF, JPEG or PNG; null for anything else. */
export function fileTypeOf(bytes: Uint8Array): FileType | null {
  const names = Object.keys(types) as FileType[]
  return names.find((name) => types[name].head.every((byte, at) => bytes[at] === byte)) ?? null
}

/** As it is sent. */
export function mimeOf(type: FileType): string {
  return types[type].mime
}

/** A name for a download: of one line, at most 200 characters, and ending as the content is. */
export function downloadName(name: string, type: FileType): string {
  const plain = (name.split(/[/\\]/).at(-1) ?? '').replace(/\p{Cc}/gu, '').slice(-200)
  const stem = plain.replace(/\.[a-z0-9]{1,5}$/i, '')
  return `${stem || 'file'}.${type}`
}
