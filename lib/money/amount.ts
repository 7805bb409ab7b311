import { foldVietnamese } from "@/lib/targets/normalise-text";

/** Why typed money was not understood; words are `money.errors.<code>`. */
export const amountErrors = ["empty", "unreadable", "negative", "fraction", "ambiguous", "tooLarge"] as const;
export type AmountError = (typeof amountErrors)[number];
export type ParsedAmount =
  { readonly ok: true; readonly value: bigint } | { readonly ok: false; readonly code: AmountError };

/** VND: under a quadrillion, far above any case and safely inside a PostgreSQL bigint and a JavaScript number. */
export const largestAmount = 999_999_999_999_999n;

const units: Record<string, bigint> = {
  nghin: 1_000n,
  ngan: 1_000n,
  k: 1_000n,
  trieu: 1_000_000n,
  tr: 1_000_000n,
  ty: 1_000_000_000n,
  ti: 1_000_000_000n,
};
const term = /^\s*(\d[\d.,' ]*\d|\d)\s*(tram\s+)?(?:(nghin|ngan|k|trieu|tr|ty|ti)(?![a-z]))?\s*(ruoi)?/;

/**
 * Reads an amount of VND as people type it: `1.234.567đ`, `1,2 tỷ`, `50tr`, `1 tỷ 250 triệu`, `2 triệu rưỡi`, `1tr5`.
 * A figure that two readers could read a thousandfold apart (`1,250 tỷ`, `2tr50`) is refused as ambiguous, never guessed.
 * Never throws; zero is an amount, whether it may stand in a field is the field's rule.
 */
export function parseAmount(raw: unknown): ParsedAmount {
  if (typeof raw === "bigint") return bounded(raw);
  if (typeof raw === "number") return numeric(raw);
  if (typeof raw !== "string") return refuse("unreadable");
  if (raw.length > 100) return refuse("unreadable");
  const text = foldVietnamese(raw.normalize("NFKC")).replace(/\s+/g, " ").trim();
  if (text === "") return refuse("empty");
  if (/^[-−–]\s*\d/.test(text)) return refuse("negative");
  return sum(text.replace(/^\+/, "").replace(/\s*(?:vnd|dong|d|₫)\.?$/, ""));
}

function numeric(raw: number): ParsedAmount {
  if (!Number.isFinite(raw)) return refuse("unreadable");
  if (raw < 0) return refuse("negative");
  if (!Number.isInteger(raw)) return refuse("fraction");
  return bounded(BigInt(raw));
}

/** Adds the terms of "1 tỷ 250 triệu"; units must fall, so "5 triệu 3 tỷ" is no amount. */
function sum(text: string): ParsedAmount {
  if (text === "") return refuse("unreadable");
  let rest = text;
  let total = 0n;
  let last: bigint | undefined;
  while (rest !== "") {
    const match = term.exec(rest);
    if (match === null) return refuse("unreadable");
    const [whole, digits = "", hundreds, name, half] = match;
    rest = rest.slice(whole.length).trimStart();
    const unit = name === undefined ? undefined : units[name];
    const part =
      unit === undefined && last !== undefined
        ? tail(digits, last)
        : value(digits, unit, hundreds !== undefined);
    if (typeof part === "string") return refuse(part);
    if (last !== undefined && unit !== undefined && unit >= last) return refuse("unreadable");
    if (last !== undefined && part >= last) return refuse("unreadable");
    if (unit === undefined && (rest !== "" || half !== undefined || hundreds !== undefined))
      return refuse("unreadable");
    total += part + (half === undefined ? 0n : (unit ?? 0n) / 2n);
    last = unit;
  }
  return bounded(total);
}

/** The figure after the last unit: "1 tỷ 2" is 1.2 tỷ and "1tr250" 1.25 triệu, but "2tr50" may be 2.5 or 2.05 triệu. */
function tail(digits: string, last: bigint): bigint | AmountError {
  if (/^\d$/.test(digits)) return (BigInt(digits) * last) / 10n;
  if (/^\d{3}$/.test(digits)) return (BigInt(digits) * last) / 1_000n;
  if (/^\d{2}$/.test(digits)) return "ambiguous";
  return value(digits, undefined, false);
}

function value(digits: string, unit: bigint | undefined, hundreds: boolean): bigint | AmountError {
  const decimal = decimalOf(digits, unit);
  if (typeof decimal === "string") return decimal;
  const scaled = decimal.figures * (unit ?? 1n) * (hundreds ? 100n : 1n);
  const divisor = 10n ** BigInt(decimal.places);
  return scaled % divisor === 0n ? scaled / divisor : "fraction";
}

/** Dots group and the comma is decimal in Viet Nam; English writing is understood where it cannot mean anything else. */
function decimalOf(
  digits: string,
  unit: bigint | undefined,
): { figures: bigint; places: number } | AmountError {
  const plain = /^\d{1,3}(?:[ ']\d{3})+$/.test(digits) ? digits.replace(/[ ']/g, "") : digits;
  if (/^\d+$/.test(plain)) return { figures: BigInt(plain), places: 0 };
  if (/^\d{1,3}(?:\.\d{3}){2,}$/.test(plain) || /^\d{1,3}(?:,\d{3}){2,}$/.test(plain))
    return { figures: BigInt(plain.replace(/[.,]/g, "")), places: 0 };
  const lone = /^(\d{1,3})([.,])(\d{3})$/.exec(plain);
  if (lone !== null) {
    const isGroup = unit === undefined || (lone[2] === "." && unit < 1_000_000_000n);
    return isGroup ? { figures: BigInt(`${lone[1]}${lone[3]}`), places: 0 } : "ambiguous";
  }
  const mixed =
    /^(\d{1,3}(?:\.\d{3})+|\d+),(\d{1,9})$/.exec(plain) ??
    /^(\d{1,3}(?:,\d{3})+|\d+)\.(\d{1,9})$/.exec(plain);
  if (mixed === null) return "unreadable";
  const [, integer = "", places = ""] = mixed;
  return { figures: BigInt(integer.replace(/[.,]/g, "") + places), places: places.length };
}

function bounded(value: bigint): ParsedAmount {
  if (value < 0n) return refuse("negative");
  return value > largestAmount ? refuse("tooLarge") : { ok: true, value };
}

function refuse(code: AmountError): ParsedAmount {
  return { ok: false, code };
}
