/** Words of forms that pages get as text. */
import type { formsServerZhCN } from './server-words.zh-CN.ts'

export const formsServerEn: Record<keyof typeof formsServerZhCN, string> = {
  'forms.room': 'Forms',
  'form.yuan': 'yuan',
  'form.yes': 'yes',
  'form.no': 'no',
  'form.choose': 'Choose',
  'form.none_chosen': 'none',
  'form.go_on': 'Next: check',
  'form.check_title': 'Please check: {{act}}',
  'form.confirm': 'Confirm: {{act}}',
}
