// Empty sheets to fill in: headings that the mapping recognises, and the allowed values on a second sheet.
import { LinkButton } from '#app/ui/button.tsx'
import { Section } from '#app/ui/section.tsx'
import { paths } from './paths.ts'
import { useT } from './words.tsx'

export function Templates({ profiles }: { profiles: readonly { key: string; name: string }[] }) {
  const t = useT()
  return (
    <Section id="templates" title={t('imports.templates')} description={t('imports.templates_hint')}>
      <ul className="flex flex-wrap gap-3">
        {profiles.map(({ key, name }) => (
          <li key={key}>
            <LinkButton href={paths.template(key)} icon="download" download>
              {name}
            </LinkButton>
          </li>
        ))}
      </ul>
    </Section>
  )
}
