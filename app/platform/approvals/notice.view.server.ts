/** Public notices and the forms about them, in the reader's words. */
import { drawSections } from '#app/platform/forms/draw-form.server.ts'
import type { FormView } from '#app/platform/forms/form-view.ts'
import { formatDay, formatMoment, formatNumber } from '#app/platform/i18n/format.ts'
import type { Words } from '#app/platform/i18n/words.ts'
import { answerForm, objectionForm } from './forms.ts'
import type { NoticeHead, NoticeRecord, ObjectionRecord } from './notices.queries.server.ts'
import { processOf } from './process.ts'

export function noticeRow({ id, title, process, orgName, lastDay }: NoticeHead, { t, locale }: Words) {
  const kind = t(processOf(process).label)
  return { id, title, kind, organisation: orgName, until: formatDay(lastDay, locale) }
}

export function noticeView(found: NoticeRecord, words: Words) {
  const { t, locale } = words
  const { title, state, firstDay, lastDay, rows, orgName } = found
  return {
    title,
    about: t('notice.about', {
      kind: t(processOf(found.process).label),
      ...{ first: formatDay(firstDay, locale), last: formatDay(lastDay, locale) },
      count: formatNumber(rows.length, locale),
    }),
    organisation: orgName,
    state: { key: state, label: t(`notice.state_${state}`) },
    rows: rows.map((row, at) => ({ id: String(at), ...row })),
    form: found.isOpen ? objectionView(words) : null,
  }
}

function objectionView(words: Words): FormView {
  return {
    title: words.t('notice.object'),
    ...{ trail: [], intro: '' },
    sections: drawSections(objectionForm.sections, words),
    submitLabel: words.t('notice.object_save'),
  }
}

export function answerView(found: ObjectionRecord, words: Words): FormView {
  const { t } = words
  const back = `/approvals/${found.caseId}`
  return {
    title: t('notice.answer_title'),
    trail: [{ href: back, label: found.title }],
    intro: t('notice.answer_about'),
    notice: {
      tone: 'info',
      word: t('notice.from', { received: formatMoment(found.receivedAt), contact: found.contact }),
      text: found.text,
    },
    sections: drawSections(answerForm.sections, words),
    submitLabel: t('notice.answer_save'),
    cancelHref: back,
  }
}
