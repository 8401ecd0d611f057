// The parts of training, under every page's head.
import { PartTabs } from '#app/ui/tabs.tsx'
import { useT } from './words.tsx'

const parts = [
  { href: '/training/entries', label: 'training.check_title' },
  { href: '/training/samples', label: 'training.samples' },
] as const

export function TrainingTabs() {
  const t = useT()
  return (
    <PartTabs
      label={t('training.tabs')}
      parts={parts.map(({ href, label }) => ({ href, label: t(label) }))}
    />
  )
}
