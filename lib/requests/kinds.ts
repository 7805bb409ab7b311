import { Problem } from "@/lib/errors";
import type { OrganisationKind, Outcome } from "@/lib/generated/prisma/enums";
import type { Field } from "./kinds/field";
import type { Details, Kind } from "./kinds/kind";
import {
  accountInfo,
  evidenceFootage,
  ewalletInfo,
  transactionTrace,
  victimAccountProtection,
} from "./kinds/accounts";
import { assistance, dataPreservation, identityReconciliation } from "./kinds/coordination";
import { accountFreeze, accountSuspend, accountUnfreeze, ewalletSuspend, holdExtension } from "./kinds/holds";
import { accessBlock, contentTakedown, domainOwner, domainSuspend, platformUserInfo } from "./kinds/internet";
import { callBlock, callRecords, ipInfo, simBlock, subscriberInfo, warningMessage } from "./kinds/telecom";

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

/**
 * The kinds that can be sent. Adding one is its definition here with the words of its fields (`answers.fields`, `answers.options`);
 * form, summary, Excel and letter are made from its columns, and nothing else asks for a list.
 */
export const kinds = {
  ACCOUNT_SUSPEND: accountSuspend,
  EWALLET_SUSPEND: ewalletSuspend,
  ACCOUNT_FREEZE: accountFreeze,
  ACCOUNT_UNFREEZE: accountUnfreeze,
  HOLD_EXTENSION: holdExtension,
  TRANSACTION_TRACE: transactionTrace,
  ACCOUNT_INFO: accountInfo,
  EWALLET_INFO: ewalletInfo,
  EVIDENCE_FOOTAGE: evidenceFootage,
  VICTIM_ACCOUNT_PROTECTION: victimAccountProtection,
  SUBSCRIBER_INFO: subscriberInfo,
  CALL_RECORDS: callRecords,
  IP_INFO: ipInfo,
  SIM_BLOCK: simBlock,
  CALL_BLOCK: callBlock,
  DOMAIN_OWNER: domainOwner,
  DOMAIN_SUSPEND: domainSuspend,
  ACCESS_BLOCK: accessBlock,
  PLATFORM_USER_INFO: platformUserInfo,
  CONTENT_TAKEDOWN: contentTakedown,
  WARNING_MESSAGE: warningMessage,
  DATA_PRESERVATION: dataPreservation,
  IDENTITY_RECONCILIATION: identityReconciliation,
  ASSISTANCE: assistance,
} as const satisfies Record<KindCode, Kind>;
export type OfferedKind = keyof typeof kinds;
export const offeredKinds = Object.keys(kinds) as [OfferedKind, ...OfferedKind[]];

/** The kinds that an institution of this sort can be asked: a bank has no subscribers, a telecom no accounts. */
export const kindsAskedOf = (asked: OrganisationKind): OfferedKind[] =>
  offeredKinds.filter((code) => kindOf(code).addressees.includes(asked));

/** Whether a kind is about an amount, and whether an answer to it holds one; neither for a code that is none. */
export function moneyOf(code: string): { asked: boolean; held: boolean } {
  const kind: Kind | null = Object.hasOwn(kinds, code) ? kindOf(code) : null;
  return { asked: kind?.asksAmount ?? false, held: (kind?.hold ?? null) !== null };
}

/** Do answers to this kind say where money is? No for a code that is none. */
export const tellsOfMoney = (code: string): boolean =>
  Object.hasOwn(kinds, code) && kindOf(code).tellsOfMoney;

/** The definition behind a code. @throws Problem "invalid" for a kind that cannot be sent. */
export function kindOf(code: string): Kind {
  const kind = (kinds as Partial<Record<string, Kind>>)[code];
  if (!kind || !Object.hasOwn(kinds, code))
    throw new Problem("invalid", { fields: { kindCode: "kind.notOffered" } });
  return kind;
}

/** Does an order of this kind hold money, or let held money go? */
export const movesMoney = ({ hold, needsParent }: Kind): boolean => hold !== null || needsParent.length > 0;

/** The fields of an answer of this kind and outcome, in reading order; none for what is no kind or no outcome of it. */
export const columnsOf = (code: string, outcome: string | null): readonly Field[] =>
  (Object.hasOwn(kinds, code) && outcome !== null && kindOf(code).columns[outcome as Outcome]) || [];

/** What a request of this kind asks beside its targets. */
export const detailsOf = (code: string): Details =>
  Object.hasOwn(kinds, code) ? kindOf(code).details : { request: [], target: [] };
