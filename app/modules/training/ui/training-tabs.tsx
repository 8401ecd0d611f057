// The parts of training, under every page's head.
import { useLocation } from '@remix-run/react'
import { Tabs } from '#app/ui/tabs.tsx'
import { useT } from './words.tsx'

const parts = [
  { href: '/training/entries', label: 'training.check_title' },
  { href: '/training/samples', label: 'training.samples' },
] as const

export function TrainingTabs() {
  const t = useT()
  const { pathname } = useLocation()
  const tabs = parts.map(({ href, label }) => ({
    href,
    label: t(label),
    current: pathname === href || pathname.startsWith(`${href}/`),
  }))
  return <Tabs label={t('training.tabs')} tabs={tabs} />
}
