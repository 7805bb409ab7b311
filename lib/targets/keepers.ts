import type { OrganisationKind } from "@/lib/generated/prisma/enums";
import type { TargetKind } from "./target-kind";

/** Who of those that carry and register addresses keeps which: an address is its carrier's, a name its registrar's. */
const segments: Partial<Record<TargetKind, readonly string[]>> = {
  ip_address: ["isp"],
  url: ["isp", "hosting"],
  domain: ["registrar", "vnnic"],
};

/** Which organisations keep a target of a kind; those not named here are kept by nobody on the register. */
export const keepersOf: Partial<
  Record<
    TargetKind,
    readonly Extract<
      OrganisationKind,
      "bank" | "payment_intermediary" | "telecom" | "platform" | "isp_registrar"
    >[]
  >
> = {
  bank_account: ["bank"],
  e_wallet: ["payment_intermediary"],
  phone_number: ["telecom"],
  sim: ["telecom"],
  imei: ["telecom"],
  ip_address: ["telecom", "isp_registrar"],
  domain: ["isp_registrar"],
  url: ["platform", "isp_registrar"],
  social_account: ["platform"],
  app: ["platform"],
  crypto_wallet: ["platform"],
};

/**
 * Is this organisation one that keeps a target of this kind? A company that stands on the register as a carrier and as a registrar is
 * named once for each of them, so an address on the network offers the one and a name the other.
 */
export const keeps = (
  kind: TargetKind,
  organisation: { kind: OrganisationKind; segment?: string | null },
): boolean => {
  const words = segments[kind];
  return (
    (keepersOf[kind] as readonly OrganisationKind[] | undefined)?.includes(organisation.kind) === true &&
    (organisation.kind !== "isp_registrar" ||
      !words ||
      !organisation.segment ||
      words.includes(organisation.segment))
  );
};
