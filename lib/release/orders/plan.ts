import type { Actor } from "@/lib/access/actor";
import { canOnCase } from "@/lib/access/policy";
import { dueAt, dueFurther } from "@/lib/deadlines/due";
import { choosePolicy } from "@/lib/deadlines/policy";
import { databaseNow, statement, type Tx } from "@/lib/db";
import { todaySql } from "@/lib/day";
import { Problem } from "@/lib/errors";
import type { CaseStatus, TargetKind } from "@/lib/generated/prisma/enums";
import { type Reached, readReached } from "@/lib/money/trail/paid-into";
import { deadlineReference } from "@/lib/organisations/time-limits";
import { beyondTrail } from "@/lib/requests/drafting/trail";
import { isStageReached, kindsInForce, type KindInForce } from "@/lib/requests/in-force";
import { kindOf } from "@/lib/requests/kinds";
import type { DraftInput } from "@/lib/requests/schema";
import { notAnswered, ofUnit } from "../conditions";
import type { OrderKind } from "./schema";
import type { LeftOut, LeftOutReason, OrderGroup, TickedHold } from "./types";
import { untilFlaw } from "./until";

type Row = {
  id: string;
  requestId: string;
  requestCode: string;
  parentKind: string;
  caseId: string;
  caseCode: string;
  caseStatus: CaseStatus;
  unitId: string;
  sealedTo: string[];
  memberIds: string[];
  holderOrgId: string;
  holder: string;
  isClosed: boolean;
  isCyber: boolean;
  account: string;
  value: string;
  accountName: string | null;
  targetId: string;
  targetKind: TargetKind;
  institutionId: string | null;
  amount: string;
  overGround: string | null;
  fromAt: Date;
  untilAt: Date | null;
  releasedAt: Date | null;
  asked: LeftOut["asked"];
};
type PlannedHold = { hold: TickedHold; row: Row };
type Target = { row: Row; holdIds: string[]; amount: bigint; overGround: string | null };
export type PlannedGroup = OrderGroup & {
  row: Pick<Row, "caseId" | "requestId" | "holderOrgId">;
  targets: Target[];
};
type Judged = {
  law: KindInForce | undefined;
  /** What reached the accounts of each case, for a freeze. */
  reached: ReadonlyMap<string, Reached>;
  leftOut: LeftOut[];
};
export type Plan = Judged & { groups: PlannedGroup[] };

/** Who asks the same already: of an extension the one that goes on with the hold's order, of a freeze any of the case at the holder. */
const sameAsked: Record<OrderKind, string> = {
  HOLD_EXTENSION: "n.parent_id = h.request_id",
  ACCOUNT_FREEZE: "n.case_id = h.case_id and n.addressee_org_id = h.holder_org_id and n.id <> h.request_id",
};

/**
 * What would be asked about these holds: the requests, and each hold that is left out with why. With `until` the date is judged too.
 * Holds are judged by `judgeHolds`.
 * @throws Problem not-found when one of them is not the actor's to see (missing and foreign alike), not-allowed when he may draft about none of
 * them, not-now when all of them have ended.
 */
export async function planOf(
  tx: Tx,
  actor: Actor,
  kindCode: OrderKind,
  holdIds: readonly string[],
  until?: Date,
): Promise<Plan> {
  const ids = [...new Set(holdIds)];
  const { planned, ...judged } = await judgeHolds(tx, actor, kindCode, ids, until);
  const { leftOut } = judged;
  if (planned.length + leftOut.length !== ids.length) throw new Problem("not-found");
  if (leftOut.length === ids.length) {
    if (leftOut.every(({ why }) => why === "notAllowed")) throw new Problem("not-allowed");
    if (leftOut.every(({ why }) => why === "ended")) throw new Problem("not-now");
  }
  return { ...judged, groups: groupsOf(kindCode, planned) };
}

