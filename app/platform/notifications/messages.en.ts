/** Words of notifications. */
import type { notificationsZhCN } from './messages.zh-CN.ts'

export const notificationsEn = {
  'notification.title': 'Notifications',
  'notification.about': 'What concerns you. Mark it as read when it is done.',
  'notification.choices': 'How to be told',
  'notification.none': 'Nothing yet',
  'notification.none_about': 'What concerns you appears here.',
  'notification.unread': 'Not read',
  'notification.read': 'Read',
  'notification.read_all': 'Mark all as read',
  'notification.trail': 'You are here',
  'notification.choices_about':
    'Sent once a day at most, at the hour you choose. Notifications in the house come anyway.',
  'notification.wrong_address': 'An address does not work',
  'notification.no_mail': 'E-mail is not set up here',
  'notification.no_mail_about': 'Ask the administrator to set up a mail server first.',
  'notification.trial': 'Try it',
  'notification.trial_about': 'Sends a word to the saved address, to see whether it comes.',
  'notification.try_email': 'Try the e-mail',
  'notification.try_webhook': 'Try the robot',
  'notification.calendar': 'Calendar',
  'notification.calendar_about':
    'Add the address to the calendar of your phone or computer to see your deadlines. Whoever knows it can read them: do not pass it on. Made anew, the old one stops.',
  'notification.feed': 'Make an address',
  'notification.feed_again': 'Make a new address',
  'notification.deliveries': 'Lately sent',
  'notification.col_day': 'Day',
  'notification.col_channel': 'By',
  'notification.col_state': 'Outcome',
  'notification.col_attempts': 'Tries',
  'notification.col_problem': 'Why',
  'notification.error_webhook_missing': 'Give the address of the robot',
  'notification.error_webhook_wrong':
    'This is not the address of such a robot; copy it from the group’s settings',
  'notification.error_no_mail': 'E-mail is not set up here',
  'notification.email_wrong': 'Give an e-mail address',
} satisfies Record<keyof typeof notificationsZhCN, string>
