/** Case 6: the script that each page sends to a browser, gzipped, beside a page of Remix with nothing on it. */
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { gzipSync } from 'node:zlib'
import type { Finding } from './report.ts'

/** React, the router and Remix's runtime of the same versions, one route that says hello; gzipped, in bytes. */
const BARE_REMIX = 84_000
const BOUND_KB = 115

type Module = { module: string; imports?: string[] }
type Manifest = {
  entry: Module
  routes: Record<string, Module & { id: string; parentId?: string; path?: string; index?: boolean }>
}

/** Reads the build: entry, every route of the page's chain with its imports, and the words of one language. */
export function weightCase(root: string): Finding {
  const client = path.join(root, 'build/client')
  const manifest = readManifest(path.join(client, 'assets'))
  const weigh = scales(client)
  const entry = [manifest.entry.module, ...(manifest.entry.imports ?? [])]
  const pages = pagesOf(manifest, client)
    .map((id) => {
      const files = [...entry, ...chainOf(manifest, id)]
      return { id, bytes: weigh([...files, ...files.flatMap((file) => wordsOf(client, file, weigh))]) }
    })
    .sort((a, b) => b.bytes - a.bytes)
  const [heaviest] = pages
  const lightest = pages.at(-1)
  if (!heaviest || !lightest) throw new Error('the build has no pages')
  return {
    case: `client script of the heaviest of ${pages.length} pages`,
    figure: `${kilobytes(heaviest.bytes)}, lightest ${kilobytes(lightest.bytes)}`,
    beside: `bare Remix ${kilobytes(BARE_REMIX)}`,
    value: heaviest.bytes / 1000,
    shown: kilobytes(heaviest.bytes),
    bound: { atMost: BOUND_KB },
    details: { pages, parts: { entry: weigh(entry) } },
  }
}

function readManifest(assets: string): Manifest {
  const name = readdirSync(assets).find((file) => /^manifest-.*\.js$/.test(file))
  if (!name) throw new Error('build/client has no manifest')
  const text = readFileSync(path.join(assets, name), 'utf8')
  return JSON.parse(text.slice(text.indexOf('{'), text.lastIndexOf('}') + 1)) as Manifest
}

/** Routes that show something: the module of a route without a component is empty. */
function pagesOf({ routes }: Manifest, client: string): string[] {
  const isParent = new Set(Object.values(routes).map(({ parentId }) => parentId))
  return Object.values(routes)
    .filter(({ id, module }) => !isParent.has(id) && readFileSync(path.join(client, module)).length > 1)
    .map(({ id }) => id)
}

function chainOf(manifest: Manifest, id: string): string[] {
  const route = manifest.routes[id]
  if (!route) return []
  const above = route.parentId ? chainOf(manifest, route.parentId) : []
  return [...above, route.module, ...(route.imports ?? [])]
}

/** A script that brings words fetches those of one language; the heavier counts. */
function wordsOf(client: string, script: string, weigh: (files: readonly string[]) => number): string[] {
  const text = readFileSync(path.join(client, script), 'utf8')
  const all = [...text.matchAll(/import\(["'`]\.\/([\w-]+\.(zh-CN|en)-[^"'`]+\.js)["'`]\)/g)]
  const [one = [], other = []] = ['zh-CN', 'en'].map((language) =>
    all.filter(([, , of]) => of === language).map(([, name]) => `/assets/${name}`),
  )
  return weigh(one) > weigh(other) ? one : other
}

/** Adds up gzipped files, each once, with zlib's usual level, as the server compresses them. */
function scales(client: string): (files: readonly string[]) => number {
  const known = new Map<string, number>()
  const weightOf = (file: string) => {
    const bytes = known.get(file) ?? gzipSync(readFileSync(path.join(client, file))).length
    known.set(file, bytes)
    return bytes
  }
  return (files) => [...new Set(files)].reduce((sum, file) => sum + weightOf(file), 0)
}

function kilobytes(bytes: number): string {
  return `${(bytes / 1000).toFixed(1)} kB`
}
