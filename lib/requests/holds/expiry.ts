import { recordOfClock, tell } from "@/lib/audit/record";
import { asSystem, databaseNow, type Tx } from "@/lib/db";
import { count } from "@/lib/figures/count";
import type { RequestModel } from "@/lib/generated/prisma/models";
import { log } from "@/lib/log";
import { aboutRequest } from "@/lib/requests/find";
import { kinds } from "@/lib/requests/kinds";
import { lifecycle } from "@/lib/requests/lifecycle";
import { endHoldsOf } from "./end";

const suspensions = Object.values(kinds)
  .filter(({ hold }) => hold === "suspension")
  .map(({ code }) => code);
/** One sweep takes so many at most; the next minute takes the rest. */
const atOnce = 500;

/**
 * Ends suspensions that nobody confirmed within their longest time (AML law 2022 art. 44, to be confirmed): the holds are
 * released, an answered request becomes EXPIRED, and both sides are told. Each request is its own transaction and its row
 * is claimed, so two sweeps at once or a second run tell nobody twice. Returns how many requests it changed.
 */
export async function lapseSuspensions(): Promise<number> {
  const due = await asSystem(
    (tx) => tx.$queryRaw<{ id: string }[]>`
    select h.request_id as id from hold h join request r on r.id = h.request_id
    where h.released_at is null and h.until_at < clock_timestamp() and r.kind_code = any(${suspensions})
    group by 1 order by min(h.until_at) limit ${atOnce}`,
  );
  let changed = 0;
  const failed: unknown[] = [];
  // One that fails holds up none of the others; the job says so at its end, and the next minute tries it again.
  for (const { id } of due)
    try {
      if (await asSystem((tx) => lapse(tx, id))) changed++;
    } catch (error) {
      log.error({ requestId: id, name: (error as Error)?.name }, "a suspension did not lapse");
      failed.push(error);
    }
  if (failed.length > 0) throw failed[0];
  return changed;
}

async function lapse(tx: Tx, id: string): Promise<boolean> {
  // Whoever holds the row is answering, confirming or sweeping it: the next minute looks again.
  const claimed = await tx.$queryRaw<
    unknown[]
  >`select 1 from request where id = ${id}::uuid for update skip locked`;
  const request = claimed.length > 0 ? await tx.request.findUnique({ where: { id } }) : null;
  if (!request) return false;
  const now = await databaseNow(tx);
  const { figures, left } = await endHoldsOf(tx, request, now, "lapsed");
  if (figures.length === 0) return false;
  const step = left === 0 ? lifecycle[request.status].expire : undefined;
  const status = step?.to[0] ?? request.status;
  await tx.request.updateMany({
    where: { id, version: request.version },
    data: { status, version: { increment: 1 }, updatedAt: now, ...(step ? { closedAt: now } : {}) },
  });
  await count(tx, request, now, figures);
  await leaveWord(tx, request, step?.emits ?? "request.hold_lapsed", {
    status: [request.status, status],
    code: request.code,
    holds: figures[0]?.count ?? 0,
  });
  return true;
}

async function leaveWord(
  tx: Tx,
  request: RequestModel,
  type: string,
  changes: { status: string[]; code: string; holds: number },
): Promise<void> {
  await recordOfClock(tx, request.addresseeOrgId, {
    ...aboutRequest(request),
    type,
    shared: true,
    changes,
  });
  await tell(tx, type, [request.requesterOrgId, request.addresseeOrgId], {
    caseId: request.caseId,
    requestId: request.id,
    urgent: true,
  });
}
