/** The build: Remix, Tailwind. Vitest reads vitest.config.ts instead. */
import { vitePlugin as remix } from '@remix-run/dev'
import tailwindcss from '@tailwindcss/vite'
import { defineConfig } from 'vite'
import remixConfig from './remix.config.js'

declare module '@remix-run/server-runtime' {
  interface Future {
    v3_singleFetch: true
  }
}

/** Parts of the design system that only pages of a kind need: forms, lists, records. */
const kinds: Record<string, readonly string[]> = {
  'ui-form': ['field', 'field-frame', 'error-summary'],
  'ui-list': ['data-table', 'filter-bar', 'pagination', 'active-filters'],
  'ui-record': ['timeline', 'steps', 'confirm-panel', 'progress-bar', 'task-list'],
}

/** Few chunks compress better than many: libraries, which stay the same for long, and the design system in a few. */
function chunkOf(id: string): string | undefined {
  const [, part] = /app\/ui\/(.*)\.tsx?$/.exec(id) ?? []
  if (part) return Object.keys(kinds).find((kind) => kinds[kind]?.includes(part)) ?? 'ui'
  if (id.includes('node_modules/lucide-react/')) return 'ui'
  // Only pages whose forms may wait have it.
  if (id.includes('node_modules/idb/')) return undefined
  return id.includes('node_modules/') ? 'libraries' : undefined
}

export default defineConfig(({ isSsrBuild }) => ({
  plugins: [tailwindcss(), remix(remixConfig)],
  // argon2's browser entry trips Vite's dependency scan.
  optimizeDeps: { exclude: ['@node-rs/argon2'] },
  build: {
    target: 'es2022',
    // Some 4 kB less of each page's script than the default.
    ...(isSsrBuild ? {} : { minify: 'terser', terserOptions: { compress: { passes: 3 } } }),
    rollupOptions: isSsrBuild ? {} : { output: { manualChunks: chunkOf } },
  },
}))
