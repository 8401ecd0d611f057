/** The visits of a proposal as a workbook. */
import type { LoaderFunctionArgs } from '@remix-run/node'
import { proposalSheet } from '#app/modules/studios/proposals/proposal.view.server.ts'
import { sendSheet } from '#app/platform/http/workbook.server.ts'
import { openProposal } from './studios-page.server.ts'

export async function loader(args: LoaderFunctionArgs) {
  const { db, proposal, words } = await openProposal(args)
  return sendSheet(proposalSheet(db, proposal, words))
}
