/** Settings from environment variables, checked once at start: a wrong one stops the start and says which and why. */
import { createHash, randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { z } from 'zod'

const keyBytes = 32
/** Buffer skips what is no base64: a key with a slip in it would be another key. */
const keyText = /^[A-Za-z0-9+/_-]{43}=?$/

/** A whole number within bounds, written in plain digits. */
function wholeNumber(least: number, most: number) {
  const words = `must be a whole number from ${least} to ${most}`
  return z
    .string()
    .regex(/^\d{1,6}$/, words)
    .transform(Number)
    .pipe(z.number().min(least, words).max(most, words))
}

const schema = z.object({
  NODE_ENV: z.enum(['development', 'test', 'production']).default('production'),
  HOST: z.string().min(1).default('127.0.0.1'),
  PORT: wholeNumber(0, 65_535).default(3000),
  /** Directory of the embedded database and its key; unused with DATABASE_URL except for the key. */
  DATA_DIR: z.string().min(1).default('.data'),
  DATABASE_URL: z
    .string()
    .regex(/^postgres(ql)?:\/\//, 'must start with postgresql://')
    .refine(URL.canParse, 'must be an address: postgresql://user:password@host:port/database')
    .optional(),
  /** Connections of each process. */
  DATABASE_POOL: wholeNumber(2, 200).default(10),
  /** Processes behind the one port. */
  WORKERS: wholeNumber(1, 64).default(1),
  /** What browsers call us by; writes from another origin are refused. Behind TLS it starts with https://. */
  PUBLIC_URL: z.url({ protocol: /^https?$/, error: 'must be an http:// or https:// address' }).optional(),
  /** 32 bytes in base64: encrypts identity numbers and phones. Losing it loses them. */
  DATA_KEY: z.string().trim().regex(keyText, 'must be 32 bytes in base64').optional(),
  /** How many reverse proxies stand in front (their X-Forwarded-* are believed). */
  TRUST_PROXY: wholeNumber(0, 10).default(0),
  /** Where attachments are kept, encrypted; unset: in the database. Every process must reach the same directory. */
  FILES_DIR: z.string().min(1).optional(),
  UPLOAD_MAX_MB: wholeNumber(1, 1024).default(40),
  /** Where e-mail is handed in, as smtp://user:password@host:port or smtps://…; unset: no e-mail is sent. */
  SMTP_URL: z.url({ protocol: /^smtps?$/, error: 'must be an smtp:// or smtps:// address' }).optional(),
  MAIL_FROM: z.email('must be an e-mail address').default('shizi@localhost'),
  /** Hosts of the robots that notifications may be posted to, parted by commas. */
  ROBOT_HOSTS: z
    .string()
    .default('qyapi.weixin.qq.com,oapi.dingtalk.com')
    .transform((text) => text.split(',').map((host) => host.trim().toLowerCase())),
  /** Where benchmarks of pay are fetched once a day; unset: nowhere. The token goes as `Authorization: Bearer`. */
  BENCHMARK_FEED_URL: z
    .url({ protocol: /^https?$/, error: 'must be an http:// or https:// address' })
    .optional(),
  BENCHMARK_FEED_TOKEN: z.string().trim().min(1).max(1_000).optional(),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'silent']).default('info'),
})

/** All settings, typed; times and sizes carry their unit in the name. */
export type Settings = z.infer<typeof schema> & { dataKey: Buffer }

/** A wrong setting, in words that name the variable and the reason. */
export class SettingsError extends Error {
  constructor(lines: readonly string[]) {
    super(`Wrong settings 环境变量有误:\n${lines.map((line) => `  ${line}`).join('\n')}`)
  }
}

/**
 * Reads and checks settings. Throws SettingsError naming every wrong variable (never its value, which may be secret).
 * Without DATA_KEY a key is made once and kept in DATA_DIR/key, so that the embedded default starts by itself.
 */
export function readSettings(source: Record<string, string | undefined>): Settings {
  const given = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== ''))
  const parsed = schema.safeParse(given)
  if (!parsed.success) {
    throw new SettingsError(parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`))
  }
  const settings = parsed.data
  if (settings.DATABASE_URL && !settings.DATA_KEY && settings.NODE_ENV === 'production') {
    throw new SettingsError(['DATA_KEY: required with DATABASE_URL (openssl rand -base64 32)'])
  }
  if (settings.WORKERS > 1 && !settings.DATABASE_URL) {
    throw new SettingsError([
      'WORKERS: more than one needs a PostgreSQL server (DATABASE_URL); the embedded database has one process',
    ])
  }
  return { ...settings, dataKey: dataKey(settings) }
}

function dataKey(settings: z.infer<typeof schema>): Buffer {
  if (settings.DATA_KEY) return Buffer.from(settings.DATA_KEY, 'base64')
  if (settings.NODE_ENV === 'test') return createHash('sha256').update('shizi test key').digest()
  const file = path.join(settings.DATA_DIR, 'key')
  const text = keyFile(file, settings.DATA_DIR).trim()
  if (keyText.test(text)) return Buffer.from(text, 'base64')
  throw new SettingsError([`DATA_DIR: ${file} does not hold a key of ${keyBytes} bytes in base64`])
}

/** The text of the key file, made where it is missing. */
function keyFile(file: string, directory: string): string {
  try {
    if (!existsSync(file)) {
      mkdirSync(directory, { recursive: true, mode: 0o700 })
      writeFileSync(file, randomBytes(keyBytes).toString('base64'), { mode: 0o600, flag: 'wx' })
    }
    return readFileSync(file, 'utf8')
  } catch (error) {
    throw new SettingsError([`DATA_DIR: cannot be read and written (${(error as Error).message})`])
  }
}

/** The log's level alone: loading the log is too early to fix all settings, or to complain of a wrong one. */
export function logLevel({ LOG_LEVEL }: Record<string, string | undefined>): Settings['LOG_LEVEL'] {
  const parsed = schema.shape.LOG_LEVEL.safeParse(LOG_LEVEL || undefined)
  return parsed.success ? parsed.data : 'info'
}

let current: Settings | undefined

/** The process's settings, read on first use. */
export function settings(): Settings {
  current ??= readSettings(process.env)
  return current
}
