import type { SheetRow } from "@/lib/requests/sheets/types";
import type { Refusal } from "./use-parts";

/** What became of a row that was sent: it went out, the portal found fault with a field of it, or it refused its request. */
export type Fate =
  { is: "sent"; at: string } | { is: "wrong"; key: string; code: string } | { is: "refused"; code: string };
export type Fates = ReadonlyMap<string, Fate>;

/** Refusals that another press may find gone; whatever else was refused would be refused again. */
const passing = new Set([
  "unreachable",
  "unexpected",
  "unavailable",
  "too-many",
  "files-held",
  "signed-out",
  "second-factor",
]);
export const isPassing = ({ code }: Pick<Refusal<SheetRow>, "code">): boolean => passing.has(code);

/**
 * The fates of rows whose sending was refused: each is said once, at its row, and its row is not sent again. Where the portal found fault
 * with single rows of a part, only these are; the others had no part in it and can go out.
 */
export function refusedFates(refusals: readonly Refusal<SheetRow>[]): Map<string, Fate> {
  const fates = new Map<string, Fate>();
  for (const refusal of refusals.filter((each) => !isPassing(each))) {
    const faults = Object.entries(refusal.fields).flatMap(([path, code]) => {
      const [, index, , key] = path.split(".");
      const row = path.startsWith("answers.") ? refusal.part.rows[Number(index)] : undefined;
      return row?.itemId ? [{ itemId: row.itemId, key: key ?? "outcome", code }] : [];
    });
    for (const { itemId, key, code } of faults) fates.set(itemId, { is: "wrong", key, code });
    if (faults.length === 0)
      for (const { itemId } of refusal.part.rows)
        if (itemId) fates.set(itemId, { is: "refused", code: refusal.code });
  }
  return fates;
}

/** The rows of a reading with what became of them since; a reading that already knows better is believed. `labelOf` names a field. */
export function withFates(
  rows: readonly SheetRow[],
  fates: Fates,
  labelOf: (key: string) => string,
): SheetRow[] {
  return rows.map((row) => {
    const fate = row.itemId === null || row.state !== "ready" ? undefined : fates.get(row.itemId);
    switch (fate?.is) {
      case undefined:
        return row;
      case "sent":
        return { ...row, state: "same", answeredAt: fate.at };
      case "wrong":
        return {
          ...row,
          state: "wrong",
          errors: [{ sheet: row.sheet, row: row.row, column: labelOf(fate.key), code: fate.code }],
        };
      case "refused":
        return { ...row, state: "gone" };
    }
  });
}
