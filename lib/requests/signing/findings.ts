import type { Tx } from "@/lib/db";
import type { RequestModel } from "@/lib/generated/prisma/models";
import type { Envelope } from "./envelope";
import type { SigningFindings } from "./types";

type Waiting = RequestModel & { case: { reportedLoss: bigint } };
/** Holds that are compared: far more than any stack meets, and an end to what one page reads. */
const atMost = 500;

/**
 * What was verified of each request that waits for a signature, in one look at the holds: the same hold is never asked for twice
 * without the signer knowing (domain §4). Amounts VND as digits.
 */
export async function findingsOf(
  tx: Tx,
  waiting: readonly Waiting[],
  envelopes: ReadonlyMap<string, Envelope>,
): Promise<Map<string, SigningFindings>> {
  const itemsOf = ({ id }: Waiting) => envelopes.get(id)?.items ?? [];
  const accounts = [...new Set(waiting.flatMap((request) => itemsOf(request).map(({ value }) => value)))];
  const holds =
    accounts.length === 0
      ? []
      : await tx.hold.findMany({
          where: {
            holderOrgId: { in: [...new Set(waiting.map(({ addresseeOrgId }) => addresseeOrgId))] },
            account: { in: accounts },
            releasedAt: null,
          },
          select: {
            holderOrgId: true,
            requestId: true,
            account: true,
            amount: true,
            request: { select: { code: true } },
          },
          take: atMost,
        });
  return new Map(
    waiting.map((request) => {
      const own = new Set(itemsOf(request).map(({ value }) => value));
      const findings: SigningFindings = {
        overGrounds: itemsOf(request).flatMap(({ overGround }) => (overGround ? [overGround] : [])),
        beyondLoss: request.disputedAmount > request.case.reportedLoss,
        duplicates: holds.flatMap(({ holderOrgId, requestId, account, amount, request: { code } }) =>
          holderOrgId === request.addresseeOrgId && requestId !== request.id && own.has(account)
            ? [{ account, code, amount: amount.toString() }]
            : [],
        ),
      };
      return [request.id, findings];
    }),
  );
}
