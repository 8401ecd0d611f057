// Days of researchers at schools, each with what the reader can do about it.
import type { ActReply } from '#app/platform/forms/form-view.ts'
import { FormBody } from '#app/platform/forms/ui/form-body.tsx'
import { Tag } from '#app/ui/tag.tsx'
import { TextLink } from '#app/ui/text-link.tsx'
import { useT } from '../researcher-words.tsx'
import type { LogEntry } from './logs.view.server.ts'

interface LogsProps {
  rows: readonly LogEntry[]
  /** What the reader does not know yet: of the researcher the school, of the school the person. */
  shows: 'person' | 'school'
  reply: ActReply | undefined
}

export function Logs({ rows, ...shown }: LogsProps) {
  return (
    <ul className="flex flex-col divide-y divide-line">
      {rows.map((row) => (
        <Log key={row.id} row={row} {...shown} />
      ))}
    </ul>
  )
}

function Log({ row, shows, reply }: { row: LogEntry } & Omit<LogsProps, 'rows'>) {
  const t = useT()
  const where =
    shows === 'person' ? t('research_log.of', { name: row.name, teaching: row.teaching }) : row.school
  return (
    <li className="flex flex-wrap items-start justify-between gap-4 py-4">
      <div className="min-w-0">
        <p className="flex flex-wrap items-center gap-2 font-medium">
          {row.title}
          <Tag tone={row.state.tone}>{row.state.label}</Tag>
        </p>
        <p className="text-ink-soft">{`${where} · ${row.day} · ${row.kind}`}</p>
        {row.about && <p className="mt-1 max-w-prose whitespace-pre-wrap">{row.about}</p>}
        {row.note && <p className="mt-1">{t('research_log.refused_because', { note: row.note })}</p>}
      </div>
      {row.form && (
        <div className="flex flex-wrap items-center gap-4">
          {row.refuseHref && <TextLink href={row.refuseHref}>{t('research_log.refuse')}</TextLink>}
          <FormBody view={row.form} reply={reply?.values?.log === row.id ? reply : undefined} />
        </div>
      )}
    </li>
  )
}
