/** Hangs a room on everything that is made of rooms: actions, words, settings. Importing it registers the whole list. */
import { registerActions } from '#app/platform/access/roles.ts'
import { registerProcess } from '#app/platform/approvals/process.ts'
import { registerEngagements } from '#app/platform/calendar/engagements.server.ts'
import { pickerKinds, registerPicker } from '#app/platform/forms/pickers.server.ts'
import { locales } from '#app/platform/i18n/locale.ts'
import { registerWords } from '#app/platform/i18n/translate.ts'
import { registerSubject } from '#app/platform/imports/subject.ts'
import { sweep, work } from '#app/platform/jobs/jobs.server.ts'
import type { Manifest } from '#app/platform/manifest/manifest.ts'
import { registerPersonPage } from '#app/platform/manifest/person-page.server.ts'
import { registerPolicyEffect } from '#app/platform/policy/effects.server.ts'
import { registerPolicies } from '#app/platform/policy/known-policies.ts'
import { registerPolicyChoices } from '#app/platform/policy/value-text.server.ts'
import { modules } from './modules.ts'

const here: Manifest[] = []

/** Every room that is registered, in the order of the list. */
export function rooms(): readonly Manifest[] {
  return here
}

/** Takes a room in. Throws for one whose name is taken. */
export function register(room: Manifest): void {
  if (here.some(({ name }) => name === room.name)) throw new Error(`two rooms are called ${room.name}`)
  here.push(room)
  registerActions(room.actions ?? {})
  for (const kind of pickerKinds) {
    const picker = room.pickers?.[kind]
    if (picker) registerPicker(kind, picker)
  }
  if (room.engagements) registerEngagements(room.engagements)
  for (const process of room.approvals ?? []) registerProcess(process)
  for (const subject of room.imports ?? []) registerSubject(subject)
  if (room.personPage) registerPersonPage(room.personPage)
  for (const locale of locales) registerWords(locale, room.words[locale])
  const { settings } = room
  if (!settings) return
  registerPolicies(settings.definitions)
  if (settings.effect) registerPolicyEffect(`${room.name}.`, settings.effect)
  if (settings.choiceText) registerPolicyChoices(`${room.name}.`, settings.choiceText)
}

/** Hands every room's background work to the job runner; in the process that runs it, before it starts. */
export function registerJobs(): void {
  for (const { jobs } of here) {
    for (const [name, handler] of Object.entries(jobs?.work ?? {})) work(name, handler)
    for (const [name, act] of Object.entries(jobs?.sweeps ?? {})) sweep(name, act)
  }
}

for (const room of modules) register(room)
