/** Wakes the page: loads the words of its one language, then hydrates. */
import { RemixBrowser } from '@remix-run/react'
import { StrictMode, startTransition } from 'react'
import { hydrateRoot } from 'react-dom/client'
import { registerCatalogue } from '#app/platform/i18n/translate.ts'

async function loadWords() {
  if (document.documentElement.lang === 'en') {
    registerCatalogue('en', (await import('./messages.en.ts')).messagesEn)
  } else {
    registerCatalogue('zh-CN', (await import('./messages.zh-CN.ts')).messagesZhCN)
  }
}

loadWords().then(() => {
  startTransition(() => {
    hydrateRoot(
      document,
      <StrictMode>
        <RemixBrowser />
      </StrictMode>,
    )
  })
})
