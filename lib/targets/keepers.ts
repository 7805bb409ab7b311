import type { OrganisationKind } from "@/lib/generated/prisma/enums";
import type { TargetKind } from "./target-kind";

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
