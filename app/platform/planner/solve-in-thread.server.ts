/** The thread that solves: HiGHS blocks while it works, and pages must stay quick meanwhile. */
import { parentPort, workerData } from 'node:worker_threads'
import loadHighs from 'highs'
import type { PlannerPhase, ProgramAnswer } from './answer.ts'
import type { LinearProgram } from './program.ts'
import { solveProgram } from './solve.server.ts'

export type ThreadMessage = { phase: PlannerPhase } | { answer: ProgramAnswer }

const REPORT_EVERY_S = 0.5

const { program, searchSeconds } = workerData as { program: LinearProgram; searchSeconds: number }
let reportedAt = Number.NEGATIVE_INFINITY
const send = (message: ThreadMessage) => parentPort?.postMessage(message)

const answer = solveProgram(await loadHighs(), program, {
  searchSeconds,
  report: (phase) => {
    if (phase.phase === 'search' && phase.seconds - reportedAt < REPORT_EVERY_S) return
    reportedAt = phase.seconds
    send({ phase })
  },
})
send({ answer })
