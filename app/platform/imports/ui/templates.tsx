// Empty sheets to fill in: headings that the mapping recognises, and the allowed values on a second sheet.
import { LinkButton } from '#app/ui/button.tsx'
import { Section } from '#app/ui/section.tsx'
import { paths } from './paths.ts'
import { useT } from './words.tsx'

export interface TemplateView {
  subject: string
  key: string
  name: string
}

export function Templates({ templates }: { templates: readonly TemplateView[] }) {
  const t = useT()
  return (
    <Section id="templates" title={t('imports.templates')} description={t('imports.templates_hint')}>
      <ul className="flex flex-wrap gap-3">
        {templates.map(({ subject, key, name }) => (
          <li key={`${subject} ${key}`}>
            <LinkButton href={paths.template(subject, key)} icon="download" download>
              {name}
            </LinkButton>
          </li>
        ))}
      </ul>
    </Section>
  )
}
