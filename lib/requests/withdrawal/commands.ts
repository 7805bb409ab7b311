import type { z } from "zod";
import type { Actor } from "@/lib/access/actor";
import { once } from "@/lib/audit/once";
import { record, tell } from "@/lib/audit/record";
import { statement, type Tx } from "@/lib/db";
import { Problem } from "@/lib/errors";
import { withdrawnBy } from "@/lib/requests/commands";
import { aboutRequest, type HeldRequest, holdRequest, lastChange } from "@/lib/requests/find";
import { lifecycle } from "@/lib/requests/lifecycle";
import { type StepResult, takeStep } from "@/lib/requests/step";
import { assertNotHeld } from "@/lib/requests/suspicion/held";
import type {
  agreeToWithdrawInput,
  declineToWithdrawInput,
  proposeWithdrawalInput,
  takeBackWithdrawalInput,
} from "./schema";

type Input<Schema extends z.ZodType> = z.output<Schema>;
type Proposed = { requestId: string };

/**
 * Whoever works on an issued request proposes to take it back; the order stays in force until a commander agrees. One proposal at a time.
 * @throws Problem not-found, not-allowed, changed-meanwhile; sender-held while a doubt about him stands; not-now when it cannot be
 * withdrawn now or somebody proposed already.
 */
export function proposeWithdrawal(
  actor: Actor,
  input: Input<typeof proposeWithdrawalInput>,
): Promise<Proposed> {
  return once(actor, "withdrawal.propose", input, async (tx) => {
    const request = await holdRequest(tx, actor, input.requestId, "request.proposeWithdrawal", input.version);
    await assertNotHeld(tx);
    if (!lifecycle[request.status].withdraw || request.suspectedAt || (await openProposal(tx, request.id)))
      throw new Problem("not-now", { by: await lastChange(tx, request.id) });
    await statement(
      tx,
      "insert into withdrawal_proposal (request_id, reason, proposed_by_id) values ($1, $2, $3)",
      [request.id, input.reason, actor.userId],
    );
    return toldOf(tx, actor, request, "request.withdrawal_proposed", input.reason);
  });
}

/**
 * A commander agrees: the request is withdrawn for the reason that was proposed. The same arrow as withdrawing by oneself; the database
 * closes the proposal with it.
 * @throws Problem as every arrow does; not-now when this proposal is answered by now.
 */
export const agreeToWithdraw = (
  actor: Actor,
  input: Input<typeof agreeToWithdrawInput>,
): Promise<StepResult> =>
  takeStep(actor, "withdraw", input, async (moment) => {
    const open = await openProposal(moment.tx, moment.request.id);
    if (open?.id !== input.proposalId)
      throw new Problem("not-now", { by: await lastChange(moment.tx, moment.request.id) });
    return withdrawnBy(moment, open.reason);
  });

/** A commander declines with a reason; the order goes on as it is. @throws Problem not-now when this proposal is answered by now, or the order is. */
export function declineToWithdraw(
  actor: Actor,
  input: Input<typeof declineToWithdrawInput>,
): Promise<Proposed> {
  return once(actor, "withdrawal.decline", input, async (tx) => {
    // No version: that the desk went on with the order meanwhile changes nothing about leaving it in force.
    const request = await holdRequest(tx, actor, input.requestId, "request.withdraw");
    // Answered or over by now, nothing of it is left in force.
    if (!lifecycle[request.status].withdraw)
      throw new Problem("not-now", { by: await lastChange(tx, request.id) });
    const { count } = await statement(
      tx,
      `update withdrawal_proposal set decision = 'declined', decided_by_id = $3, decided_at = date_trunc('milliseconds', clock_timestamp()), answer = $4
        where id = $1 and request_id = $2 and decision is null`,
      [input.proposalId, request.id, actor.userId, input.reason],
    );
    if (count === 0) throw new Problem("not-now", { by: await lastChange(tx, request.id) });
    return toldOf(tx, actor, request, "request.withdrawal_declined", input.reason);
  });
}

/**
 * Whoever proposed it takes the proposal back while nobody has decided: the order goes on, and he may propose anew.
 * @throws Problem not-allowed for anybody else; not-now when this proposal is answered by now, or the order is.
 */
export function takeBackWithdrawal(
  actor: Actor,
  input: Input<typeof takeBackWithdrawalInput>,
): Promise<Proposed> {
  return once(actor, "withdrawal.takeBack", input, async (tx) => {
    // No version, as declining: what the desk did meanwhile changes nothing about leaving the order in force.
    const request = await holdRequest(tx, actor, input.requestId, "request.proposeWithdrawal");
    const late = async () => new Problem("not-now", { by: await lastChange(tx, request.id) });
    const open = await openProposal(tx, request.id);
    if (!lifecycle[request.status].withdraw || open?.id !== input.proposalId) throw await late();
    if (open.proposed_by_id !== actor.userId) throw new Problem("not-allowed");
    const { count } = await statement(
      tx,
      `update withdrawal_proposal set decision = 'taken_back', decided_by_id = $2, decided_at = date_trunc('milliseconds', clock_timestamp())
        where id = $1 and decision is null`,
      [open.id, actor.userId],
    );
    if (count === 0) throw await late();
    return toldOf(tx, actor, request, "request.withdrawal_taken_back");
  });
}

/** Written down and told inside the unit alone. */
async function toldOf(
  tx: Tx,
  actor: Actor,
  request: HeldRequest,
  type: "request.withdrawal_proposed" | "request.withdrawal_declined" | "request.withdrawal_taken_back",
  reason?: string,
): Promise<Proposed> {
  await record(tx, actor, { ...aboutRequest(request), type, reason, changes: { code: request.code } });
  await tell(tx, type, [request.requesterOrgId], { caseId: request.caseId, requestId: request.id });
  return { requestId: request.id };
}

type OpenProposal = { id: string; reason: string; proposed_by_id: string };
async function openProposal(tx: Tx, requestId: string): Promise<OpenProposal | undefined> {
  const { rows } = await statement<OpenProposal>(
    tx,
    "select id, reason, proposed_by_id from withdrawal_proposal where request_id = $1 and decision is null",
    [requestId],
  );
  return rows[0];
}
