import type { Outside } from "@/lib/money/trail/elsewhere";
import type { OfferedKind } from "@/lib/requests/kinds";

/** The requests that a trail's next accounts ask for, before they are made. Amounts VND as digits. */
export type NextRequest = {
  /** Whom it goes to and whether it holds accounts or wallets: the same through every reading. */
  id: string;
  kindCode: OfferedKind;
  addresseeId: string;
  addressee: string;
  accounts: { value: string; display: string; holderName: string | null; waiting: string }[];
  waiting: string;
};
export type NextLayer = {
  requests: NextRequest[];
  /** Accounts of which nobody knows who keeps them: they cannot be asked about. */
  unknown: number;
  /** What went where the portal asks nobody: it is named with what can still be done, and never left out. */
  outside: (Outside & { waiting: string })[];
};
