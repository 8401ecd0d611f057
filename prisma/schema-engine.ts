/** Prisma's schema engine as WebAssembly: migrations without a downloaded binary. */
import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import type { SchemaEngine as Engine } from '@prisma/schema-engine-wasm'

const require = createRequire(import.meta.url)

let loaded: Promise<typeof Engine> | undefined

/** The engine's constructor, loaded once: a second instance would take the timers of the first for its own and panic. */
export function loadSchemaEngine(): Promise<typeof Engine> {
  loaded ??= load()
  return loaded
}

async function load(): Promise<typeof Engine> {
  Object.assign(globalThis, { PRISMA_WASM_PANIC_REGISTRY: { set_message() {} } })
  const bindings = await import('@prisma/schema-engine-wasm/schema_engine_bg')
  const root = require.resolve('@prisma/schema-engine-wasm').replace(/schema_engine\.js$/, '')
  const bytes = await readFile(`${root}schema_engine_bg.wasm`)
  const imports = { ...bindings, ...patientTimers(bindings) } as unknown as WebAssembly.ModuleImports
  const { instance } = await WebAssembly.instantiate(bytes, { './schema_engine_bg.js': imports })
  const { __wbg_set_wasm } = bindings as unknown as { __wbg_set_wasm(exports: WebAssembly.Exports): void }
  __wbg_set_wasm(instance.exports)
  const start = instance.exports.__wbindgen_start
  if (typeof start === 'function') start()
  return (bindings as unknown as { SchemaEngine: typeof Engine }).SchemaEngine
}

/** The engine never clears its 10 s wait for the advisory lock: such a timer must not keep a finished process alive. */
function patientTimers(bindings: object): WebAssembly.ModuleImports {
  const names = Object.keys(bindings).filter((name) => name.startsWith('__wbg_setTimeout_'))
  const wait = (callback: () => void, milliseconds: number) =>
    setTimeout(callback, milliseconds >>> 0).unref()
  return Object.fromEntries(names.map((name) => [name, wait]))
}
