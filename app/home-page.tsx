/** Home: the reader's own matter, what waits for them by room, what changed lately, where to start. */
import { useT } from '#app/platform/i18n/use-t.tsx'
import { LinkButton } from '#app/ui/button.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { FactList } from '#app/ui/fact-list.tsx'
import { PageHeader } from '#app/ui/page-header.tsx'
import { Section } from '#app/ui/section.tsx'
import { TaskList } from '#app/ui/task-list.tsx'
import { TextLink } from '#app/ui/text-link.tsx'
import type { HomeView } from './composition/home.server.ts'

export function HomePage({ name, hasRole, view }: { name: string; hasRole: boolean; view: HomeView }) {
  const t = useT()
  const { own, waiting, recent, quick } = view
  return (
    <>
      <PageHeader title={t('home.greeting', { name })} />
      <div className="grid items-start gap-8 xl:grid-cols-[minmax(0,1fr)_minmax(0,24rem)] xl:gap-12">
        <div className="flex min-w-0 flex-col gap-8">
          {waiting.length > 0 && <Waiting waiting={waiting} />}
          {own.map((panel) => (
            <OwnSection key={panel.href} panel={panel} />
          ))}
          {waiting.length === 0 && (
            <EmptyState title={t('home.empty_title')}>
              {t(hasRole ? 'home.empty_body' : 'home.no_role')}
            </EmptyState>
          )}
        </div>
        <div className="flex min-w-0 flex-col gap-8">
          {recent.length > 0 && <Recent changes={recent} />}
          {quick.length > 0 && (
            <Section id="quick" title={t('home.quick')}>
              <div className="flex flex-col gap-3 md:flex-row md:flex-wrap">
                {quick.map(({ href, label, icon }) => (
                  <LinkButton key={href} href={href} icon={icon}>
                    {label}
                  </LinkButton>
                ))}
              </div>
            </Section>
          )}
        </div>
      </div>
    </>
  )
}

function OwnSection({ panel }: { panel: HomeView['own'][number] }) {
  const { title, lead, facts, href, linkLabel } = panel
  return (
    <Section
      id={`own${href.replaceAll('/', '-')}`}
      title={title}
      description={lead}
      actions={<TextLink href={href}>{linkLabel}</TextLink>}
    >
      <FactList facts={facts} />
    </Section>
  )
}

/** With one room its heading would only repeat the tasks. */
function Waiting({ waiting }: { waiting: HomeView['waiting'] }) {
  const t = useT()
  return (
    <Section id="waiting" title={t('home.waiting')}>
      {waiting.map(({ room, title, tasks }) =>
        waiting.length === 1 ? (
          <TaskList key={room} tasks={tasks} />
        ) : (
          <Section key={room} id={`waiting-${room}`} title={title} level={3}>
            <TaskList tasks={tasks} />
          </Section>
        ),
      )}
    </Section>
  )
}

function Recent({ changes }: { changes: HomeView['recent'] }) {
  const t = useT()
  return (
    <Section id="recent" title={t('home.recent')}>
      <ul className="divide-y divide-line border-y border-line">
        {changes.map(({ at, date, title, note, href }) => (
          <li key={`${at} ${title} ${note}`} className="flex flex-col py-2">
            <span>{href ? <TextLink href={href}>{title}</TextLink> : title}</span>
            <span className="text-sm text-ink-soft tabular-nums">
              {date}
              {note && `　${note}`}
            </span>
          </li>
        ))}
      </ul>
    </Section>
  )
}
