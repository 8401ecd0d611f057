// The page that begins an import.

import { Breadcrumbs } from '#app/ui/breadcrumbs.tsx'
import { PageHeader } from '#app/ui/page-header.tsx'
import { paths } from './paths.ts'
import { UploadForm, type UploadFormProps } from './upload-form.tsx'
import { useT } from './words.tsx'

export function UploadPage(props: UploadFormProps) {
  const t = useT()
  return (
    <div className="flex flex-col gap-6">
      <PageHeader
        trail={
          <Breadcrumbs
            label={t('imports.trail')}
            crumbs={[{ href: paths.list, label: t('imports.title') }]}
          />
        }
        title={t('imports.start')}
        description={t('imports.start_hint')}
      />
      <UploadForm {...props} />
    </div>
  )
}
