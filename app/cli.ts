/** The command line: `npm run shizi -- <command>`. Exit codes: 0 done, 1 refused or failed, 2 wrong usage. */
import { Command, CommanderError } from 'commander'
import { roleNames } from '#app/platform/access/roles.ts'
import { type Answer, answer, runCommand, terminalWords } from './cli/run.server.ts'
import type { UserRefusal } from './cli/users.server.ts'

type Json = { json?: boolean }

const t = terminalWords()
const roles = roleNames.join(', ')

const program = new Command('shizi').description(t('cli.about')).exitOverride()

function command(parent: Command, usage: string, description: string): Command {
  return parent.command(usage).description(description).option('--json', t('cli.help.json'))
}

command(program, 'migrate', t('cli.help.migrate')).action(({ json = false }: Json) =>
  runCommand(json, async ({ target }) => {
    const { migrate } = await import('#prisma/migrate.ts')
    const applied = await migrate(target)
    const names = applied.join(', ')
    const text = names ? t('cli.migrate.applied', { names }) : t('cli.migrate.none')
    return { exitCode: 0, text, data: { applied } }
  }),
)

command(program, 'seed', t('cli.help.seed'))
  .option('--scale <size>', t('cli.help.seed.scale'), 'default')
  .action(async ({ scale, json = false }: Json & { scale: string }) => {
    const { LARGEST_SCALE, SMALLEST_SCALE, scaleOf, seedDemo } = await import('#prisma/seed/seed.server.ts')
    const { DEMO_ACCOUNTS, DEMO_PASSWORD } = await import('#prisma/seed/accounts.ts')
    const staffCount = scaleOf(scale)
    if (staffCount === null) {
      const text = t('cli.seed.scale', { least: SMALLEST_SCALE, most: LARGEST_SCALE })
      return answer(json, { exitCode: 2, text, data: { reason: 'scale' } })
    }
    await runCommand(json, async ({ database }) => {
      const { today } = await import('#app/platform/clock.server.ts')
      const onProgress = (count: number) => {
        if (process.stderr.isTTY) process.stderr.write(`\r${t('cli.seed.progress', { count })}`)
      }
      const done = await seedDemo(database, { staffCount, today: today(), onProgress })
      if (process.stderr.isTTY) process.stderr.write('\r\u001b[K')
      if (!done.ok) return { exitCode: 1, text: t(`cli.seed.${done.reason}`), data: { reason: done.reason } }
      const { outcome, counts } = done
      const accounts = { password: DEMO_PASSWORD, accounts: DEMO_ACCOUNTS }
      return {
        exitCode: 0,
        text: t(`cli.seed.${outcome}`, counts),
        data: { outcome, ...counts, ...accounts },
      }
    })
  })

const training = program.command('training').description(t('cli.help.training'))

command(training, 'recount', t('cli.help.training.recount')).action(({ json = false }: Json) =>
  runCommand(json, async ({ database }) => {
    const { recount } = await import('#app/modules/training/index.server.ts')
    const found = await recount(database.db)
    const { wrongSums, wrongEntries, examples } = found
    const agrees = wrongSums + wrongEntries === 0
    const text = t(agrees ? 'cli.training.agrees' : 'cli.training.differs', {
      ...found,
      examples: examples.join(', '),
    })
    return { exitCode: agrees ? 0 : 1, text, data: found }
  }),
)

const imports = program.command('import').description(t('cli.help.import'))

type ImportOptions = Json & { profile?: string; asOf?: string; dryRun?: boolean; organisation?: string }

/** The files that can be brought in from the command line, by their subject. */
for (const subject of ['staff', 'organisations', 'hours'] as const) {
  command(imports, `${subject} <file>`, t(`cli.help.import.${subject}`))
    .option('--profile <profile>', t('cli.help.import.profile'))
    .option('--as-of <date>', t('cli.help.import.asOf'))
    .option('--organisation <code>', t('cli.help.import.organisation'))
    .option('--dry-run', t('cli.help.import.dryRun'))
    .action(async (file: string, { json = false, ...options }: ImportOptions) => {
      const { runLean } = await import('./cli/lean-process.server.ts')
      if (runLean()) return
      await runCommand(json, async () => {
        const { importFile } = await import('./cli/import.server.ts')
        return importFile(t, { subject, file, ...options })
      })
    })
}

