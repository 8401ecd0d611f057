/** The thread that solves: HiGHS blocks while it works, and pages must stay quick meanwhile. */
import { parentPort, workerData } from 'node:worker_threads'
import loadHighs from 'highs'
import type { MatchingAnswer, MatchingPhase } from './answer.ts'
import type { MatchingProblem } from './problem.ts'
import { solveMatching } from './solve.server.ts'

export type WorkerMessage = { phase: MatchingPhase } | { answer: MatchingAnswer }

const REPORT_EVERY_S = 0.5

const { problem, searchSeconds } = workerData as { problem: MatchingProblem; searchSeconds: number }
let reportedAt = Number.NEGATIVE_INFINITY
const send = (message: WorkerMessage) => parentPort?.postMessage(message)

const answer = solveMatching(await loadHighs(), problem, {
  searchSeconds,
  report: (phase) => {
    if (phase.phase === 'search' && phase.seconds - reportedAt < REPORT_EVERY_S) return
    reportedAt = phase.seconds
    send({ phase })
  },
})
send({ answer })
