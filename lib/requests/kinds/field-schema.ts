import { z } from "zod";
import { instant, optionalText, positiveVnd, text, vnd } from "@/lib/fields";
import { readAccount } from "@/lib/targets/kinds/bank-account";
import { phoneNumber } from "@/lib/targets/kinds/phone-number";
import type { Field } from "./field";
import type { AnswerBase, Kind } from "./kind";
import { cashOut, doneBefore, onwardTransfer, tracedTransfer, yetToCome } from "./money-row-schema";
import { paperNumber } from "./paper-number";

const mostTransfers = 500;
const mostFiles = 20;
const longest = { text: 120, longText: 2000 } as const;

/** Reads one filled field; nothing about being left out yet. */
function valueOf(field: Field, now: Date): z.ZodType {
  switch (field.type) {
    case "text":
    case "longText": {
      const most = field.max ?? longest[field.type];
      const read: z.ZodType<string | undefined> = field.required
        ? text(field.min ?? 1, most)
        : optionalText(most);
      const { test } = field;
      return test ? read.refine((typed) => typed === undefined || test.is(typed), test.code) : read;
    }
    case "amount":
      return field.zero ? vnd : positiveVnd;
    case "instant":
      return field.when === "past" ? doneBefore(now) : field.when === "future" ? yetToCome(now) : instant;
    case "date":
      return z.iso.date({ error: ({ input }) => (input ? "date.day" : "required") });
    case "enum":
      return z.enum((field.options ?? []) as [string, ...string[]], "required");
    case "count":
      return countBetween(field.min ?? 0, field.max ?? 1_000_000_000);
    case "account":
      return text(1, 40).refine(
        (typed) => typeof readAccount(typed, "account") === "string",
        "answer.account",
      );
    case "personId":
      return personId;
    case "phone":
      return phone;
    case "organisation":
    case "file":
      return z.uuid("required");
    case "files":
      return field.required
        ? z.array(z.uuid("invalid"), "required").min(1, "answer.files").max(mostFiles, "invalid")
        : z.array(z.uuid("invalid")).max(mostFiles, "invalid");
    case "transfers": {
      const rows = z
        .array(field.bothWays ? tracedTransfer(now) : onwardTransfer(now))
        .max(mostTransfers, "invalid");
      return field.required ? rows.min(1, "required") : rows;
    }
    case "cashOuts": {
      const rows = z.array(cashOut(now)).max(50, "invalid");
      return field.required ? rows.min(1, "required") : rows;
    }
  }
}

/** A whole number as people type it (`12.500`) or as a sheet holds it. */
const countBetween = (min: number, max: number) =>
  z
    .union([z.string("required").max(40, "count.invalid"), z.number()], "required")
    .transform((typed, context) => {
      const digits = String(typed)
        .replace(/(?<=\d)[\s.,](?=\d{3}(?:\D|$))/g, "")
        .trim();
      if (digits === "") context.addIssue({ code: "custom", message: "required" });
      else if (!/^\d{1,10}$/.test(digits) || Number(digits) < min || Number(digits) > max)
        context.addIssue({ code: "custom", message: "count.invalid" });
      else return Number(digits);
      return z.NEVER;
    });

const personId = z
  .string("required")
  .max(40, "answer.personId")
  .transform((typed, context) => {
    const read = paperNumber(typed);
    if (read !== null) return read;
    context.addIssue({ code: "custom", message: typed.trim() ? "answer.personId" : "required" });
    return z.NEVER;
  });

const phone = text(1, 40).transform((typed, context) => {
  const read = phoneNumber.normalise(typed);
  if (read.ok) return read.value;
  context.addIssue({ code: "custom", message: "answer.phone" });
  return z.NEVER;
});

/** Lists that may be left out are empty lists; all others that may be left out are not there. */
const laidOut = (field: Field, now: Date): z.ZodType => {
  const value = valueOf(field, now);
  if (field.required) return value;
  return field.type === "transfers" || field.type === "cashOuts" || field.type === "files"
    ? value.default([])
    : value.optional();
};

/** The object that these fields describe, read at `now`; a later instant is judged at its own field. */
export function objectOf(fields: readonly Field[], now: Date, shape: Record<string, z.ZodType> = {}) {
  return z
    .object({ ...shape, ...Object.fromEntries(fields.map((field) => [field.key, laidOut(field, now)])) })
    .superRefine((read, context) => {
      for (const { key, after } of fields) {
        const [end, begin] = [read[key], after && read[after]];
        if (typeof end === "string" && typeof begin === "string" && end <= begin)
          context.addIssue({ code: "custom", path: [key], message: "date.order" });
      }
    });
}

/**
 * What an answer of a kind looks like that is given at `now`, one object for each outcome: the database's clock in a command, the
 * server's in a form.
 */
export const answerSchema = ({ columns }: Pick<Kind, "columns">, now: Date) =>
  z.discriminatedUnion(
    "outcome",
    Object.entries(columns).map(([outcome, fields]) =>
      objectOf(fields, now, { outcome: z.literal(outcome) }),
    ) as never,
  ) as unknown as z.ZodType<AnswerBase>;
