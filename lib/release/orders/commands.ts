import type { z } from "zod";
import type { Actor } from "@/lib/access/actor";
import { once } from "@/lib/audit/once";
import { asActor, databaseNow, statement, type Tx } from "@/lib/db";
import { Problem } from "@/lib/errors";
import { formatDateTime } from "@/lib/i18n/local-time";
import { formatVnd } from "@/lib/money/format-vnd";
import { submitIn } from "@/lib/requests/commands";
import { type Drafted, draftIn } from "@/lib/requests/drafting/commands";
import vietnamese from "@/messages/vi.json";
import { ofUnit } from "../conditions";
import { asksOf, leave, type Plan, type PlannedGroup, planOf } from "./plan";
import type { FileOrders, planOrdersInput } from "./schema";
import type { FiledOrders, LeftOut, OrderPlan } from "./types";

/** What would be asked about the ticked holds, and which are left out and why. @throws Problem as `planOf`. */
export function planOrders(actor: Actor, input: z.output<typeof planOrdersInput>): Promise<OrderPlan> {
  return asActor(actor, async (tx) => {
    const { groups, leftOut } = await planOf(tx, actor, input.kindCode, input.holdIds);
    const ends = groups.flatMap(({ holds }) => holds.flatMap(({ latestAt }) => latestAt ?? [])).sort();
    return {
      kindCode: input.kindCode,
      groups: groups.map(({ row: _row, targets: _targets, ...group }) => group),
      leftOut,
      latestAt: ends[0] ?? null,
    };
  });
}

/**
 * Drafts what goes on with these holds and hands each draft to the signer, in one act: one extension for each order, one freeze for each case
 * at each holder; all of them bear one instant, by which they are taken back together. A hold that cannot be taken along is told with why; one that a request asks about already is not asked about twice, also
 * when two people press at once.
 * @throws Problem as `planOf`, and as handing in does (sender-held).
 */
export function fileOrders(actor: Actor, input: FileOrders): Promise<FiledOrders> {
  return once(actor, "hold.draft_orders", input, async (tx) => {
    await holdCases(tx, actor, input.holdIds);
    const until = input.until ? new Date(input.until) : undefined;
    const plan = await planOf(tx, actor, input.kindCode, input.holdIds, until);
    const now = await databaseNow(tx);
    const drafted: FiledOrders["drafted"] = [];
    const refused: LeftOut[] = [...plan.leftOut];
    for (const group of plan.groups) {
      const draft = await draftFor(tx, actor, input, group, plan, now);
      if ("faults" in draft) refused.push(...faultsOf(group, draft.faults));
      else drafted.push({ ...draft, holder: group.holder, holds: group.holds.length });
    }
    return { drafted, leftOut: refused };
  });
}

/**
 * Two who tick holds of one case wait for each other at it, also under different orders, and the second finds what the first drafted: a freeze is
 * asked for each case and holder. Cases within the actor's reach alone, by their id, so that no two wait for each other in a ring.
 */
const holdCases = (tx: Tx, actor: Actor, holdIds: readonly string[]) =>
  statement(
    tx,
    `select 1 from fraud_case where id in (select h.case_id from hold h join request r on r.id = h.request_id where ${ofUnit} and h.id = any($3::uuid[]))
      order by id for update`,
    [actor.orgIds, actor.membershipId, holdIds],
  );

/** `faults` are the fields at which the draft was refused: it has written nothing then. */
async function draftFor(
  tx: Tx,
  actor: Actor,
  { kindCode, until, ground }: FileOrders,
  group: PlannedGroup,
  { law, reached }: Plan,
  together: Date,
): Promise<{ requestId: string; code: string } | { faults: Record<string, string> }> {
  const isFreeze = kindCode === "ACCOUNT_FREEZE";
  const asked: Drafted = {
    caseId: group.row.caseId,
    kindCode,
    addresseeOrgId: group.row.holderOrgId,
    urgency: "urgent",
    grounds: groundsOf(group, isFreeze, ground, until),
    legalBases: law?.legalBases ?? [],
    ...(isFreeze
      ? {}
      : { parentId: group.row.requestId, details: { extendUntil: until, extensionGround: ground } }),
    targets: asksOf(kindCode, group.targets),
  };
  const draft = await draftIn(tx, actor, asked, undefined, reached.get(asked.caseId)).catch(
    (error: unknown) => {
      if (error instanceof Problem && error.code === "invalid") return { faults: error.details.fields ?? {} };
      throw error;
    },
  );
  if ("faults" in draft) return draft;
  await submitIn(tx, actor, { requestId: draft.requestId, version: draft.version }, together);
  const { code } = await tx.request.findUniqueOrThrow({
    where: { id: draft.requestId },
    select: { code: true },
  });
  return { requestId: draft.requestId, code };
}

/** Each hold of a request whose draft was refused: for what is wrong with its account or the whole, or for another account's sake. */
function faultsOf({ holds, targets }: PlannedGroup, faults: Record<string, string>): LeftOut[] {
  const codes = Object.entries(faults);
  const whole = codes.find(([field]) => !field.startsWith("targets."))?.[1];
  return holds.map((hold) => {
    const place = targets.findIndex(({ holdIds }) => holdIds.includes(hold.id));
    const fault = whole ?? codes.find(([field]) => field.startsWith(`targets.${place}.`))?.[1];
    return fault ? leave(hold, "refused", { fault }) : leave(hold, "together");
  });
}

/** The grounds as the letter says them. words: release.orders.extensionForm release.orders.freezeForm */
const groundsOf = (
  { holds, amount, parentCode }: PlannedGroup,
  isFreeze: boolean,
  ground: string,
  until: string | undefined,
): string =>
  (isFreeze ? vietnamese.release.orders.freezeForm : vietnamese.release.orders.extensionForm)
    .replace("#accounts#", String(holds.length))
    .replace("#amount#", formatVnd(BigInt(amount), "vi"))
    .replace("#orders#", parentCode ?? [...new Set(holds.map(({ requestCode }) => requestCode))].join(", "))
    .replace("#until#", until ? formatDateTime(until) : "")
    .replace("#ground#", () => ground);
