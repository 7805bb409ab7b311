import type { TargetKind } from "@/lib/targets/target-kind";
import type { KindCode } from "@/lib/requests/kinds";
import type { KindOption } from "@/lib/requests/drafting/types";
import type { Receiver } from "./types";

/** A target that the officer has taken. `paid` is what the statement's payments brought to it, VND. */
export type Taken = { row: string; kind: TargetKind; receiverId: string | null; paid: bigint };
export type PlannedRequest = {
  /** Kind and receiver: the same through every change of the statement. */
  id: string;
  kindCode: KindCode;
  receiverId: string;
  targets: { row: string; disputedAmount: bigint | null }[];
  /** Whether it is ticked before the officer touches it. */
  proposed: boolean;
};
export type Plan = {
  requests: PlannedRequest[];
  /** Rows that wait for a bank, an operator, a platform before anybody can be asked. */
  withoutReceiver: string[];
};

/** One request carries as many targets as domain §4 allows. */
const mostTargets = 500;

/** What to ask about a target: first to hold what was paid there, else who stands behind it. */
function wishesOf({ kind, paid }: Taken): readonly KindCode[] {
  switch (kind) {
    case "bank_account":
      return paid > 0n ? ["ACCOUNT_SUSPEND"] : ["ACCOUNT_INFO"];
    case "e_wallet":
      return paid > 0n ? ["EWALLET_SUSPEND"] : ["EWALLET_INFO"];
    case "phone_number":
      return ["SUBSCRIBER_INFO"];
    case "social_account":
      return ["PLATFORM_USER_INFO"];
    default:
      return [];
  }
}

/**
 * Groups what was taken into requests: one per kind and receiver, as each receiver sees its own part alone (domain §1).
 * Money that is still moving is always proposed; the rest when the fraud's type suggests it or nothing is known of the type.
 */
export function planRequests(
  taken: readonly Taken[],
  {
    kinds,
    receivers,
    suggested,
  }: { kinds: readonly KindOption[]; receivers: readonly Receiver[]; suggested: readonly string[] },
): Plan {
  const byId = new Map(receivers.map((receiver) => [receiver.id, receiver]));
  const planned = new Map<string, PlannedRequest>();
  const withoutReceiver: string[] = [];
  for (const target of taken) {
    const wishes = wishesOf(target);
    if (wishes.length === 0) continue;
    const receiver = target.receiverId === null ? undefined : byId.get(target.receiverId);
    if (!receiver) {
      withoutReceiver.push(target.row);
      continue;
    }
    const option = wishes
      .map((code) => kinds.find((kind) => kind.code === code))
      .find(
        (kind) =>
          kind !== undefined &&
          kind.fits &&
          kind.needsParent.length === 0 &&
          kind.targets.includes(target.kind) &&
          kind.addressees.includes(receiver.kind),
      );
    if (!option) continue;
    const part = partOf(planned, option, receiver.id, suggested);
    part.targets.push({ row: target.row, disputedAmount: option.asksAmount ? target.paid : null });
  }
  return { requests: [...planned.values()].sort(byMoney), withoutReceiver };
}

function partOf(
  planned: Map<string, PlannedRequest>,
  option: KindOption,
  receiverId: string,
  suggested: readonly string[],
): PlannedRequest {
  for (let number = 1; ; number += 1) {
    const id = `${option.code}:${receiverId}${number === 1 ? "" : `:${number}`}`;
    const part = planned.get(id);
    if (part && part.targets.length >= mostTargets) continue;
    const kept = part ?? {
      id,
      kindCode: option.code,
      receiverId,
      targets: [],
      proposed: option.asksAmount || suggested.length === 0 || suggested.includes(option.code),
    };
    planned.set(id, kept);
    return kept;
  }
}

/** Sum of what a planned request asks to hold, VND; null for one that is not about money. */
export const amountOf = ({ targets }: PlannedRequest): bigint | null =>
  targets.every(({ disputedAmount }) => disputedAmount === null)
    ? null
    : targets.reduce((sum, { disputedAmount }) => sum + (disputedAmount ?? 0n), 0n);

/** Most money first: it is gone first. */
const byMoney = (a: PlannedRequest, b: PlannedRequest): number => {
  const difference = (amountOf(b) ?? -1n) - (amountOf(a) ?? -1n);
  return difference > 0n ? 1 : difference < 0n ? -1 : 0;
};

const golden = 24 * 3_600_000;
/** Money that left within a day may still be reached: an emergency. Later it is urgent; without money it is ordinary. */
export function urgencyOf(
  isAboutMoney: boolean,
  lastPaidAt: string | null,
  now: Date,
): "normal" | "urgent" | "emergency" {
  if (!isAboutMoney) return "normal";
  return lastPaidAt !== null && now.getTime() - Date.parse(lastPaidAt) < golden ? "emergency" : "urgent";
}
