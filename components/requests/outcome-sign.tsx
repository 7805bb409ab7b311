import { Ban } from "@/components/icons/ban";
import { CircleCheck } from "@/components/icons/circle-check";
import { CircleMinus } from "@/components/icons/circle-minus";
import { SearchX } from "@/components/icons/search-x";
import { Waypoints } from "@/components/icons/waypoints";

/** Answers with which nothing was reached: they are no less answers, and no success. */
const nothing = new Set<string | null>([
  "NO_BALANCE",
  "NOT_FOUND",
  "ACCOUNT_CLOSED",
  "NAME_MISMATCH",
  "NOT_OURS",
  "UNREGISTERED",
  "REFUSED",
]);

/** The sign of an answered target. */
export function OutcomeSign({ outcome, tone }: { outcome: string | null; tone?: "green" }) {
  const isNothing = nothing.has(outcome);
  const Icon = isNothing ? CircleMinus : CircleCheck;
  return <Icon className={tone && !isNothing ? "i c-green" : "i"} aria-hidden />;
}

const icons: Partial<Record<string, typeof Ban>> = { REFUSED: Ban, NOT_FOUND: SearchX, NOT_OURS: Waypoints };

/** The sign of an outcome that is being chosen. */
export function OutcomeIcon({ outcome }: { outcome: string }) {
  const Icon = icons[outcome] ?? (nothing.has(outcome) ? CircleMinus : CircleCheck);
  return <Icon className="i i-14" aria-hidden />;
}
