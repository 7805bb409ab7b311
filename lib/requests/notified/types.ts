import type { RequestStatus } from "@/lib/generated/prisma/enums";

/** An order that this procuracy was notified of. Money VND as digits, instants ISO in UTC. */
export type NotifiedRow = {
  id: string;
  code: string;
  kindCode: string;
  status: RequestStatus;
  documentNumber: string;
  sentAt: string;
  unit: string;
  addressee: string;
  targetLabel: string;
  targetName: string | null;
  itemCount: number;
  disputedAmount: string;
  heldAmount: string;
};
