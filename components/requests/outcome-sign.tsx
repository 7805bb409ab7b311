import { CircleCheck, CircleMinus } from "lucide-react";

/** Answers with which nothing was reached: they are no less answers, and no success. */
const nothing = new Set<string | null>([
  "NO_BALANCE",
  "NOT_FOUND",
  "ACCOUNT_CLOSED",
  "NAME_MISMATCH",
  "NOT_OURS",
  "REFUSED",
]);

/** The sign of an answered target. */
export function OutcomeSign({ outcome, tone }: { outcome: string | null; tone?: "green" }) {
  const isNothing = nothing.has(outcome);
  const Icon = isNothing ? CircleMinus : CircleCheck;
  return <Icon className={tone && !isNothing ? "i c-green" : "i"} aria-hidden />;
}
