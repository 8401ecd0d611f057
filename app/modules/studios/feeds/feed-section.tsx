// The secret address of a calendar, and the button that makes it anew.
import { Form } from '@remix-run/react'
import { FormKey } from '#app/platform/acts/form-key.tsx'
import { Button } from '#app/ui/button.tsx'
import { Section } from '#app/ui/section.tsx'
import { useT } from '../own-words.tsx'

interface FeedSectionProps {
  address: string | null
  /** Whether the reader may make it. */
  makes: boolean
}

export function FeedSection({ address, makes }: FeedSectionProps) {
  const t = useT()
  if (!address && !makes) return null
  return (
    <Section id="feed" title={t('feed.title')} description={t('feed.about')}>
      {address && <p className="mb-3 break-all font-mono text-sm">{address}</p>}
      {makes && (
        <Form method="post">
          <FormKey />
          <Button name="act" value="feed">
            {t(address ? 'feed.again' : 'feed.make')}
          </Button>
        </Form>
      )}
    </Section>
  )
}
