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

/** Few chunks compress better than many: libraries, which stay the same for long, and the design system. */
function chunkOf(id: string): string | undefined {
  if (/app\/ui\/.*\.tsx?$|node_modules\/lucide-react\//.test(id)) return 'ui'
  return id.includes('node_modules/') ? 'libraries' : undefined
}

export default defineConfig(({ isSsrBuild }) => ({
  plugins: [tailwindcss(), remix(remixConfig)],
  // argon2's browser entry trips Vite's dependency scan.
  optimizeDeps: { exclude: ['@node-rs/argon2'] },
  build: {
    target: 'es2022',
    rollupOptions: isSsrBuild ? {} : { output: { manualChunks: chunkOf } },
  },
}))
