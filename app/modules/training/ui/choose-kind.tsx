// First the kind of training: the form then asks only what it needs.
import { PageHeader } from '#app/ui/page-header.tsx'
import { TextLink } from '#app/ui/text-link.tsx'
import { useT } from './words.tsx'

export interface KindsProps {
  kinds: readonly { href: string; label: string; about: string }[]
}

export function ChooseKind({ kinds }: KindsProps) {
  const t = useT()
  return (
    <>
      <PageHeader title={t('training.choose_kind')} description={t('training.choose_kind_about')} />
      <ul aria-label={t('training.kinds')} className="grid gap-3 md:grid-cols-2">
        {kinds.map(({ href, label, about }) => (
          <li key={href} className="rounded border border-line p-4">
            <TextLink href={href}>{label}</TextLink>
            <p className="mt-1 text-ink-soft text-sm">{about}</p>
          </li>
        ))}
      </ul>
    </>
  )
}
