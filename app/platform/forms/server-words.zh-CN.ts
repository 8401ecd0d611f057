/** Words of forms that pages get as text. */
export const formsServerZhCN = {
  'forms.room': '表单',
  'form.yuan': '元',
  'form.yes': '是',
  'form.no': '否',
  'form.choose': '请选择',
  'form.none_chosen': '不填',
  'form.go_on': '下一步：核对',
  'form.check_title': '请核对：{{act}}',
  'form.confirm': '确认{{act}}',
} as const
