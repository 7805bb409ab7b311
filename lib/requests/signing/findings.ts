import type { Tx } from "@/lib/db";
import type { RequestModel } from "@/lib/generated/prisma/models";
import { kindOf, kinds } from "@/lib/requests/kinds";
import { openStatuses } from "@/lib/requests/lifecycle";
import type { Envelope } from "./envelope";
import type { SigningFindings, Twin } from "./types";

type Waiting = RequestModel & { case: { reportedLoss: bigint } };
/** What is compared: far more than any stack meets, and an end to what one page reads. */
const atMost = 500;
const holdingKinds = Object.values(kinds)
  .filter(({ hold }) => hold !== null)
  .map(({ code }) => code);

/**
 * What was verified of each request that waits for a signature, in one look at all of them: the same hold is never asked for twice
 * without the signer knowing (domain §4), whether it is held, asked for, or lies in the same stack. Amounts VND as digits.
 */
export async function findingsOf(
  tx: Tx,
  waiting: readonly Waiting[],
  envelopes: ReadonlyMap<string, Envelope>,
): Promise<Map<string, SigningFindings>> {
  const itemsOf = ({ id }: Waiting) => envelopes.get(id)?.items ?? [];
  const accounts = [...new Set(waiting.flatMap((request) => itemsOf(request).map(({ value }) => value)))];
  const places = [...new Set(waiting.map(({ addresseeOrgId }) => addresseeOrgId))];
  const known = accounts.length === 0 ? [] : await twinsAt(tx, places, accounts);
  return new Map(
    waiting.map((request) => {
      const own = new Set(itemsOf(request).map(({ value }) => value));
      const findings: SigningFindings = {
        overGrounds: itemsOf(request).flatMap(({ overGround }) => (overGround ? [overGround] : [])),
        beyondLoss: request.disputedAmount > request.case.reportedLoss,
        duplicates: holdingKinds.includes(request.kindCode as (typeof holdingKinds)[number])
          ? known
              .filter(
                ({ place, requestId, account }) =>
                  place === request.addresseeOrgId && requestId !== request.id && own.has(account),
              )
              .map((twin) => ({
                account: twin.account,
                code: twin.code,
                amount: twin.amount,
                is: isReplaced(twin, request) ? ("replaced" as const) : twin.is,
              }))
          : [],
      };
      return [request.id, findings];
    }),
  );
}

type Known = Twin & { place: string; requestId: string; caseId: string; kindCode: string };

/** A freeze takes over the suspension that its own case has on the account, and an extension goes on with its order: neither is a second hold. */
const isReplaced = (
  { is, requestId, caseId, kindCode }: Known,
  request: Pick<Waiting, "caseId" | "kindCode" | "parentId">,
): boolean =>
  is === "held" &&
  (requestId === request.parentId ||
    (caseId === request.caseId &&
      kindOf(request.kindCode).hold === "freeze" &&
      kindOf(kindCode).hold === "suspension"));

/** Holds on these accounts at these organisations, and unanswered requests for one. */
async function twinsAt(tx: Tx, places: string[], accounts: string[]): Promise<Known[]> {
  const [holds, asked] = await Promise.all([
    tx.hold.findMany({
      where: { holderOrgId: { in: places }, account: { in: accounts }, releasedAt: null },
      select: {
        holderOrgId: true,
        requestId: true,
        account: true,
        amount: true,
        request: { select: { code: true, caseId: true, kindCode: true } },
      },
      take: atMost,
    }),
    tx.requestItem.findMany({
      where: {
        value: { in: accounts },
        answeredAt: null,
        request: {
          addresseeOrgId: { in: places },
          kindCode: { in: [...holdingKinds] },
          status: { in: ["PENDING_SIGNATURE", ...openStatuses] },
        },
      },
      select: {
        value: true,
        disputedAmount: true,
        request: {
          select: { id: true, code: true, addresseeOrgId: true, status: true, caseId: true, kindCode: true },
        },
      },
      take: atMost,
    }),
  ]);
  return [
    ...holds.map(({ holderOrgId, requestId, account, amount, request: { code, caseId, kindCode } }) => ({
      caseId,
      kindCode,
      place: holderOrgId,
      requestId,
      account,
      code,
      amount: amount.toString(),
      is: "held" as const,
    })),
    ...asked.map(({ value, disputedAmount, request }) => ({
      caseId: request.caseId,
      kindCode: request.kindCode,
      place: request.addresseeOrgId,
      requestId: request.id,
      account: value,
      code: request.code,
      amount: (disputedAmount ?? 0n).toString(),
      is: request.status === "PENDING_SIGNATURE" ? ("waiting" as const) : ("asked" as const),
    })),
  ];
}
