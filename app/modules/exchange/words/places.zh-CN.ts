/** 学校位置的页面用语。 */
export const placesZhCN = {
  'place.title': '学校位置',
  'place.about': '编排时按学校之间的直线距离就近安排；没有位置的学校不计距离。',
  'place.school': '学校',
  'place.code': '单位代码',
  'place.county': '县（市、区）',
  'place.latitude': '纬度',
  'place.longitude': '经度',
  'place.known': '位置',
  'place.none': '没有符合条件的学校',
  'place.new': '填写位置',
  'place.new_about':
    '从表格中复制后粘贴：每行一所学校，先写单位代码或学校名称，最后两列写纬度、经度。已有位置的以新填的为准。',
  'place.saved': '已保存 {{count}} 所学校的位置。',
  'place.error_lines_refused': '这些行没有保存，全部改好后再一起保存：\n{{lines}}',
  'place.error_no_lines': '没有可以保存的行',
} as const
