import { compact, inGroups, maskMiddle } from "../identifier-text";
import { defineTarget, type TargetError } from "../target-kind";

/** An account number as it is kept and compared, whatever blanks, dots and dashes it was written with. */
export const plainAccount = (raw: string): string => compact(raw).toUpperCase();

/**
 * There is no national format: 6 to 19 letters and digits, often a chosen number or nickname, leading zeros kept. The same number may
 * exist at two banks, so the institution is part of the target beside this value.
 */
export function readAccount(raw: string, code: TargetError): string | { code: TargetError } {
  const value = plainAccount(raw);
  if (!/^[0-9A-Z]+$/.test(value)) return { code };
  return value.length < 6 || value.length > 19
    ? { code: code === "account" ? "accountLength" : code }
    : value;
}

export const bankAccount = defineTarget("bank_account", 200, {
  read: (raw) => readAccount(raw, "account"),
  mask: (value) => maskMiddle(value, 4, 2),
  group: (value) => inGroups(value, 4),
});