/** Each of these holds that the actor sees: may the order be drafted about it by him now, and if not, why. */
export async function judgeHolds(
  tx: Tx,
  actor: Actor,
  kindCode: OrderKind,
  ids: readonly string[],
  until?: Date,
): Promise<Judged & { planned: PlannedHold[] }> {
  const rows = ids.length > 0 ? await rowsOf(tx, actor, kindCode, ids) : [];
  const now = await databaseNow(tx);
  const law = (await kindsInForce(tx, [kindCode], now)).get(kindCode);
  const { policies, calendarOf } = await deadlineReference(tx);
  const latestOf = ({ parentKind, untilAt, holderOrgId, isCyber }: Row): Date | null => {
    if (kindCode !== "HOLD_EXTENSION" || kindOf(parentKind).hold !== "suspension") return null;
    const policy = choosePolicy(policies, {
      subject: "SUSPENSION_MAX",
      kind: kindCode,
      urgency: "urgent",
      specialisedCyber: isCyber,
      at: now,
      legalBases: law?.legalBases ?? [],
    });
    if (!policy || policy.value === null) return null;
    const { unit, value } = policy;
    const limit = { unit, value, calendar: calendarOf(holderOrgId) };
    return untilAt ? dueFurther({ end: untilAt, ...limit }) : dueAt({ start: now, ...limit });
  };
  const reached = new Map<string, Reached>();
  if (kindCode === "ACCOUNT_FREEZE")
    for (const caseId of new Set(rows.map((row) => row.caseId)))
      reached.set(caseId, await readReached(tx, caseId));
  const leftOut: LeftOut[] = [];
  const planned: PlannedHold[] = [];
  for (const row of rows) {
    const latest = latestOf(row);
    const hold: TickedHold = {
      id: row.id,
      account: row.account,
      accountName: row.accountName,
      holder: row.holder,
      caseId: row.caseId,
      caseCode: row.caseCode,
      caseStatus: row.caseStatus,
      requestCode: row.requestCode,
      amount: row.amount,
      untilAt: row.untilAt?.toISOString() ?? null,
      latestAt: latest?.toISOString() ?? null,
    };
    const why = whyNot(actor, kindCode, row, law) ?? (until ? untilFlaw(hold, until) : null);
    if (why) leftOut.push(leave(hold, why, { asked: why === "asked" ? row.asked : null }));
    else planned.push({ hold, row });
  }
  const beyond = kindCode === "ACCOUNT_FREEZE" ? holdsBeyond(planned, reached) : new Set<string>();
  return {
    law,
    reached,
    planned: planned.filter(({ hold }) => !beyond.has(hold.id)),
    leftOut: [
      ...leftOut,
      ...planned.flatMap(({ hold }) => (beyond.has(hold.id) ? [leave(hold, "beyondTrail")] : [])),
    ],
  };
}

/** A hold that nothing is drafted about, and why. */
export const leave = (
  hold: TickedHold,
  why: LeftOutReason,
  { asked = null, fault = null }: Partial<Pick<LeftOut, "asked" | "fault">> = {},
): LeftOut => ({ ...hold, why, asked, fault });

/** What a request asks of a group's accounts: of a freeze the sum of what all ticked orders hold on each. */
export const asksOf = (kindCode: OrderKind, targets: readonly Target[]): DraftInput["targets"] =>
  targets.map(({ row: { targetId }, amount, overGround }) =>
    kindCode === "ACCOUNT_FREEZE"
      ? { targetId, disputedAmount: amount.toString(), ...(overGround ? { overGround } : {}) }
      : { targetId },
  );

/** The holds on accounts of which a freeze would ask more than the trail brought there, with no ground: judged as the draft judges it. */
function holdsBeyond(planned: readonly PlannedHold[], reached: ReadonlyMap<string, Reached>): Set<string> {
  const targets = groupsOf("ACCOUNT_FREEZE", planned).flatMap((group) => group.targets);
  const isBeyond = (target: Target): boolean => {
    const brought = reached.get(target.row.caseId)?.brought(target.row) ?? 0n;
    const asked = asksOf("ACCOUNT_FREEZE", [target]);
    return Object.keys(beyondTrail(asked, new Map([[target.row.targetId, brought]]))).length > 0;
  };
  return new Set(targets.filter(isBeyond).flatMap(({ holdIds }) => holdIds));
}

