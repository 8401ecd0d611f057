// Home: what waits for the reader, and where to start.
import { Building2, FileUp, type LucideIcon, UserPlus, UserRound, Users } from 'lucide-react'
import { LinkButton } from '#app/ui/button.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { Section } from '#app/ui/section.tsx'
import { TaskList } from '#app/ui/task-list.tsx'
import { useT } from './words.tsx'

export type QuickEntry = 'staff' | 'hire' | 'import' | 'organisations' | 'record'

/** Something that waits: how many, what, and a word more. */
export type HomeTask = { href: string; figure: string; title: string; note: string }

const entries: Record<QuickEntry, { href: string; icon: LucideIcon }> = {
  staff: { href: '/staff', icon: Users },
  hire: { href: '/staff/new', icon: UserPlus },
  import: { href: '/imports/new', icon: FileUp },
  organisations: { href: '/organisations', icon: Building2 },
  record: { href: '/me/record', icon: UserRound },
}

interface HomeTasksProps {
  tasks: readonly HomeTask[]
  quick: readonly QuickEntry[]
  hasRole: boolean
}

export function HomeTasks({ tasks, quick, hasRole }: HomeTasksProps) {
  const t = useT()
  return (
    <>
      {tasks.length > 0 ? (
        <Section id="waiting" title={t('home.waiting')}>
          <TaskList tasks={tasks} />
        </Section>
      ) : (
        <EmptyState title={t('home.empty_title')}>
          {t(hasRole ? 'home.empty_body' : 'home.no_role')}
        </EmptyState>
      )}
      {quick.length > 0 && (
        <Section id="quick" title={t('home.quick')}>
          <div className="flex flex-col gap-3 md:flex-row md:flex-wrap">
            {quick.map((name) => (
              <LinkButton key={name} href={entries[name].href} icon={entries[name].icon}>
                {t(`home.quick_${name}`)}
              </LinkButton>
            ))}
          </div>
        </Section>
      )}
    </>
  )
}
