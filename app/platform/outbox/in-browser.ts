/** What an outbox does in a browser, in one piece that a page fetches when it is drawn: not before. */
export { askForSync, keepOfflinePage } from './keep-page.ts'
export { sendWaiting } from './send.ts'
export { forgetForm, formsOf, keepForm, onChange, waitingForm } from './waiting-forms.ts'
