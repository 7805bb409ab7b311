import type { RequestStatus } from "@/lib/generated/prisma/enums";

/** An order that this procuracy was notified of. Money VND as digits, instants ISO in UTC. */
export type NotifiedRow = {
  id: string;
  code: string;
  kindCode: string;
  status: RequestStatus;
  documentNumber: string;
  sentAt: string;
  /** When this procuracy was told: before the addressee was. */
  notifiedAt: string;
  /** An objection waits for its reply (`open`), or was replied to. */
  objection: "open" | "replied" | null;
  unit: string;
  addressee: string;
  targetLabel: string;
  targetName: string | null;
  itemCount: number;
  disputedAmount: string;
  heldAmount: string;
};

/** What a prosecutor objected, and the unit's reply. Instants ISO UTC. */
export type Objection = {
  id: string;
  text: string;
  raisedBy: string;
  raisedAt: string;
  reply: string | null;
  repliedBy: string | null;
  repliedAt: string | null;
};
