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

export default defineConfig({
  plugins: [tailwindcss(), remix(remixConfig)],
  // argon2's browser entry trips Vite's dependency scan.
  optimizeDeps: { exclude: ['@node-rs/argon2'] },
  build: { target: 'es2022' },
})
