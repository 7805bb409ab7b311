import type { DraftInput } from "@/lib/requests/schema";

/**
 * More than the trail brought to an account is disputed only with a ground, which its signer reads (domain §4). Gives the
 * field of each target that breaks this; `brought` tells by target what reached it, and knows every target of the list.
 */
export function beyondTrail(
  targets: DraftInput["targets"],
  brought: ReadonlyMap<string, bigint>,
): Record<string, string> {
  return Object.fromEntries(
    targets.flatMap(({ targetId, disputedAmount, overGround }, index) =>
      disputedAmount && !overGround && BigInt(disputedAmount) > (brought.get(targetId) ?? 0n)
        ? [[`targets.${index}.disputedAmount`, "money.beyondTrail"]]
        : [],
    ),
  );
}
