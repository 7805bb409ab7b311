import type { KindCode } from "@/lib/requests/kinds";
import { isOthersHost } from "./keepers";
import type { Taken } from "./plan";

/** One thing to ask about a target: the first of `codes` that the receiver may be asked. */
export type Wish = {
  codes: readonly KindCode[];
  /** What a fraud's type may name so that this is proposed; the codes themselves always count. */
  like: readonly string[];
  /** Asked beside the first wish only where the fraud's type suggests it. */
  isExtra: boolean;
};

const first = (codes: KindCode | readonly KindCode[], like: readonly string[] = []): Wish => ({
  codes: typeof codes === "string" ? [codes] : codes,
  like,
  isExtra: false,
});
const extra = (code: KindCode): Wish => ({ codes: [code], like: [], isExtra: true });

/**
 * What to ask about a target (domain §4): first to hold what was paid there or to stop what still deceives, else who stands behind
 * it. `CONTENT_TAKEDOWN` of a fraud's type means for a site of the swindlers' own its domain, for which only the registrar can do it.
 */
export function wishesOf({ kind, value, paid }: Pick<Taken, "kind" | "value" | "paid">): readonly Wish[] {
  switch (kind) {
    case "bank_account":
      return [first(paid > 0n ? "ACCOUNT_SUSPEND" : "ACCOUNT_INFO")];
    case "e_wallet":
      return [first(paid > 0n ? "EWALLET_SUSPEND" : "EWALLET_INFO")];
    case "phone_number":
      // A number from abroad has no subscriber here: its calls can be stopped, its holder cannot be told.
      return value.startsWith("+")
        ? [first("CALL_BLOCK", ["SUBSCRIBER_INFO", "SIM_BLOCK"])]
        : [first("SUBSCRIBER_INFO"), extra("SIM_BLOCK")];
    case "social_account":
      return [first("PLATFORM_USER_INFO"), extra("CONTENT_TAKEDOWN")];
    case "app":
      return [first("CONTENT_TAKEDOWN")];
    case "url":
      return [first(["CONTENT_TAKEDOWN", "ACCESS_BLOCK"], ["CONTENT_TAKEDOWN", "DOMAIN_SUSPEND"])];
    case "domain":
      return isOthersHost(value)
        ? []
        : [first("DOMAIN_SUSPEND", ["CONTENT_TAKEDOWN"]), extra("DOMAIN_OWNER")];
    case "ip_address":
      return [first("IP_INFO")];
    default:
      return [];
  }
}