command(program, 'audit:verify', t('cli.help.audit')).action(({ json = false }: Json) =>
  runCommand(json, async ({ database }) => {
    const { verifyAudit } = await import('#app/platform/audit/verify.server.ts')
    const proof = await verifyAudit(database.db)
    if (proof.ok) {
      const { chains, entries } = proof
      return { exitCode: 0, text: t('cli.audit.ok', { chains, entries }), data: { chains, entries } }
    }
    const { chainId, problem } = proof
    const seq = String(proof.seq)
    return {
      exitCode: 1,
      text: t('cli.audit.broken', { chainId, seq, problem }),
      data: { chainId, seq, problem },
    }
  }),
)

const user = program.command('user').description(t('cli.help.user'))

type CreateOptions = Json & { name: string; role: string; organisation: string; newPrefecture?: string }

command(user, 'create <username>', t('cli.help.user.create'))
  .requiredOption('--name <name>', t('cli.help.user.name'))
  .requiredOption('--role <role>', t('cli.help.user.role', { roles }))
  .requiredOption('--organisation <code>', t('cli.help.user.organisation'))
  .option('--new-prefecture <name>', t('cli.help.user.prefecture'))
  .action((username: string, options: CreateOptions) =>
    runCommand(options.json ?? false, async ({ database }) => {
      const { createUser } = await import('./cli/users.server.ts')
      const { name: displayName, role, organisation: organisationCode, newPrefecture } = options
      const done = await createUser(database.db, {
        username,
        displayName,
        role,
        organisationCode,
        newPrefecture,
      })
      if (!done.ok) return refused(done.reason)
      const { username: created, password } = done
      const text = t('cli.user.created', { username: created, password })
      return { exitCode: 0, text, data: { username: created, password } }
    }),
  )

command(user, 'reset-password <username>', t('cli.help.user.reset')).action(
  (username: string, { json = false }: Json) =>
    runCommand(json, async ({ database }) => {
      const { resetPassword } = await import('./cli/users.server.ts')
      const done = await resetPassword(database.db, username)
      if (!done.ok) return refused(done.reason)
      const { password } = done
      return { exitCode: 0, text: t('cli.user.reset', { username, password }), data: { username, password } }
    }),
)

command(user, 'disable <username>', t('cli.help.user.disable')).action(
  (username: string, { json = false }: Json) =>
    runCommand(json, async ({ database }) => {
      const { disableUser } = await import('./cli/users.server.ts')
      const done = await disableUser(database.db, username)
      if (!done.ok) return refused(done.reason)
      return { exitCode: 0, text: t('cli.user.disabled', { username }), data: { username } }
    }),
)

command(user, 'list', t('cli.help.user.list')).action(({ json = false }: Json) =>
  runCommand(json, async ({ database }) => {
    const { listUsers } = await import('./cli/users.server.ts')
    const accounts = await listUsers(database.db)
    const lines = accounts.map((one) => {
      const state = one.disabled ? t('cli.user.stateDisabled') : t('cli.user.stateActive')
      return [one.username, one.displayName, one.roles.join(' ') || '-', one.organisation, state].join('\t')
    })
    return { exitCode: 0, text: lines.join('\n') || t('cli.user.none'), data: { accounts } }
  }),
)

function refused(reason: UserRefusal): Answer {
  return { exitCode: 1, text: t(`cli.user.${reason}`, { roles }), data: { reason } }
}

try {
  await program.parseAsync()
} catch (error) {
  if (!(error instanceof CommanderError)) throw error
  process.exitCode = error.exitCode === 0 ? 0 : 2
}
