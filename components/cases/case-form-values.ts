import { momentOf, said } from "@/components/forms/schema-resolver";
import { parseAmount } from "@/lib/money/amount";
import type { TargetKind } from "@/lib/targets/target-kind";

export type VictimValues = { fullName: string; personId: string; phone: string; address: string };
export type PaymentValues = {
  victim: string;
  at: string;
  amount: string;
  fromInstitutionId: string;
  fromAccount: string;
  toInstitutionId: string;
  toAccount: string;
  toName: string;
  reference: string;
};
export type TargetValues = { kind: TargetKind; value: string; institutionId: string; holderName: string };

/** What a duty officer types while the victim talks; instants in local writing, money as people say it. */
export type CaseValues = {
  key: string;
  sourceKind: string;
  channel: string;
  fraudTypeCode: string;
  contactChannels: string[];
  communeCode: string;
  title: string;
  summary: string;
  reportedAt: string;
  reportedLoss: string;
  restricted: boolean;
  victims: VictimValues[];
  payments: PaymentValues[];
  targets: TargetValues[];
};

export const emptyVictim: VictimValues = { fullName: "", personId: "", phone: "", address: "" };
export const emptyPayment: PaymentValues = {
  victim: "0",
  at: "",
  amount: "",
  fromInstitutionId: "",
  fromAccount: "",
  toInstitutionId: "",
  toAccount: "",
  toName: "",
  reference: "",
};
export const emptyTarget: TargetValues = {
  kind: "phone_number",
  value: "",
  institutionId: "",
  holderName: "",
};

/** A new report: one victim, one payment, received now. `now` in local writing. */
export const emptyCase = (key: string, now: string): CaseValues => ({
  key,
  sourceKind: "CRIME_NOTICE",
  channel: "hotline",
  fraudTypeCode: "",
  contactChannels: [],
  communeCode: "",
  title: "",
  summary: "",
  reportedAt: now,
  reportedLoss: "",
  restricted: false,
  victims: [emptyVictim],
  payments: [emptyPayment],
  targets: [],
});

/** What was typed as the command takes it. A payment or a target of which nothing was typed is not there. */
export function toCaseInput(values: CaseValues): Record<string, unknown> {
  return {
    ...values,
    communeCode: said(values.communeCode),
    contactChannels: values.contactChannels,
    reportedAt: momentOf(values.reportedAt) ?? "",
    reportedLoss: values.reportedLoss,
    victims: values.victims.map(({ fullName, personId, phone, address }) => ({
      fullName,
      personId: said(personId),
      phone: said(phone),
      address: said(address),
    })),
    payments: values.payments.map(
      ({ at, fromInstitutionId, fromAccount, toName, reference, ...payment }) => ({
        ...payment,
        at: momentOf(at) ?? "",
        fromInstitutionId: said(fromInstitutionId),
        fromAccount: said(fromAccount),
        toName: said(toName),
        reference: said(reference),
      }),
    ),
    targets: values.targets.map(({ institutionId, holderName, ...target }) => ({
      ...target,
      institutionId: said(institutionId),
      holderName: said(holderName),
    })),
  };
}

/** The sum of the payments that can be read already, VND. */
export function sumOfPayments(payments: readonly { amount?: string }[]): bigint {
  return payments.reduce((sum, { amount }) => {
    const parsed = parseAmount(amount ?? "");
    return parsed.ok ? sum + parsed.value : sum;
  }, 0n);
}

/** What a kept draft gives back; unknown or missing parts fall back, so an old draft never breaks a newer form. */
export function caseValuesOf(body: Record<string, unknown>, fallback: CaseValues): CaseValues {
  const list = <Row extends object>(name: string, empty: Row): Row[] | null => {
    const rows = body[name];
    return Array.isArray(rows)
      ? rows
          .filter((row) => typeof row === "object" && row !== null)
          .map((row) => ({ ...empty, ...(row as Partial<Row>) }))
      : null;
  };
  const texts = Object.fromEntries(
    Object.entries(body).filter(
      ([name, value]) =>
        name in fallback &&
        typeof value === typeof fallback[name as keyof CaseValues] &&
        !Array.isArray(value),
    ),
  );
  return {
    ...fallback,
    ...texts,
    contactChannels: Array.isArray(body.contactChannels)
      ? body.contactChannels.filter((code): code is string => typeof code === "string")
      : fallback.contactChannels,
    victims: list("victims", emptyVictim) ?? fallback.victims,
    payments: list("payments", emptyPayment) ?? fallback.payments,
    targets: list("targets", emptyTarget) ?? fallback.targets,
  };
}
