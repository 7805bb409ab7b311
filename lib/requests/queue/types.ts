import type { RequestStatus, Urgency } from "@/lib/generated/prisma/enums";
import type { KeysetPage } from "@/lib/keyset";
import type { Packed } from "@/lib/packed";
import type { ClockReading } from "@/lib/requests/rules";
import type { QueueTab } from "./tabs";

/** Somebody at the desk, as a colleague sees him: `mine` is oneself. */
export type DeskPerson = { name: string; mine: boolean };

/** One line of a responder's queue. Instants ISO in UTC, money VND as digits. */
export type QueueRow = {
  id: string;
  code: string;
  version: number;
  kindCode: string;
  urgency: Urgency;
  status: RequestStatus;
  unit: string;
  clock: ClockReading;
  /** It waits for the police, with a clock that rests or without one. */
  pausedAt: string | null;
  answeredAt: string | null;
  targetLabel: string;
  targetName: string | null;
  itemCount: number;
  answeredCount: number;
  /** Null where the kind asks for none, or holds none. */
  disputedAmount: string | null;
  heldAmount: string | null;
  assignee: DeskPerson | null;
  answering: DeskPerson | null;
  unopened: boolean;
  /** Messages of others that the reader has not seen yet. */
  unread: number;
  /** Somebody doubts that it is real, or its content was last found changed (`held`); or it was found forged. */
  doubt: { state: "held" | "forged" } | null;
};
/** What opens after the request that is open: enough to name it. */
export type NextRequest = Pick<QueueRow, "id" | "kindCode" | "unit">;
export type QueuePage = KeysetPage<QueueRow>;
/** How many wait in each tab, counted to 100 and no further. */
export type QueueCounts = Record<QueueTab, number>;
/** What moves in an open queue; `previous` and `next` are addresses. */
export type QueueReading = {
  rows: Packed<QueueRow>;
  counts: QueueCounts;
  previous: string | null;
  next: string | null;
};
export type QueueUnit = { id: string; name: string };
/** The own organisation's figures: minutes from sent to answered, over the answers of the last 30 days of Viet Nam, today among them. */
export type DeskFigures = { open: number; overdue: number; medianMinutes: number | null; answers: number };