function whyNot(
  actor: Actor,
  kindCode: OrderKind,
  row: Row,
  law: KindInForce | undefined,
): LeftOutReason | null {
  const isFreeze = kindCode === "ACCOUNT_FREEZE";
  if (!mayDraft(actor, row)) return "notAllowed";
  if (row.releasedAt) return "ended";
  if (isFreeze && kindOf(row.parentKind).hold === "freeze") return "frozen";
  if (row.asked) return "asked";
  if (!isFreeze && !row.untilAt) return "noEnd";
  if (!kindOf(kindCode).targets.includes(row.targetKind)) return "wallet";
  if (!law) return "notInForce";
  if (!isStageReached(law.stage, row.caseStatus)) return "notInitiated";
  if (row.isClosed) return "closed";
  return null;
}

const mayDraft = (actor: Actor, { unitId, caseStatus, sealedTo, memberIds }: Row): boolean =>
  canOnCase(actor, "case.draftRequest", { unitId, status: caseStatus, sealedTo, memberIds });

/** An account that two orders hold is one target of one freeze. */
function groupsOf(kindCode: OrderKind, planned: readonly PlannedHold[]): PlannedGroup[] {
  const groups = new Map<string, PlannedGroup>();
  for (const { hold, row } of planned) {
    const isFreeze = kindCode === "ACCOUNT_FREEZE";
    const id = isFreeze ? `${row.caseId}:${row.holderOrgId}` : row.requestId;
    const group = groups.get(id) ?? {
      id,
      holder: row.holder,
      caseCode: row.caseCode,
      parentCode: isFreeze ? null : row.requestCode,
      holds: [],
      amount: "0",
      row,
      targets: [],
    };
    const target = group.targets.find((one) => one.row.targetId === row.targetId);
    const amount = BigInt(row.amount);
    if (target) {
      target.holdIds.push(hold.id);
      target.amount += amount;
      target.overGround ??= row.overGround;
    } else group.targets.push({ row, holdIds: [hold.id], amount, overGround: row.overGround });
    group.holds.push(hold);
    group.amount = (BigInt(group.amount) + amount).toString();
    groups.set(id, group);
  }
  return [...groups.values()].sort((a, b) => a.holder.localeCompare(b.holder, "vi"));
}

async function rowsOf(tx: Tx, actor: Actor, kindCode: OrderKind, ids: readonly string[]): Promise<Row[]> {
  const { rows } = await statement<Row>(
    tx,
    `select h.id, h.request_id as "requestId", r.code as "requestCode", r.kind_code as "parentKind", h.case_id as "caseId", c.code as "caseCode",
        c.status as "caseStatus", c.unit_id as "unitId", c.sealed_to as "sealedTo", h.holder_org_id as "holderOrgId", o.short_name as holder,
        (o.valid_to is not null and o.valid_to <= ${todaySql}) as "isClosed", u.specialised_cyber as "isCyber", i.display as account, g.value,
        i.holder_name as "accountName", i.target_id as "targetId", i.kind as "targetKind", g.institution_id as "institutionId",
        (h.amount - h.returned_amount)::text as amount, h.over_ground as "overGround", h.from_at as "fromAt", h.until_at as "untilAt",
        h.released_at as "releasedAt",
        array(select m.membership_id from case_member m where m.case_id = h.case_id and m.removed_at is null) as "memberIds",
        (select json_build_object('id', n.id, 'code', n.code, 'status', n.status) from request n
          where n.kind_code = $4 and ${sameAsked[kindCode]} and ${notAnswered} order by n.created_at desc limit 1) as asked
      from hold h join request r on r.id = h.request_id join fraud_case c on c.id = h.case_id join organisation o on o.id = h.holder_org_id
        join organisation u on u.id = r.requester_org_id join request_item i on i.id = h.item_id
        join target g on g.id = i.target_id
      where ${ofUnit} and h.id = any($3::uuid[])
      order by coalesce(h.until_at, 'infinity'::timestamptz), h.id`,
    [actor.orgIds, actor.membershipId, ids, kindCode],
  );
  return rows;
}
