// The parts of training, under every page's head.
import { PartTabs } from '#app/ui/tabs.tsx'
import { useT } from './oversight-words.tsx'

const parts = [
  { href: '/training/entries', label: 'training.check_title' },
  { href: '/training/samples', label: 'training.samples' },
  { href: '/training/overview', label: 'training.overview' },
  { href: '/training/people', label: 'training.outlooks' },
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
