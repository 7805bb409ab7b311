import type { RequestItemModel } from "@/lib/generated/prisma/models";
import { textIn } from "./told";
import type { RequestItem } from "./types";

const iso = (at: Date | null) => at?.toISOString() ?? null;
const vnd = (amount: bigint | null) => amount?.toString() ?? null;

/** A target with what was answered on it, as both sides read it; `people` are names by id. Amounts VND as digits, instants ISO UTC. */
export const itemTold = (item: RequestItemModel, people: ReadonlyMap<string, string>): RequestItem => ({
  id: item.id,
  position: item.position,
  kind: item.kind,
  value: item.value,
  display: item.display,
  holderName: item.holderName,
  disputedAmount: vnd(item.disputedAmount),
  overGround: item.overGround,
  note: textIn(item.details, "note"),
  details: item.details as Record<string, unknown> | null,
  outcome: item.outcome,
  answer: item.answer as Record<string, unknown> | null,
  heldAmount: vnd(item.heldAmount),
  heldUntil: iso(item.heldUntil),
  movedAmount: vnd(item.movedAmount),
  cashedOutAmount: vnd(item.cashedOutAmount),
  answeredAt: iso(item.answeredAt),
  answeredBy: item.answeredById ? (people.get(item.answeredById) ?? null) : null,
  sentBackReason: item.sentBackReason,
});
