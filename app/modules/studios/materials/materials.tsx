// Materials of an activity: each a download; the leader can take them out.
import type { ActReply } from '#app/platform/forms/form-view.ts'
import { FormBody } from '#app/platform/forms/ui/form-body.tsx'
import { LinkButton } from '#app/ui/button.tsx'
import { Section } from '#app/ui/section.tsx'
import { TextLink } from '#app/ui/text-link.tsx'
import { useT } from '../own-words.tsx'
import type { MaterialEntry } from './materials.form.server.ts'

interface MaterialsProps {
  rows: readonly MaterialEntry[]
  addHref: string | null
  reply: ActReply | undefined
}

export function Materials({ rows, addHref, reply }: MaterialsProps) {
  const t = useT()
  if (rows.length === 0 && !addHref) return null
  return (
    <Section
      id="materials"
      title={t('material.list')}
      actions={addHref && <LinkButton href={addHref}>{t('material.add')}</LinkButton>}
    >
      {rows.length === 0 ? (
        <p className="text-ink-soft">{t('material.none')}</p>
      ) : (
        <ul className="flex flex-col divide-y divide-line border-y border-line">
          {rows.map((row) => (
            <li key={row.id} className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2 py-3">
              <span>
                <TextLink href={row.href} isFile>
                  {row.title}
                </TextLink>
                <span className="block text-sm text-ink-soft">{row.about}</span>
              </span>
              {row.remove && (
                <FormBody view={row.remove} reply={reply?.values?.material === row.id ? reply : undefined} />
              )}
            </li>
          ))}
        </ul>
      )}
    </Section>
  )
}
