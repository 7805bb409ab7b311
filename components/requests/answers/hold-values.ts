import { vndParts } from "@/lib/money/format-vnd";
import { formatDateTime } from "@/lib/i18n/local-time";
import { onwardOf, type TransferRow } from "./onward-values";
import { amountOf, digitsOf, endOf, instantOf, said } from "./typed-answer";

export const otherOutcomes = [
  "NO_BALANCE",
  "NOT_FOUND",
  "ACCOUNT_CLOSED",
  "NAME_MISMATCH",
  "REFUSED",
] as const;
export type OtherOutcome = (typeof otherOutcomes)[number];
export type CashRow = { at: string; channel: string; place: string; amount: string };

/** What a liaison types about one account; the names are those of the answer. */
export type HoldValues = {
  /** Nothing is chosen before somebody chooses it, or types an amount that is held. */
  choice: "" | "HELD" | "MOVED_ON" | "CASHED_OUT" | "OTHER";
  other: OtherOutcome | "";
  amount: string;
  until: string;
  minutesNumber: string;
  transfers: TransferRow[];
  cashOuts: CashRow[];
  isMore: boolean;
  isRest: boolean;
  isShort: boolean;
  balance: string;
  closedAt: string;
  note: string;
  ground: string;
  explanation: string;
};

export const emptyCash: CashRow = { at: "", channel: "", place: "", amount: "" };

/** `20tr` as `20.000.000`; what cannot be read stays as typed. */
export const grouped = (typed: string): string => {
  const amount = amountOf(typed);
  return amount === null ? typed : vndParts(amount).digits;
};

/** Amounts that were kept half typed, written as their fields write them when they are left: `20tr` is `20.000.000`. */
export const withGroupedAmounts = (values: HoldValues): HoldValues => ({
  ...values,
  amount: grouped(values.amount),
  balance: grouped(values.balance),
  transfers: values.transfers.map((row) => ({ ...row, amount: grouped(row.amount) })),
  cashOuts: values.cashOuts.map((row) => ({ ...row, amount: grouped(row.amount) })),
});

/** What was typed as the answer that the kind's schema reads. Fields of another outcome stay in the form and out of the answer. */
export function toHoldAnswer(values: HoldValues): Record<string, unknown> {
  const transfers = values.transfers.map(onwardOf);
  const cashOuts = values.cashOuts.map(({ at, amount, place, channel }) => ({
    channel,
    place: said(place),
    at: instantOf(at) ?? "",
    amount: digitsOf(amount),
  }));
  switch (values.choice) {
    case "HELD":
      return {
        outcome: "HELD",
        amount: digitsOf(values.amount),
        until: instantOf(values.until, endOf),
        minutesNumber: said(values.minutesNumber),
        transfers,
        cashOuts,
      };
    case "MOVED_ON":
      return { outcome: "MOVED_ON", transfers, cashOuts };
    case "CASHED_OUT":
      return { outcome: "CASHED_OUT", cashOuts, transfers };
    case "OTHER":
      return otherAnswer(values);
    case "":
      return {};
  }
}

function otherAnswer(values: HoldValues): Record<string, unknown> {
  switch (values.other) {
    case "NO_BALANCE":
      return {
        outcome: "NO_BALANCE",
        balance: values.balance.trim() ? digitsOf(values.balance) : undefined,
        note: said(values.note),
      };
    case "NOT_FOUND":
      return { outcome: "NOT_FOUND", note: said(values.note) };
    case "ACCOUNT_CLOSED":
      return {
        outcome: "ACCOUNT_CLOSED",
        closedAt: instantOf(values.closedAt) ?? "",
        note: said(values.note),
      };
    case "NAME_MISMATCH":
      return { outcome: "NAME_MISMATCH", note: values.note };
    case "REFUSED":
      return { outcome: "REFUSED", ground: values.ground, explanation: values.explanation };
    case "":
      return {};
  }
}

/** The end of a hold that is told later than `latest` allows, by field; both are read to the minute, as they are written. */
export function tooLate(values: HoldValues, latest: string | null): Record<string, string> {
  const wished = values.choice === "HELD" && latest ? endOf(values.until) : null;
  return wished && wished > new Date(latest!) ? { until: "answer.untilTooLate" } : {};
}

const shortMs = 24 * 3_600_000;

/** A hold that ends within a day although it might last longer: an hour typed without its day looks like this. `latest` as `tooLate`. */
export function endsSoon(
  values: Pick<HoldValues, "choice" | "until">,
  latest: string | null,
  now: Date,
): boolean {
  const until = values.choice === "HELD" ? endOf(values.until, now) : null;
  if (!until || until <= now || until.getTime() - now.getTime() >= shortMs) return false;
  return latest === null || formatDateTime(latest) !== formatDateTime(until);
}

/** The number of the minutes that was told last in this request, or null: one procedure often has one minutes for several accounts. */
export function lastMinutes(
  items: readonly { answeredAt: string | null; answer: Record<string, unknown> | null }[],
): string | null {
  const [last] = items
    .filter(({ answer }) => typeof answer?.minutesNumber === "string")
    .sort((a, b) => (b.answeredAt ?? "").localeCompare(a.answeredAt ?? ""));
  return last ? String(last.answer!.minutesNumber) : null;
}

type SumValues = Pick<HoldValues, "choice" | "amount" | "transfers" | "cashOuts">;

/** The parts of an answer against the disputed amount, VND. `rest` is what is not accounted for; below zero more went than was asked about. */
export function sumOf(values: SumValues, disputed: bigint): { parts: bigint[]; rest: bigint } {
  const rows = [...values.transfers, ...values.cashOuts].map(({ amount }) => amountOf(amount) ?? 0n);
  const parts = [...(values.choice === "HELD" ? [amountOf(values.amount) ?? 0n] : []), ...rows].filter(
    (part) => part > 0n,
  );
  return { parts, rest: disputed - parts.reduce((sum, part) => sum + part, 0n) };
}

/** Most of a part held is left open: a lost digit looks like this. Amounts VND. */
export function leavesMostOpen(values: SumValues, disputed: bigint): boolean {
  return (
    values.choice === "HELD" &&
    amountOf(values.amount) !== null &&
    sumOf(values, disputed).rest * 2n > disputed
  );
}

/**
 * What has to be said before the answer is sent, by field: the outcome, and which other one it is; an amount that is either a slip of the
 * keyboard or known, more than was asked about or less than half of it explained, goes out only when that is said.
 */
export function unsaid(values: HoldValues, disputed: bigint | null): Record<string, string> {
  if (values.choice === "") return { amount: "answer.choose" };
  if (values.choice === "OTHER") return values.other === "" ? { other: "required" } : {};
  if (disputed === null) return {};
  const hasRows = values.transfers.length > 0 || values.cashOuts.length > 0;
  if (hasRows && !values.isMore && sumOf(values, disputed).rest < 0n) return { isMore: "answer.more" };
  return !values.isRest && leavesMostOpen(values, disputed) ? { isRest: "answer.rest" } : {};
}
