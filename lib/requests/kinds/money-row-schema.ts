import { z } from "zod";
import { instant, optionalText, positiveVnd, text } from "@/lib/fields";
import { readAccount } from "@/lib/targets/kinds/bank-account";
import { type Elsewhere, elsewherePlaces, type ElsewherePlace } from "./elsewhere";
import { elsewhereSchema } from "./elsewhere-schema";
import { cashChannels, type TransferDirection, transferDirections } from "./money-rows";

const clockErrorMs = 10 * 60_000;
/** When something was done: a clock that runs a little ahead is forgiven, a moment in the future is not. */
export const doneBefore = (now: Date) =>
  instant.refine((at) => Date.parse(at) < now.getTime() + clockErrorMs, "date.future");
/** A moment that is still to come. */
export const yetToCome = (now: Date) =>
  instant.refine((at) => Date.parse(at) > now.getTime(), "answer.until");

const account = text(1, 40).refine(
  (typed) => typeof readAccount(typed, "account") === "string",
  "answer.account",
);
const common = (now: Date) => ({
  at: doneBefore(now),
  amount: positiveVnd,
  toName: optionalText(120),
  reference: optionalText(60),
});

/** An account number elsewhere: a foreign one or a wallet's address is no account of the register, a merchant need not have one. */
const accountElsewhere: Record<ElsewherePlace, z.ZodType<string | undefined>> = {
  abroad: optionalText(40).refine(
    (typed) => typed === undefined || /^[0-9A-Z][0-9A-Z .-]{3,}$/i.test(typed),
    "answer.accountAbroad",
  ),
  crypto: optionalText(120),
  merchant: optionalText(40),
  unknown_bank: account,
};

const toRegister = (now: Date) =>
  z.object({ ...common(now), toInstitutionId: z.uuid("required"), toAccount: account });
const toElsewhere = (now: Date, place: ElsewherePlace) =>
  z.object({ ...common(now), elsewhere: elsewhereSchema, toAccount: accountElsewhere[place] });

type Row = {
  at: string;
  amount: string;
  toInstitutionId?: string;
  toAccount?: string;
  elsewhere?: Elsewhere;
  toName?: string;
  reference?: string;
  direction?: TransferDirection;
};

/** Reads a row by what it says of the other side, so that every one of its fields is found fault with at once, at its own place. */
function transfer(now: Date, more: z.ZodRawShape): z.ZodType<Row> {
  const register = toRegister(now).extend(more);
  const elsewhere = new Map(
    elsewherePlaces.map((place) => [place as string, toElsewhere(now, place).extend(more)]),
  );
  return z.record(z.string(), z.unknown()).transform((row, context) => {
    const { toInstitutionId, elsewhere: told } = row;
    const place = isObject(told) ? String(told.place) : null;
    const read = (elsewhere.get(place ?? "") ?? register).safeParse(row);
    const issues = read.success ? [] : read.error.issues.map(({ path, message }) => ({ path, message }));
    if (place !== null && toInstitutionId)
      issues.push({ path: ["toInstitutionId"], message: "answer.bothPlaces" });
    if (isObject(told) && place === "crypto" && !told.name && !row.toAccount)
      issues.push({ path: ["toAccount"], message: "answer.cryptoPlace" });
    for (const issue of issues) context.addIssue({ code: "custom", ...issue, path: [...issue.path] });
    return read.success && issues.length === 0 ? (read.data as Row) : z.NEVER;
  });
}
const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** One onward transfer that an answer tells of: to an organisation of the register, or elsewhere. */
export const onwardTransfer = (now: Date) => transfer(now, {});

/** One line of a traced account, in either direction: `to…` and `elsewhere` are the other side. */
export const tracedTransfer = (now: Date) =>
  transfer(now, { direction: z.enum(transferDirections, "required") });

/** Money taken out: VND, when, how and where. */
export const cashOut = (now: Date) =>
  z.object({
    amount: positiveVnd,
    at: doneBefore(now),
    channel: z.enum(cashChannels, "required"),
    place: optionalText(200),
  });
