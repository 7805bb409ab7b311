import { randomInt } from "node:crypto";
import type { Outcome, TargetKind } from "@/lib/generated/prisma/enums";
import { columnsOf, kindOf } from "@/lib/requests/kinds";
import type { Field } from "@/lib/requests/kinds/field";

const hour = 3_600_000;
const digits = (length: number) => Array.from({ length }, () => randomInt(10)).join("");
const word = () => `x${randomInt(1e9).toString(36)}`;

/** A fresh target of a kind, as an officer types it. */
export const sampleTarget: Record<TargetKind, () => string> = {
  bank_account: () => `1${digits(11)}`,
  e_wallet: () => `09${digits(8)}`,
  phone_number: () => `09${digits(8)}`,
  sim: () => `8984${digits(15)}`,
  imei: () => withCheck(`35${digits(12)}`),
  domain: () => `${word()}.com`,
  url: () => `https://${word()}.com/dang-nhap`,
  social_account: () => `Telegram @${word()}ab`,
  app: () => `com.${word()}.vay`,
  ip_address: () => `113.161.${randomInt(1, 250)}.${randomInt(1, 250)}`,
  crypto_wallet: () => "TNPeeaaFB7K9cmo4uQpcU32zGK8G1NYqeL",
  person_id: () => `0010${randomInt(80, 99)}${digits(6)}`,
};
/** Luhn's check digit, which an IMEI ends with. */
function withCheck(body: string): string {
  const sum = [...body].reverse().reduce((total, sign, index) => {
    const doubled = Number(sign) * (index % 2 === 0 ? 2 : 1);
    return total + (doubled > 9 ? doubled - 9 : doubled);
  }, 0);
  return `${body}${(10 - (sum % 10)) % 10}`;
}

/** What a good form says in a field: `at` is when; `institutionId` keeps money; `files` are there. */
export type SampleContext = {
  at: Date;
  institutionId: string;
  organisationId: string;
  files: readonly string[];
};

/** A good value of a field. */
export function sampleValue(
  field: Field,
  { at, institutionId, organisationId, files }: SampleContext,
): unknown {
  const iso = (hours: number) => new Date(at.getTime() + hours * hour).toISOString();
  const transfer = {
    at: iso(-1),
    amount: "1000000",
    toInstitutionId: institutionId,
    toAccount: "19036688990011",
  };
  switch (field.type) {
    case "text":
      return field.test ? "359881234567890" : "Nguyễn Văn Mẫu";
    case "longText":
      return "Nội dung thử nghiệm viết đủ dài để đơn vị nhận hiểu.";
    case "amount":
      return "1000000";
    case "instant":
      if (field.after) return iso(field.when === "past" ? -0.5 : 2);
      // An extension asks for an end beyond the present one.
      if (field.key === "extendUntil") return iso(30 * 24);
      return iso(field.when === "future" ? 30 : -2);
    case "date":
      return "2026-11-20";
    case "enum":
      return field.options![0];
    case "count":
      return String(field.min ?? 12);
    case "account":
      return "19036688990011";
    case "personId":
      return "001099012345";
    case "phone":
      return "0912345678";
    case "organisation":
      return organisationId;
    case "transfers":
      return field.bothWays
        ? [
            { ...transfer, direction: "out" },
            { ...transfer, direction: "in", toAccount: "0101234567" },
          ]
        : [transfer];
    case "cashOuts":
      return [{ at: iso(-1), amount: "500000", channel: "atm", place: "ATM Hạ Long" }];
    case "files":
      return files;
    case "file":
      return files[0];
  }
}

export const sampleFields = (fields: readonly Field[], context: SampleContext, isWhole = true) =>
  Object.fromEntries(
    fields
      .filter(({ required }) => isWhole || required)
      .map((field) => [field.key, sampleValue(field, context)]),
  );

/** A good answer of a kind with this outcome, every field filled in. */
export const sampleAnswer = (kindCode: string, outcome: Outcome, context: SampleContext) => ({
  outcome,
  ...sampleFields(columnsOf(kindCode, outcome), context),
});

/** What a good draft of a kind asks beside its targets. */
export function sampleDetails(kindCode: string, context: SampleContext) {
  const { request, target } = kindOf(kindCode).details;
  return {
    request: sampleFields(request, context),
    target: sampleFields(
      target.filter(({ type }) => type !== "file"),
      context,
    ),
  };
}
