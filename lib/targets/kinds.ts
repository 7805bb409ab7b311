import { app } from "./kinds/app";
import { bankAccount } from "./kinds/bank-account";
import { cryptoWallet } from "./kinds/crypto-wallet";
import { domain } from "./kinds/domain";
import { eWallet } from "./kinds/e-wallet";
import { imei } from "./kinds/imei";
import { ipAddress } from "./kinds/ip-address";
import { personId } from "./kinds/person-id";
import { phoneNumber } from "./kinds/phone-number";
import { sim } from "./kinds/sim";
import { socialAccount } from "./kinds/social-account";
import { url } from "./kinds/url";
import type { Normalised, TargetDefinition, TargetKind } from "./target-kind";

/** Every kind of target and its one normaliser; a new kind does not compile until it is here. */
export const targetDefinitions: Record<TargetKind, TargetDefinition> = {
  bank_account: bankAccount,
  e_wallet: eWallet,
  phone_number: phoneNumber,
  sim,
  imei,
  domain,
  url,
  social_account: socialAccount,
  app,
  ip_address: ipAddress,
  crypto_wallet: cryptoWallet,
  person_id: personId,
};

export function isTargetKind(kind: unknown): kind is TargetKind {
  return typeof kind === "string" && Object.hasOwn(targetDefinitions, kind);
}

/** The canonical value of what was typed, or the code of what is wrong with it. */
export function normaliseTarget(kind: TargetKind, raw: string): Normalised {
  return targetDefinitions[kind].normalise(raw);
}

export function maskTarget(kind: TargetKind, value: string): string {
  return targetDefinitions[kind].mask(value);
}

/** The groups a person reads; screens set them apart by space and copy them without. */
export function groupTarget(kind: TargetKind, value: string): readonly string[] {
  return targetDefinitions[kind].group(value);
}
