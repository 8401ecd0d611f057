/** The proof of an exemption, for those who may read the exemption. */
import type { LoaderFunctionArgs } from '@remix-run/node'
import { findExemption } from '#app/modules/exchange/exemptions.queries.server.ts'
import { PROOF_TYPES, proofKindOf } from '#app/modules/exchange/proof-file.ts'
import { readFile } from '#app/platform/files/stored-file.server.ts'
import { requireFound, requireId } from '#app/platform/http/respond.server.ts'
import { openExchange } from './exchange-page.server.ts'

export async function loader({ request, params }: LoaderFunctionArgs) {
  const id = requireId(params.exemptionId)
  const { db, actor, today } = await openExchange(request)
  const found = requireFound(await findExemption(db, actor, id, today))
  const proof = requireFound(found.proof)
  const bytes = await readFile(db, proof.id)
  const kind = requireFound(proofKindOf(bytes))
  return new Response(new Uint8Array(bytes), {
    headers: {
      'Content-Type': PROOF_TYPES[kind],
      'Content-Disposition': `attachment; filename="proof.${kind}"; filename*=UTF-8''${encodeURIComponent(proof.name)}`,
    },
  })
}
