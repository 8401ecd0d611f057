/** The teacher's own application in the round of their county. */
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import {
  applicationForm,
  contestForm,
  dropWishForm,
  RANKS,
  volunteerRefusalOf,
  wishForm,
  withdrawForm,
} from '#app/modules/exchange/volunteering/application.form.server.ts'
import { volunteer, withdraw } from '#app/modules/exchange/volunteering/applications.commands.server.ts'
import { contestPoints } from '#app/modules/exchange/volunteering/contests.commands.server.ts'
import { OwnPage } from '#app/modules/exchange/volunteering/own-page.tsx'
import { ownView } from '#app/modules/exchange/volunteering/volunteer.view.server.ts'
import { dropWish, stateWish } from '#app/modules/exchange/volunteering/wishes.server.ts'
import { requireActor } from '#app/platform/auth/session.server.ts'
import { today } from '#app/platform/clock.server.ts'
import { database } from '#app/platform/database/client.server.ts'
import type { ActReply, FormView } from '#app/platform/forms/form-view.ts'
import { runForm } from '#app/platform/forms/run-form.server.ts'
import { localeOf, redirectWithToast, requireFound } from '#app/platform/http/respond.server.ts'
import { titleOf } from '#app/platform/http/title.ts'
import { translator } from '#app/platform/i18n/translate.ts'

export const meta: MetaFunction = ({ matches }) => titleOf(matches, 'volunteer.title')

async function open(request: Request) {
  const actor = await requireActor(request)
  const personId = requireFound(actor.personId)
  const locale = localeOf(request)
  const { db } = await database()
  return { db, actor, personId, today: today(), words: { t: translator(locale), locale } }
}

export async function loader({ request }: LoaderFunctionArgs) {
  const { db, actor, personId, today, words } = await open(request)
  return ownView(db, actor, personId, today, words)
}

/** A form that is posted when its window is over is answered by its rule, so it need not be drawn to be read. */
const undrawn: FormView = { title: '', trail: [], intro: '', sections: [], submitLabel: '' }

export async function action({ request }: ActionFunctionArgs) {
  const { db, actor, personId, today, words } = await open(request)
  const which = (await request.clone().formData()).get('which')
  const own = await ownView(db, actor, personId, today, words)
  const answer = async (key: 'sent' | 'withdrawn' | 'contested' | 'wished' | 'wish_dropped') => ({
    ok: true as const,
    answer: await redirectWithToast('/me/round', `volunteer.toast_${key}`),
  })
  if (which === 'withdraw')
    return runForm(request, actor, {
      ...{ spec: withdrawForm, view: own?.withdraw ?? undrawn, words },
      commit: async (value) => {
        const done = await withdraw(db, actor, value, today)
        return done.ok ? answer('withdrawn') : volunteerRefusalOf(done)
      },
    })
  if (which === 'contest')
    return runForm(request, actor, {
      ...{ spec: contestForm, view: own?.contest ?? undrawn, words },
      commit: async (value) => {
        const done = await contestPoints(db, actor, value, today)
        return done.ok ? answer('contested') : volunteerRefusalOf(done)
      },
    })
  if (which === 'wish')
    return runForm(request, actor, {
      ...{ spec: wishForm, view: own?.wish ?? undrawn, words },
      commit: async (value) => {
        const done = await stateWish(db, actor, value, today)
        return done.ok ? answer('wished') : volunteerRefusalOf(done)
      },
    })
  if (which === 'wish_drop')
    return runForm(request, actor, {
      ...{ spec: dropWishForm, view: undrawn, words },
      commit: async (value) => {
        const done = await dropWish(db, actor, value, today)
        return done.ok ? answer('wish_dropped') : volunteerRefusalOf(done)
      },
    })
  return runForm(request, actor, {
    ...{ spec: applicationForm, view: own?.form ?? undrawn, words },
    commit: async (value) => {
      const ranked = RANKS.map((rank) => value[rank]).filter((id) => id !== null)
      const done = await volunteer(db, actor, { ...value, ranked }, today)
      return done.ok ? answer('sent') : volunteerRefusalOf(done)
    },
  })
}

export default function MyRound() {
  return <OwnPage view={useLoaderData<typeof loader>()} reply={useActionData<ActReply>()} />
}
