// Addresses of the import pages; nobody writes them by hand.
import type { Fate } from './outcomes.ts'

const list = '/imports'
const of = (batchId: string) => `${list}/${batchId}`

export const paths = {
  list,
  listBefore: (key: string) => `${list}?before=${encodeURIComponent(key)}`,
  listExport: `${list}/export.xlsx`,
  start: `${list}/new`,
  startOf: (subject: string) => `${list}/new?subject=${encodeURIComponent(subject)}`,
  template: (subject: string, profileKey: string) =>
    `${list}/template.xlsx?subject=${encodeURIComponent(subject)}&profile=${encodeURIComponent(profileKey)}`,
  batch: of,
  mapping: (batchId: string) => `${of(batchId)}/mapping`,
  checking: (batchId: string) => `${of(batchId)}/checking`,
  preview: (batchId: string) => `${of(batchId)}/preview`,
  previewOf: (batchId: string, fate: Fate, after?: string) => {
    const key = after === undefined ? '' : `&after=${encodeURIComponent(after)}`
    return `${of(batchId)}/preview?rows=${fate}${key}`
  },
  commit: (batchId: string) => `${of(batchId)}/commit`,
  result: (batchId: string) => `${of(batchId)}/result`,
  undo: (batchId: string) => `${of(batchId)}/undo`,
  cancel: (batchId: string) => `${of(batchId)}/cancel`,
  progress: (batchId: string, key: string) => `${of(batchId)}/progress.json?key=${encodeURIComponent(key)}`,
  rejected: (batchId: string) => `${of(batchId)}/rejected.xlsx`,
}
