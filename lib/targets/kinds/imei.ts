import { compact, maskMiddle, passesLuhn } from "../identifier-text";
import { defineTarget } from "../target-kind";

/** Fifteen digits, the last a Luhn check (3GPP TS 23.003): shorter and longer forms are refused because a slip would name another device. */
export const imei = defineTarget("imei", 200, {
  read(raw) {
    const value = compact(raw).replace(/\//g, "");
    if (!/^\d{15}$/.test(value)) return { code: "imei" };
    return passesLuhn(value) ? value : { code: "imeiCheck" };
  },
  mask: (value) => maskMiddle(value, 8, 2),
  group: (value) => [value.slice(0, 2), value.slice(2, 8), value.slice(8, 14), value.slice(14)],
});
