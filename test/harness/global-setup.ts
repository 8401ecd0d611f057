/** Before the workers start: one migrated template, on PGlite or on the server of TEST_DATABASE_URL. */
import type { TestProject } from 'vitest/node'
import { dropServerTemplate, embeddedTemplate, serverTemplate, type Template } from './template.ts'

declare module 'vitest' {
  export interface ProvidedContext {
    databaseTemplate: Template
  }
}

// Each project runs its own global setup in one process: they share the template.
const shared = globalThis as typeof globalThis & { shiziTemplate?: Promise<Template> }

export default async function prepare(project: TestProject) {
  const server = process.env.TEST_DATABASE_URL
  shared.shiziTemplate ??= server ? serverTemplate(server) : embeddedTemplate()
  project.provide('databaseTemplate', await shared.shiziTemplate)
  return async () => {
    shared.shiziTemplate = undefined
    if (server) await dropServerTemplate(server)
  }
}
