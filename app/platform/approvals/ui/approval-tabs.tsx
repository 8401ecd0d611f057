// The lists of approvals, under their pages' heads.
import { useLocation } from '@remix-run/react'
import { Tabs } from '#app/ui/tabs.tsx'
import { useT } from './words.tsx'

const parts = [
  { href: '/approvals', label: 'approval.title' },
  { href: '/approvals/mine', label: 'approval.mine' },
  { href: '/approvals/away', label: 'delegation.title' },
] as const

export function ApprovalTabs() {
  const t = useT()
  const { pathname } = useLocation()
  const tabs = parts.map(({ href, label }) => ({ href, label: t(label), current: pathname === href }))
  return <Tabs label={t('approval.room_parts')} tabs={tabs} />
}
