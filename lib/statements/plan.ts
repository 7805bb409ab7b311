import type { TargetKind } from "@/lib/targets/target-kind";
import type { KindCode } from "@/lib/requests/kinds";
import { mayBeAsked } from "@/lib/requests/kinds/addressee";
import type { KindOption } from "@/lib/requests/drafting/types";
import { needsKeeper } from "./keepers";
import type { Receiver } from "./types";
import { wishesOf } from "./wishes";

/** A target that the officer has taken. `paid` is what the statement's payments brought to it, VND. */
export type Taken = { row: string; kind: TargetKind; value: string; receiverId: string | null; paid: bigint };
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
      if (needsKeeper(target.kind)) withoutReceiver.push(target.row);
      continue;
    }
    for (const { codes, like, isExtra } of wishes) {
      const option = codes
        .map((code) => kinds.find((kind) => kind.code === code))
        .find((kind) => kind !== undefined && isPossible(kind, target, receiver));
      if (!option) continue;
      const isSuggested = [option.code, ...like].some((code) => suggested.includes(code));
      if (isExtra && !isSuggested) continue;
      const part = partOf(planned, option, receiver.id, isSuggested || suggested.length === 0);
      part.targets.push({ row: target.row, disputedAmount: option.asksAmount ? target.paid : null });
    }
  }
  return { requests: [...planned.values()].sort(byMoney), withoutReceiver };
}

const isPossible = (kind: KindOption, target: Taken, receiver: Receiver): boolean =>
  kind.fits &&
  kind.needsParent.length === 0 &&
  kind.targets.includes(target.kind) &&
  mayBeAsked(kind, kind.addresseeWords, receiver);

function partOf(
  planned: Map<string, PlannedRequest>,
  option: KindOption,
  receiverId: string,
  isWanted: boolean,
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
      proposed: option.asksAmount || isWanted,
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
