import type { Actor } from "@/lib/access/actor";
import { can, type RequestLike } from "@/lib/access/policy";
import { statement, type Tx } from "@/lib/db";
import { lifecycle } from "@/lib/requests/lifecycle";
import type { ProposedWithdrawal, WithdrawalProposal } from "./types";

type Row = Omit<WithdrawalProposal, "at" | "decidedAt"> & {
  at: Date;
  decided_at: Date | null;
  decided_by: string | null;
  mine: boolean;
};

/** The latest proposal to withdraw, while the request can be withdrawn or once it was, and whether the reader may propose one or take his back. */
export async function proposedWithdrawalOf(
  tx: Tx,
  actor: Actor,
  request: RequestLike & { id: string },
): Promise<ProposedWithdrawal> {
  const isOpen = Boolean(lifecycle[request.status].withdraw);
  if (!isOpen && request.status !== "WITHDRAWN")
    return { proposal: null, mayPropose: false, mayTakeBack: false };
  const { rows } = await statement<Row>(
    tx,
    `select w.id, w.reason, w.proposed_at as at, p.full_name as by, w.decision, w.answer, w.decided_at, d.full_name as decided_by, w.proposed_by_id = $2 as mine
      from withdrawal_proposal w join person p on p.id = w.proposed_by_id left join person d on d.id = w.decided_by_id
      where w.request_id = $1 order by w.proposed_at desc, w.id desc limit 1`,
    [request.id, actor.userId],
  );
  const [last] = rows;
  const isAwaited = last !== undefined && last.decision === null;
  const mayWork = isOpen && can(actor, "request.proposeWithdrawal", request);
  return {
    proposal: last
      ? {
          id: last.id,
          reason: last.reason,
          by: last.by,
          at: last.at.toISOString(),
          decision: last.decision,
          answer: last.answer,
          decidedBy: last.decided_by,
          decidedAt: last.decided_at?.toISOString() ?? null,
        }
      : null,
    mayPropose: mayWork && !request.suspectedAt && !isAwaited,
    mayTakeBack: mayWork && isAwaited && last.mine,
  };
}
