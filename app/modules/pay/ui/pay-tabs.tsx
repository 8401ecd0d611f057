// The parts of pay, under every page's head.
import { PartTabs } from '#app/ui/tabs.tsx'
import { useT } from './parity-words.tsx'

const parts = [
  { href: '/pay/parity', label: 'pay.parity' },
  { href: '/pay/reports', label: 'pay.reports' },
  { href: '/pay/linkage', label: 'pay.linkage' },
  { href: '/pay/benchmarks', label: 'pay.benchmarks' },
  { href: '/pay/basis', label: 'pay.basis' },
] as const

interface PayTabsProps {
  /** Whether the reader may look at people's pay. */
  mayLook: boolean
}

export function PayTabs({ mayLook }: PayTabsProps) {
  const t = useT()
  const people = mayLook ? [{ href: '/pay/people', label: t('pay.people') }] : []
  return (
    <PartTabs
      label={t('pay.tabs')}
      parts={[...parts.map(({ href, label }) => ({ href, label: t(label) })), ...people]}
    />
  )
}
