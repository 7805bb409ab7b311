import { compact, inGroups, maskMiddle } from "../identifier-text";
import { defineTarget, type TargetError } from "../target-kind";

const mobile = /^0[35789]\d{8}$/;
const landline = /^02\d{9}$/;
const service = /^1[89]00\d{4,6}$/;
const foreign = /^\+[1-9]\d{6,14}$/;
/** Eleven-digit mobile numbers ended in 2018; most still written down today are old papers or slips. */
const oldMobile = /^01[2689]\d{8}$/;

/** Vietnamese numbers in national form (`0912345678`), foreign ones as `+<country><number>`, toll numbers as dialled. */
function read(raw: string): string | { code: TargetError } {
  const typed = compact(raw.replace(/^\s*tel:/i, "").replace(/\(\s*0\s*\)/g, "")).replace(/[()/]/g, "");
  if (!/^\+?\d+$/.test(typed)) return { code: "phone" };
  const dialled = typed.replace(/^00/, "+");
  const national = dialled.replace(/^\+84(?=\d)0?/, "0").replace(/^84(?=0?(?:[35789]\d{8}|2\d{9})$)0?/, "0");
  if (oldMobile.test(national)) return { code: "phoneOld" };
  if (mobile.test(national) || landline.test(national) || service.test(national)) return national;
  // A spreadsheet takes the leading zero away.
  if (/^[35789]\d{8}$/.test(national)) return `0${national}`;
  return foreign.test(national) ? national : { code: "phone" };
}

export function groupPhone(value: string): string[] {
  if (mobile.test(value)) return [value.slice(0, 4), value.slice(4, 7), value.slice(7)];
  if (landline.test(value)) return [value.slice(0, 4), value.slice(4, 7), value.slice(7)];
  return inGroups(value, 4);
}

export function maskPhone(value: string): string {
  return maskMiddle(value, 4, 3);
}

export const phoneNumber = defineTarget("phone_number", 200, { read, mask: maskPhone, group: groupPhone });

/**
 * The operators a canonical number first belonged to, by its longest prefix in `prefixes` (prefix → operator ids). Only a hint:
 * numbers are ported since 2018, so an officer may name another operator. Empty when no prefix fits.
 */
export function operatorOf(
  phone: string,
  prefixes: Readonly<Record<string, readonly string[]>>,
): readonly string[] {
  for (let length = Math.min(phone.length, 8); length > 0; length -= 1) {
    const prefix = phone.slice(0, length);
    if (Object.hasOwn(prefixes, prefix)) return prefixes[prefix] ?? [];
  }
  return [];
}
