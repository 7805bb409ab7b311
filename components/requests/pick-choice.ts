import { foldVietnamese } from "@/lib/targets/normalise-text";
import type { AddresseeOption, TargetOption } from "@/lib/requests/drafting/types";

/** A request names at most so many targets (the same limit stands in lib/requests/schema.ts, tested together). */
export const mostTargets = 500;
/** From so many fitting targets on they can be filtered and chosen together. */
export const manyTargets = 30;
/** Lines that are written at once; what is folded keeps its values. */
export const linesAtOnce = 50;

const bare = (text: string) => foldVietnamese(text).replace(/[\s.-]/g, "");

/** Whether a target is meant by what was typed into the filter: part of its number, or of its holder's or its keeper's name. */
export function isMeant(
  target: Pick<TargetOption, "display" | "holderName" | "institutionId">,
  typed: string,
  addressees: readonly AddresseeOption[],
): boolean {
  const wanted = bare(typed);
  if (wanted === "") return true;
  const keeper = addressees.find(({ id }) => id === target.institutionId)?.name;
  return [target.display, target.holderName ?? "", keeper ?? ""].some((text) => bare(text).includes(wanted));
}

/** The first of a list that one request can take; what is held already is asked for again by hand alone. */
export function firstToChoose(targets: readonly Pick<TargetOption, "id" | "activeHold">[]): Set<string> {
  return new Set(
    targets
      .filter(({ activeHold }) => activeHold === null)
      .slice(0, mostTargets)
      .map(({ id }) => id),
  );
}
