/** Words of the pages of saved filters. */
import type { filtersZhCN } from './messages.zh-CN.ts'

export const filtersEn: Record<keyof typeof filtersZhCN, string> = {
  'filter.title': 'My filters',
  'filter.about':
    'Filters you have saved; a name opens its list. A shared one can be used by colleagues of your organisation; only you can delete it.',
  'filter.new': 'Save a filter',
  'filter.new_about': 'Give these conditions a name; it opens them from “Saved filters” above the list.',
  'filter.name': 'Name',
  'filter.list': 'List',
  'filter.shared': 'Shared',
  'filter.share': 'Share with colleagues of my organisation',
  'filter.share_hint': 'They use it only; each sees the people of their own scope',
  'filter.is_shared': 'With my organisation',
  'filter.is_own': 'Only me',
  'filter.save': 'Save',
  'filter.delete': 'Delete',
  'filter.empty': 'No filter is saved yet',
  'filter.empty_about':
    'Filter a list of staff or organisations, then choose “Save this filter” under “Saved filters”.',
  'filter.conditions': 'Conditions',
  'filter.saved': 'The filter “{{name}}” is saved.',
  'filter.deleted': 'The filter “{{name}}” is deleted.',
  'filter.columns_title': 'Choose columns',
  'filter.columns_about': 'Columns without a tick are not shown: to you only, on every device.',
  'filter.columns_shown': 'Columns to show',
  'filter.columns_saved': 'The list is shown as you chose.',
  'filter.error_list_unknown': 'There is no such list, or you may not use it',
  'filter.error_nothing_filtered': 'Nothing is filtered yet; filter the list first',
  'filter.error_too_long': 'These conditions are too long to be saved',
  'filter.error_identity_number':
    'The conditions hold an identity number, which is not kept, to protect the person',
  'filter.error_same_name': 'This list already has a filter of that name; please choose another',
  'filter.error_too_many': 'At most {{most}} are saved for a list; delete some first',
  'filter.error_not_found': 'This filter is not there; it may have been deleted',
}
