/** The demo's accounts, one for each kind of user. Their passwords are public: they belong to a demo and nowhere else. */
import type { Role } from '#app/platform/access/roles.ts'

/** The school whose office, head and teacher have accounts: 东昌府区实验小学. */
export const DEMO_SCHOOL_NAME = '东昌府区实验小学'

export type DemoAccount = {
  username: string
  displayName: { zh: string; en: string }
  /** Null: no grant at all, the holder reads the own record. */
  role: Role | null
  /** An organisation's code, or the demo school. */
  organisation: string
  /** Whose record the account is linked to, at the demo school; the room of studios names who leads one, and a researcher. */
  holder: 'principal' | 'teacher' | 'studio_leader' | 'researcher' | null
}

export const DEMO_PASSWORD = 'shuicheng-demo-2026'

export const DEMO_ACCOUNTS: readonly DemoAccount[] = [
  account('city-admin', '市局系统管理员', 'City administrator', 'administrator', '3715'),
  account('city-registrar', '市局人事科', 'City registrar', 'registrar', '3715'),
  account('city-inspector', '市督导室', 'City inspector', 'inspector', '3715'),
  account(
    'dongchangfu-admin',
    '东昌府区系统管理员',
    'County administrator, Dongchangfu',
    'administrator',
    '371502',
  ),
  account('dongchangfu-registrar', '东昌府区人事股', 'County registrar, Dongchangfu', 'registrar', '371502'),
  account('city-leader', '市局分管领导', 'Leader, city bureau', 'leader', '3715'),
  account('dongchangfu-leader', '东昌府区局分管领导', 'Leader, Dongchangfu bureau', 'leader', '371502'),
  account('shenxian-registrar', '莘县人事股', 'County registrar, Shenxian', 'registrar', '371522'),
  account('school-office', '实验小学办公室', 'School office', 'school_office', DEMO_SCHOOL_NAME),
  {
    ...account('school-leader', '实验小学校长', 'School leader', 'leader', DEMO_SCHOOL_NAME),
    holder: 'principal',
  },
  {
    ...account('studio-leader', '名师工作室主持人', 'Studio leader', null, DEMO_SCHOOL_NAME),
    holder: 'studio_leader',
  },
  {
    ...account('researcher', '教研员', 'Teaching researcher', null, DEMO_SCHOOL_NAME),
    holder: 'researcher',
  },
  { ...account('teacher', '实验小学教师', 'Teacher', null, DEMO_SCHOOL_NAME), holder: 'teacher' },
]

function account(
  username: string,
  zh: string,
  en: string,
  role: Role | null,
  organisation: string,
): DemoAccount {
  return { username, displayName: { zh, en }, role, organisation, holder: null }
}
