import type { HistoryLine } from "@/lib/audit/types";
import type { ReceivedRequest } from "./types";

/** What brings words to a desk: the unit sends answers back, insists, withdraws; a supervisor finds the order forged. */
const brings: readonly string[] = [
  "request.sent_back",
  "request.refusal_disputed",
  "request.withdrawn",
  "request.found_forged",
];

/** The words beside an order with who said them and when; nothing when the record knows no such words. `history` is newest first. */
export function statedOf(
  reason: string | null,
  history: readonly Pick<HistoryLine, "type" | "reason" | "actor" | "organisation" | "at">[],
): ReceivedRequest["stated"] {
  if (!reason) return null;
  const line = history.find(({ type }) => brings.includes(type));
  if (line?.reason !== reason) return null;
  return { reason, who: [line.actor, line.organisation].filter(Boolean).join(", "), at: line.at };
}
