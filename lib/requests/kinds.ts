import { Problem } from "@/lib/errors";
import type { Kind } from "./kinds/kind";
import { accountFreeze, accountSuspend, accountUnfreeze, ewalletSuspend } from "./kinds/holds";
import { subscriberInfo } from "./kinds/subscriber";

/** Every request kind of the portal: the 17 of the legal register and seven that carry no legal default of their own. */
export const kindCodes = [
  "ACCOUNT_SUSPEND",
  "EWALLET_SUSPEND",
  "ACCOUNT_FREEZE",
  "ACCOUNT_UNFREEZE",
  "HOLD_EXTENSION",
  "TRANSACTION_TRACE",
  "ACCOUNT_INFO",
  "EWALLET_INFO",
  "EVIDENCE_FOOTAGE",
  "VICTIM_ACCOUNT_PROTECTION",
  "SUBSCRIBER_INFO",
  "CALL_RECORDS",
  "IP_INFO",
  "SIM_BLOCK",
  "CALL_BLOCK",
  "WARNING_MESSAGE",
  "DOMAIN_OWNER",
  "DOMAIN_SUSPEND",
  "ACCESS_BLOCK",
  "PLATFORM_USER_INFO",
  "CONTENT_TAKEDOWN",
  "DATA_PRESERVATION",
  "IDENTITY_RECONCILIATION",
  "ASSISTANCE",
] as const;
export type KindCode = (typeof kindCodes)[number];

/** The kinds that can be sent today. Adding one is one definition here and its answer form; nothing else asks for a list. */
export const kinds = {
  ACCOUNT_SUSPEND: accountSuspend,
  EWALLET_SUSPEND: ewalletSuspend,
  ACCOUNT_FREEZE: accountFreeze,
  ACCOUNT_UNFREEZE: accountUnfreeze,
  SUBSCRIBER_INFO: subscriberInfo,
} as const satisfies Partial<Record<KindCode, Kind>>;
export type OfferedKind = keyof typeof kinds;
export const offeredKinds = Object.keys(kinds) as [OfferedKind, ...OfferedKind[]];

/** Whether a kind is about an amount, and whether an answer to it holds one; neither for a code that is none. */
export function moneyOf(code: string): { asked: boolean; held: boolean } {
  const kind: Kind | null = Object.hasOwn(kinds, code) ? kindOf(code) : null;
  return { asked: kind?.asksAmount ?? false, held: (kind?.hold ?? null) !== null };
}

/** The definition behind a code. @throws Problem "invalid" for a kind that cannot be sent. */
export function kindOf(code: string): Kind {
  const kind = (kinds as Partial<Record<string, Kind>>)[code];
  if (!kind || !Object.hasOwn(kinds, code))
    throw new Problem("invalid", { fields: { kindCode: "kind.notOffered" } });
  return kind;
}

/** Does an order of this kind hold money, or let held money go? */
export const movesMoney = ({ hold, needsParent }: Kind): boolean => hold !== null || needsParent.length > 0;
