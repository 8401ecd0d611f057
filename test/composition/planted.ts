/** A tiny room: one of everything that a room can say of itself. */
import type { Role } from '#app/platform/access/roles.ts'
import type { Audience, Manifest } from '#app/platform/manifest/manifest.ts'

/** What its job, sweep and seed were asked to do. */
export const heard: string[] = []

const reads = 'planted:read' as Audience
const holders: readonly Role[] = ['inspector']
const word = (key: string) => key as 'app.name'

export const planted: Manifest = {
  name: 'planted',
  title: word('planted.room'),
  actions: { 'planted:read': holders },
  routes: { 'routes/_app+/planted+/index': { get: reads } },
  audit: {
    acts: { planted: ['planted.sown'] },
    codeWord: (field, code) => (field === 'soil' ? `soil ${code}` : undefined),
  },
  settings: {
    definitions: {
      'planted.most': {
        ...{ kind: 'integer', unit: 'days', default: 7, min: 1, max: 30 },
        ...{ clause: 'a clause', source: 'a document', overridableBy: 'county' },
      },
    },
    effect: async () => ({ lines: [{ key: 'planted.effect', values: { count: 3 }, people: [] }] }),
  },
  navigation: [
    {
      ...{ href: '/planted', label: word('nav.planted'), icon: 'house' },
      ...{ to: reads, place: 'main', order: 15 },
    },
  ],
  uploads: [{ path: '/planted/new', maxBytes: () => 123 }],
  jobs: {
    work: {
      'planted-job': async ({ what = '' }) => {
        heard.push(`job ${what}`)
      },
    },
    sweeps: {
      'planted-sweep': async () => {
        heard.push('sweep')
      },
    },
  },
  home: {
    tasks: async () => [{ href: '/planted', figure: '4', title: 'beds to water', note: 'by noon' }],
    recent: async () => [{ at: '9999', date: 'today', title: 'rain', note: '', href: null }],
    quick: [{ href: '/planted/new', label: word('nav.planted'), icon: 'house', to: reads, order: 1 }],
  },
  timeline: async (_, personId) => [
    {
      ...{ id: `${personId}-planted`, date: '2026-03-12', title: 'planted a tree' },
      ...{ body: '', meta: '', tone: 'green' },
    },
  ],
  seed: async (_, { today }) => {
    heard.push(`seed ${today}`)
  },
  words: {
    'zh-CN': {
      'planted.room': '苗圃',
      'nav.planted': '去苗圃',
      'planted.policy': '苗圃',
      'audit.planted.sown': '播种',
    },
    en: { 'planted.room': 'Nursery', 'nav.planted': 'To the nursery', 'planted.policy': 'Nursery' },
  },
}
