/** Case: a process killed at random moments of a commit and of an undo, twenty times each: all or none. */
import { killImports } from '#test/harness/import-kills.ts'
import type { Place } from './place.ts'
import { type Finding, say } from './report.ts'

const ROUNDS = 20

export async function killsCase(place: Place): Promise<Finding> {
  // Left over where an earlier run was stopped.
  await place.drop('kills')
  const home = await place.home('kills')
  const isEmbedded = home.kind === 'embedded'
  let server: Awaited<ReturnType<typeof home.open>> | null = null
  const kills = await killImports(
    {
      env: home.env,
      async open() {
        if (isEmbedded) return home.open()
        server ??= await home.open()
        return server
      },
      close: async (opened) => (isEmbedded ? opened.close() : undefined),
    },
    ROUNDS,
  )
  await (server as { close(): Promise<void> } | null)?.close()
  await place.drop('kills')
  say(`kills: ${JSON.stringify(kills)}`)
  const halves = Object.values(kills).reduce((sum, { whole, nothing }) => sum + ROUNDS - whole - nothing, 0)
  return {
    case: `kills, ${ROUNDS} of a commit and ${ROUNDS} of an undo: neither all nor none`,
    figure: `commit all ${kills.commit.whole}, none ${kills.commit.nothing}`,
    beside: `undo all ${kills.undo.whole}, none ${kills.undo.nothing}`,
    ...{ value: halves, shown: String(halves), bound: { atMost: 0 }, details: { ...kills } },
  }
}
