/** What is guarded in studios, and who has it. */
import type { ActionTable } from '#app/platform/access/roles.ts'

export const studioActions = {
  /** Studios, their members and activities. */
  'studios:read': ['registrar', 'leader', 'inspector', 'school_office'],
  /** The word of a school at which a studio wants to be, or was. */
  'studios:host': ['school_office', 'leader'],
  /** Calls for leaders, experts, founding, dissolving; proposals of outreach. */
  'studios:call': ['registrar'],
  /** The word by which studios are founded. */
  'studios:approve': ['leader'],
} as const satisfies ActionTable

declare module '#app/platform/access/roles.ts' {
  interface KnownActions extends Record<keyof typeof studioActions, true> {}
}
