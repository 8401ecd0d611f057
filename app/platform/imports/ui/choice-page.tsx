// The first question: what the file is about.

import { Breadcrumbs } from '#app/ui/breadcrumbs.tsx'
import { Link } from '#app/ui/link.tsx'
import { PageHeader } from '#app/ui/page-header.tsx'
import { paths } from './paths.ts'
import type { ChoiceView } from './views.ts'
import { useT } from './words.tsx'

export function ChoicePage({ choices }: { choices: readonly ChoiceView[] }) {
  const t = useT()
  return (
    <div className="flex max-w-form flex-col gap-6">
      <PageHeader
        trail={
          <Breadcrumbs
            label={t('imports.trail')}
            crumbs={[{ href: paths.list, label: t('imports.title') }]}
          />
        }
        title={t('imports.start')}
        description={t('imports.choose_subject')}
      />
      <ul className="flex flex-col gap-3">
        {choices.map(({ href, title, about }) => (
          <li key={href}>
            <Link
              to={href}
              className="block rounded-sm border border-line bg-surface px-4 py-3 no-underline hover:border-accent hover:bg-accent-soft"
            >
              <span className="block font-semibold text-accent">{title}</span>
              <span className="block text-ink-soft">{about}</span>
            </Link>
          </li>
        ))}
      </ul>
    </div>
  )
}
