// A calendar drawn on the server: a month or a week as a grid, on a phone its days with activities; a list. Every day and activity is a
// link, so that it works by keyboard and without script; with a mouse an activity is dragged to another day.
import { useNavigate } from '@remix-run/react'
import { type DragEvent, useState } from 'react'
import { classes } from '#app/ui/class-names.ts'
import { Icon } from '#app/ui/icon.tsx'
import { Link } from '#app/ui/link.tsx'
import { Tabs } from '#app/ui/tabs.tsx'
import { TextLink } from '#app/ui/text-link.tsx'
import { useT } from '../own-words.tsx'
import type { CalendarDay, CalendarPageView } from './calendar.view.server.ts'

const DRAGGED = 'text/shizi-activity'

export function Calendar({ view }: { view: CalendarPageView }) {
  const t = useT()
  const { links } = view
  return (
    <section aria-labelledby="calendar" className="flex flex-col gap-4">
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <h2 id="calendar" className="text-lg font-bold">
          {view.title}
        </h2>
        <nav aria-label={t('activities.go')} className="flex items-center gap-4">
          <Link to={links.before} className="p-2" aria-label={t('activities.before')}>
            <Icon shape="chevron-left" />
          </Link>
          <TextLink href={links.today}>{t('activities.today')}</TextLink>
          <Link to={links.after} className="p-2" aria-label={t('activities.after')}>
            <Icon shape="chevron-right" />
          </Link>
        </nav>
        <div className="md:ms-auto">
          <Tabs label={t('activities.views')} tabs={view.views} />
        </div>
      </div>
      {view.isEmpty && <p className="text-ink-soft">{t('activities.empty')}</p>}
      {view.view === 'list' ? <DayList days={view.days} /> : <DayGrid view={view} />}
    </section>
  )
}

function DayGrid({ view: { days, weekdays, view } }: { view: CalendarPageView }) {
  return (
    <div className="md:border-s md:border-t md:border-line">
      <div aria-hidden className="hidden grid-cols-7 md:grid">
        {weekdays.map((one) => (
          <span key={one} className="border-b border-e border-line bg-sunken px-2 py-1 text-sm text-ink-soft">
            {one}
          </span>
        ))}
      </div>
      <ol className="flex flex-col gap-3 md:grid md:grid-cols-7 md:gap-0" onDragStart={drag}>
        {days.map((one) => (
          <Day key={one.day} day={one} isTall={view === 'week'} />
        ))}
      </ol>
    </div>
  )
}

function Day({ day, isTall }: { day: CalendarDay; isTall: boolean }) {
  const t = useT()
  const drop = useDrop(day.day)
  return (
    <li
      {...drop.on}
      className={classes(
        'group min-w-0 flex-col gap-1 md:flex md:border-b md:border-e md:border-line md:p-1.5',
        isTall ? 'md:min-h-64' : 'md:min-h-28',
        day.items.length === 0 ? 'hidden' : 'flex',
        day.isOutside && 'md:bg-sunken',
        drop.isOver && 'bg-accent-soft',
      )}
    >
      <span className="flex items-center gap-1.5 text-sm">
        <span
          className={classes(
            'tabular-nums',
            day.isToday ? 'rounded-sm bg-accent-fill px-1.5 font-bold text-on-fill' : 'text-ink-soft',
          )}
        >
          <span aria-hidden className="hidden md:inline">
            {day.number}
          </span>
          <span className="md:sr-only">{day.label}</span>
        </span>
        {day.mark && <span className="text-xs text-ink-soft">{day.mark}</span>}
        {day.newHref && (
          <Link
            to={day.newHref}
            aria-label={t('activities.new_on', { day: day.label })}
            className="ms-auto hidden p-0.5 opacity-0 focus:opacity-100 group-hover:opacity-100 md:block"
          >
            <Icon shape="plus" />
          </Link>
        )}
      </span>
      {day.items.length > 0 && (
        <ul className="calendar-items" data-short={isTall ? undefined : ''}>
          {day.items.map((item) => (
            <Item key={item.id} item={item} />
          ))}
        </ul>
      )}
    </li>
  )
}

/** One of hundreds: drawn lean, looks and marks are the style sheet's (`.calendar-items`). */
function Item({ item }: { item: CalendarDay['items'][number] }) {
  const { state } = item
  return (
    <li
      draggable={item.isMovable || undefined}
      data-tone={state.tone}
      data-off={state.isOff ? '' : undefined}
    >
      <Link to={item.href}>
        <time>{item.from}</time> {item.title}{' '}
        <small>
          {item.host} · {state.label}
        </small>
      </Link>
    </li>
  )
}

function DayList({ days }: { days: readonly CalendarDay[] }) {
  return (
    <ol className="flex flex-col divide-y divide-line border-y border-line">
      {days.map((day) => (
        <li key={day.day} className="grid gap-2 py-3 md:grid-cols-[14rem_minmax(0,1fr)]">
          <span className={classes('text-sm', day.isToday ? 'font-bold' : 'text-ink-soft')}>
            {day.label} {day.mark}
          </span>
          <ul className="flex flex-col gap-2">
            {day.items.map((item) => (
              <li key={item.id} className="flex flex-wrap items-baseline gap-x-3">
                <span className="tabular-nums">{item.time}</span>
                <TextLink href={item.href}>{item.title}</TextLink>
                <span className="text-ink-soft">
                  {item.kind} · {item.host} · {item.state.label}
                </span>
              </li>
            ))}
          </ul>
        </li>
      ))}
    </ol>
  )
}

/** What is dragged is the activity's address. */
function drag(event: DragEvent) {
  const link = event.target instanceof Element && event.target.closest('li[draggable]')?.querySelector('a')
  if (link) event.dataTransfer.setData(DRAGGED, link.pathname)
}

/** Takes an activity that is dropped on the day to the form that moves it there. */
function useDrop(day: string) {
  const navigate = useNavigate()
  const [isOver, setOver] = useState(false)
  const holds = (event: DragEvent) => event.dataTransfer.types.includes(DRAGGED)
  return {
    isOver,
    on: {
      onDragOver: (event: DragEvent) => {
        if (!holds(event)) return
        event.preventDefault()
        setOver(true)
      },
      onDragLeave: () => setOver(false),
      onDrop: (event: DragEvent) => {
        setOver(false)
        const href = event.dataTransfer.getData(DRAGGED)
        if (!href) return
        event.preventDefault()
        navigate(`${href}/move?day=${day}`)
      },
    },
  }
}
