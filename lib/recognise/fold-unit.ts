import { foldVietnamese } from "@/lib/targets/normalise-text";

const folded = new Map<string, string>();

/** One unit for one unit, small and without its accent; what folds into several ("…") stays as it is. */
export function foldUnit(unit: string): string {
  if (unit < "\u0080") return unit.toLowerCase();
  if (unit >= "\u2e80") return unit;
  let fold = folded.get(unit);
  if (fold === undefined) {
    fold = foldVietnamese(unit);
    if (fold.length !== 1) fold = unit;
    folded.set(unit, fold); // at most the few thousand letters below U+2E80
  }
  return fold;
}
