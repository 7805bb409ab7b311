import type { ProposedRow, SourceHoldRow, SourceVictimRow } from "@/lib/restitution/types";

export type ShareField = {
  holdId: string;
  victimId: string;
  proposed: string;
  traced: string;
  amount: string;
  ground: string;
};

/** One line for each hold that can give and each victim who misses something, with what is proposed; 0 where nothing is. */
export function shareFields(
  holds: readonly SourceHoldRow[],
  victims: readonly SourceVictimRow[],
  proposed: readonly ProposedRow[],
  kept: readonly { holdId: string; victimId: string; amount: string; ground: string | null }[],
): ShareField[] {
  return holds
    .filter(({ isPayable, available }) => isPayable && available !== "0")
    .flatMap(({ id: holdId }) =>
      victims
        .filter(({ missed }) => missed !== "0")
        .map(({ id: victimId }) => {
          const same = (row: { holdId: string; victimId: string }) =>
            row.holdId === holdId && row.victimId === victimId;
          const wanted = proposed.find(same);
          const written = kept.find(same);
          return {
            holdId,
            victimId,
            proposed: wanted?.amount ?? "0",
            traced: wanted?.traced ?? "0",
            amount: written?.amount ?? wanted?.amount ?? "0",
            ground: written?.ground ?? "",
          };
        }),
    );
}
