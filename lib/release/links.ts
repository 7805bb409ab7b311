import type { HoldLink } from "@/lib/money/trail/hold-links";

export type Finding = "no_link" | "surplus";

/** How sure the desk is asked to look: nothing of it is a victim's, or more is held than is theirs. Null: all of it is linked. */
export const findingOf = ({ amount, linked }: Pick<HoldLink, "amount" | "linked">): Finding | null =>
  linked === 0n ? "no_link" : linked < amount ? "surplus" : null;

/** Marks what was known when somebody looked: other facts ask again. No person is in it. */
export const factsOf = ({
  amount,
  linked,
  entered,
}: Pick<HoldLink, "amount" | "linked" | "entered">): string => `${amount}:${linked}:${entered}`;
