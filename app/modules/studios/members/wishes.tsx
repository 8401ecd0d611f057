// Invitations to studios and wishes to join, each with the answers that the reader can give.
import type { ActReply } from '#app/platform/forms/form-view.ts'
import { FormBody } from '#app/platform/forms/ui/form-body.tsx'
import { useT } from '../member-words.tsx'
import type { WishEntry } from './members.view.server.ts'

interface WishesProps {
  rows: readonly WishEntry[]
  /** What the reader does not know yet: of the leader the person, of the person the studio. */
  shows: 'person' | 'studio'
  reply: ActReply | undefined
}

export function Wishes({ rows, shows, reply }: WishesProps) {
  return (
    <ul className="flex flex-col divide-y divide-line">
      {rows.map((row) => (
        <Wish key={row.id} row={row} shows={shows} reply={reply} />
      ))}
    </ul>
  )
}

function Wish({ row, shows, reply }: { row: WishEntry } & Omit<WishesProps, 'rows'>) {
  const t = useT()
  const { wish, answer: said } = reply?.values ?? {}
  return (
    <li className="flex flex-wrap items-start justify-between gap-4 py-4">
      <div className="min-w-0">
        <p className="font-medium">
          {shows === 'person' ? t('member.of', { name: row.name, school: row.school }) : row.studio}
        </p>
        <p className="text-ink-soft">{`${row.kind} · ${row.role}`}</p>
        {row.note && <p className="mt-1 max-w-prose whitespace-pre-wrap">{row.note}</p>}
      </div>
      <div className="flex flex-wrap gap-3">
        {row.answers.map(({ answer, form }) => (
          <FormBody key={answer} view={form} reply={wish === row.id && said === answer ? reply : undefined} />
        ))}
      </div>
    </li>
  )
}
