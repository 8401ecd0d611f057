/** A studio to those who belong to it: its calendar. */
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { calendarView } from '#app/modules/studios/activities/calendar.view.server.ts'
import { feedAddress, makeStudioFeed } from '#app/modules/studios/feeds/feed.server.ts'
import { OwnStudioPage } from '#app/modules/studios/studios/own-studio-page.tsx'
import { phaseView } from '#app/modules/studios/studios/studio.view.server.ts'
import { teachingText } from '#app/modules/studios/words.server.ts'
import { formKeyOf } from '#app/platform/acts/form-turn.server.ts'
import { redirectWithToast, requireCan } from '#app/platform/http/respond.server.ts'
import { titleOf } from '#app/platform/http/title.ts'
import { openLedStudio, openOwnStudio } from './own-studio.server.ts'

export const meta: MetaFunction<typeof loader> = ({ matches, data }) =>
  titleOf(matches, 'studios.mine', data?.title)

export async function loader(args: LoaderFunctionArgs) {
  const { db, studio, leads, query, today, words } = await openOwnStudio(args)
  const path = `/me/studios/${studio.id}`
  const asked = { studioId: studio.id, path, leads, hrefOf: (id: string) => `${path}/activities/${id}` }
  return {
    id: studio.id,
    title: studio.name,
    about: `${words.t(`studio.role_${studio.role}`)} · ${teachingText(studio, words)} · ${studio.schoolName}`,
    state: phaseView(studio, today, words),
    newHref: leads ? `${path}/activities/new` : null,
    exportHref: `${path}/export.xlsx`,
    feed: { address: await feedAddress(db, { kind: 'studio', id: studio.id }), makes: leads },
    calendar: await calendarView(db, asked, query, today, words),
  }
}

export async function action(args: ActionFunctionArgs) {
  const { db, actor, studio, today } = await openLedStudio(args)
  const formKey = formKeyOf(await args.request.formData())
  const done = await makeStudioFeed(db, actor, { kind: 'studio', id: studio.id, formKey }, today)
  requireCan(done.ok)
  return redirectWithToast(`/me/studios/${studio.id}`, 'feed.toast_made')
}

export default function OwnStudio() {
  return <OwnStudioPage view={useLoaderData<typeof loader>()} />
}
