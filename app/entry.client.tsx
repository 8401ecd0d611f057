/** Wakes the page: loads the words that every page has, then hydrates. */
import { RemixBrowser } from '@remix-run/react'
import { StrictMode, startTransition } from 'react'
import { hydrateRoot } from 'react-dom/client'
import { registerWords } from '#app/platform/i18n/translate.ts'

async function loadWords() {
  if (document.documentElement.lang === 'en') {
    registerWords('en', (await import('#app/platform/messages.en.ts')).platformEn)
  } else {
    registerWords('zh-CN', (await import('#app/platform/messages.zh-CN.ts')).platformZhCN)
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
