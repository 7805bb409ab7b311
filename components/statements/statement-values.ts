import { momentOf, said } from "@/components/forms/schema-resolver";
import { formatDateTime } from "@/lib/i18n/local-time";
import { parseAmount } from "@/lib/money/amount";
import { vndParts } from "@/lib/money/format-vnd";
import { fromFields, toFields } from "@/components/requests/fields/field-values";
import { askedOf, proposedOf } from "@/lib/statements/asked";
import type { PlannedRequest, Taken } from "@/lib/statements/plan";
import type { ReadTarget, StatementReading, Told } from "@/lib/statements/types";
import type { TargetKind } from "@/lib/targets/target-kind";

/** doubt: waits for a click and is not sent; take, leave: as the officer, or a sure reading, decided. */
export type Standing = "doubt" | "take" | "leave";
export type TargetRow = Omit<ReadTarget, "sure" | "receiverId" | "flags" | "told"> & {
  receiverId: string;
  standing: Standing;
  flags: string[];
  /** Nothing for a row that was typed. */
  told?: Told;
};
/** Amount and time as they are typed. */
export type PaymentRow = {
  to: string;
  amount: string;
  at: string;
  atSure: boolean;
  fromAccount: string;
  standing: Standing;
};
/** What the officer changed of a planned request; an empty text leaves the proposal. */
export type RequestRow = {
  id: string;
  take: "proposed" | "yes" | "no";
  grounds: string;
  urgency: string;
  /** What was typed into the fields of its targets, by the target's row and the field's key. */
  asked?: Record<string, Record<string, string>>;
};

export type StatementValues = {
  key: string;
  text: string;
  targets: TargetRow[];
  payments: PaymentRow[];
  requests: RequestRow[];
  /** The same text lies in a case already, and the officer goes on. */
  again: boolean;
  victim: string;
  victimName: string;
  victimPhone: string;
  victimPersonId: string;
  fraudTypeCode: string;
  title: string;
  sourceKind: string;
  channel: string;
  reportedAt: string;
};

/** A desk on which nothing lies yet. `now` in local writing. */
export const emptyStatement = (key: string, now: string): StatementValues => ({
  key,
  text: "",
  targets: [],
  payments: [],
  requests: [],
  again: false,
  victim: "0",
  victimName: "",
  victimPhone: "",
  victimPersonId: "",
  fraudTypeCode: "",
  title: "",
  sourceKind: "CRIME_NOTICE",
  channel: "hotline",
  reportedAt: now,
});

/** A reading as the officer begins with it: what is sure is taken, what is doubtful waits. */
export function read(before: StatementValues, reading: StatementReading): StatementValues {
  return {
    ...before,
    text: reading.text,
    targets: reading.targets.map(({ sure, receiverId, flags, ...target }) => ({
      ...target,
      flags: [...flags],
      receiverId: receiverId ?? "",
      standing: sure ? "take" : "doubt",
    })),
    payments: reading.payments.map(({ to, amount, at, atSure, fromAccount, sure }) => ({
      to,
      amount: vndParts(BigInt(amount)).digits,
      at: at === null ? "" : formatDateTime(at),
      atSure,
      fromAccount: fromAccount ?? "",
      standing: sure ? "take" : "doubt",
    })),
    requests: [],
    again: false,
    victimName: reading.victimName || before.victimName,
    victimPhone: reading.victimPhone || before.victimPhone,
    victimPersonId: reading.victimPersonId || before.victimPersonId,
  };
}

/** The key under which a kept statement is filed: made with the draft, so that whichever window sends it files it once. */
export function keyOfDraft(body: Record<string, unknown> | undefined): string | null {
  const key = body?.key;
  return typeof key === "string" && /^[0-9a-f-]{36}$/.test(key) ? key : null;
}

/** What a kept draft gives back; without rows of its own it is a text that was only just pasted. */
export function keptStatement(fresh: StatementValues, body: Record<string, unknown>): StatementValues | null {
  if (!Array.isArray(body.targets) || !Array.isArray(body.payments)) return null;
  const texts = Object.fromEntries(
    Object.entries(body).filter(
      ([name, value]) => name !== "key" && name in fresh && typeof value === "string",
    ),
  );
  return {
    ...fresh,
    ...texts,
    again: body.again === true,
    targets: body.targets as TargetRow[],
    payments: body.payments as PaymentRow[],
    requests: Array.isArray(body.requests) ? (body.requests as RequestRow[]) : [],
  };
}

const vndOf = (typed: string): bigint => {
  const amount = parseAmount(typed);
  return amount.ok ? amount.value : 0n;
};

