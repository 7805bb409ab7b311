/** What a request is about. Codes are stored; their labels are `targets.kinds.<code>`. */
export const targetKinds = [
  "bank_account",
  "e_wallet",
  "phone_number",
  "sim",
  "imei",
  "domain",
  "url",
  "social_account",
  "app",
  "ip_address",
  "crypto_wallet",
  "person_id",
] as const;
export type TargetKind = (typeof targetKinds)[number];

/** Why a typed value is not a target of its kind; words are `targets.errors.<code>`. */
export const targetErrors = [
  "empty",
  "tooLong",
  "account",
  "accountLength",
  "wallet",
  "phone",
  "phoneOld",
  "sim",
  "imei",
  "imeiCheck",
  "domain",
  "domainIsIp",
  "url",
  "urlScheme",
  "social",
  "socialPlatform",
  "app",
  "ip",
  "ipPort",
  "ipPrivate",
  "crypto",
  "personLength",
  "personProvince",
  "personCentury",
] as const;
export type TargetError = (typeof targetErrors)[number];

export type Normalised =
  | { readonly ok: true; readonly value: string; readonly display: string }
  | { readonly ok: false; readonly code: TargetError };

export interface TargetDefinition {
  readonly kind: TargetKind;
  /** Canonical value (unique within the kind) and its form for people. Never throws. */
  normalise(raw: string): Normalised;
  /** A canonical value with enough hidden for notices and lists seen by those who need not know it. */
  mask(value: string): string;
  /** A canonical value in the groups people read; joined without blanks it is the value again. */
  group(value: string): readonly string[];
}

/** Wraps a kind's own reading with what is the same for all: nothing typed, or far too much. */
export function defineTarget(
  kind: TargetKind,
  longest: number,
  parts: {
    read(text: string): string | { readonly code: TargetError };
    mask(value: string): string;
    group(value: string): readonly string[];
  },
): TargetDefinition {
  return {
    kind,
    mask: parts.mask,
    group: parts.group,
    normalise(raw) {
      if (typeof raw !== "string" || raw.trim() === "") return { ok: false, code: "empty" };
      if (raw.length > longest) return { ok: false, code: "tooLong" };
      const value = parts.read(raw);
      if (typeof value !== "string") return { ok: false, code: value.code };
      return { ok: true, value, display: parts.group(value).join(" ") };
    },
  };
}
