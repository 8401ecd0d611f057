/** The one list of rooms. A new one adds its line here, and is in the frame, the trail, the settings, the jobs and the tests. */
import { exchange } from '#app/modules/exchange/module.ts'
import { pay } from '#app/modules/pay/module.ts'
import { principals } from '#app/modules/principals/module.ts'
import { registry } from '#app/modules/registry/module.ts'
import { studios } from '#app/modules/studios/module.ts'
import { training } from '#app/modules/training/module.ts'
import { approvals } from '#app/platform/approvals/module.ts'
import { audit } from '#app/platform/audit/module.ts'
import { accounts } from '#app/platform/auth/module.ts'
import { files } from '#app/platform/files/module.ts'
import { forms } from '#app/platform/forms/module.ts'
import { frame } from '#app/platform/frame/module.ts'
import { imports } from '#app/platform/imports/module.ts'
import { filters } from '#app/platform/lists/module.ts'
import type { Manifest } from '#app/platform/manifest/manifest.ts'
import { notifications } from '#app/platform/notifications/module.ts'
import { policy } from '#app/platform/policy/module.ts'

export const modules: readonly Manifest[] = [
  frame,
  accounts,
  audit,
  policy,
  files,
  forms,
  filters,
  notifications,
  approvals,
  imports,
  registry,
  training,
  exchange,
  pay,
  principals,
  studios,
]