/** The payments that count: taken themselves, to a target that is taken. */
export function takenPayments({
  targets,
  payments,
}: Pick<StatementValues, "targets" | "payments">): PaymentRow[] {
  const rows = new Set(targets.filter(({ standing }) => standing === "take").map(({ row }) => row));
  return payments.filter(({ to, standing }) => standing === "take" && rows.has(to));
}

/** Sum of the payments that count, VND. */
export const lossOf = (values: Pick<StatementValues, "targets" | "payments">): bigint =>
  takenPayments(values).reduce((sum, { amount }) => sum + vndOf(amount), 0n);

/** The largest sum that the text gives itself, when none of those it gives is what the payments make; VND, else null. */
export function missedTotal(stated: readonly string[], loss: bigint): bigint | null {
  const totals = stated.map(BigInt);
  if (totals.length === 0 || totals.includes(loss)) return null;
  return totals.reduce((most, total) => (total > most ? total : most));
}

/** The targets that count, with what was paid to each. */
export function takenTargets(values: Pick<StatementValues, "targets" | "payments">): Taken[] {
  const payments = takenPayments(values);
  return values.targets
    .filter(({ standing }) => standing === "take")
    .map(({ row, kind, value, receiverId }) => ({
      row,
      kind,
      value,
      receiverId: receiverId || null,
      paid: payments.filter(({ to }) => to === row).reduce((sum, { amount }) => sum + vndOf(amount), 0n),
    }));
}

/** Is the planned request sent, as it was proposed or as the officer ticked it? */
export const isTaken = (planned: PlannedRequest, rows: readonly RequestRow[]): boolean => {
  const take = rows.find(({ id }) => id === planned.id)?.take ?? "proposed";
  return take === "proposed" ? planned.proposed : take === "yes";
};

const holdsMoney = (kind: TargetKind) => kind === "bank_account" || kind === "e_wallet";
/** An operator is a guess from the number's prefix: it is asked, and not written into the case as the number's own. */
const keeperOf = ({ kind, receiverId }: Pick<TargetRow, "kind" | "receiverId">): string | undefined =>
  holdsMoney(kind) ? said(receiverId) : undefined;

/** Targets and payments as the case takes them. */
export function factsOf(values: StatementValues) {
  const rows = values.targets.filter(({ standing }) => standing === "take");
  const byRow = new Map(rows.map((row) => [row.row, row]));
  return {
    targets: rows.map((row) => ({
      kind: row.kind,
      value: row.value,
      institutionId: keeperOf(row),
      holderName: said(row.holderName),
    })),
    payments: takenPayments(values).map(({ to, amount, at, fromAccount }) => ({
      victim: values.victim || "0",
      at: momentOf(at) ?? "",
      amount,
      fromAccount: said(fromAccount),
      toInstitutionId: byRow.get(to)?.receiverId ?? "",
      toAccount: byRow.get(to)?.value ?? "",
      toName: said(byRow.get(to)?.holderName),
    })),
  };
}

/** What stands in the fields of a planned request's targets, by the target's row. */
export type AskedTyped = Readonly<Record<string, Readonly<Record<string, string>>>>;

/** What the officer typed over what the text and the target propose. */
export function askedIn(values: StatementValues, planned: PlannedRequest): AskedTyped {
  const fields = askedOf(planned.kindCode);
  if (fields.length === 0) return {};
  const own = values.requests.find(({ id }) => id === planned.id)?.asked ?? {};
  const byRow = new Map(values.targets.map((row) => [row.row, row]));
  return Object.fromEntries(
    planned.targets.map(({ row }) => {
      const proposed = proposedOf(
        planned.kindCode,
        byRow.get(row) ?? { value: "" },
        momentOf(values.reportedAt) ?? null,
      );
      return [row, { ...(fromFields(fields, proposed) as Record<string, string>), ...own[row] }];
    }),
  );
}

/** A planned request as the command takes it. */
export function requestOf(
  values: StatementValues,
  planned: PlannedRequest,
  content: { grounds: string; urgency: string; legalBases: string[] },
  asked: AskedTyped,
) {
  const byRow = new Map(values.targets.map((row) => [row.row, row]));
  const fields = askedOf(planned.kindCode);
  return {
    kindCode: planned.kindCode,
    addresseeOrgId: planned.receiverId,
    ...content,
    targets: planned.targets.flatMap(({ row, disputedAmount }) => {
      const target = byRow.get(row);
      if (!target) return [];
      return [
        {
          kind: target.kind,
          value: target.value,
          institutionId: keeperOf(target),
          ...(disputedAmount === null ? {} : { disputedAmount: disputedAmount.toString() }),
          ...(fields.length === 0 ? {} : { details: toFields(fields, asked[row] ?? {}) }),
        },
      ];
    }),
  };
}
