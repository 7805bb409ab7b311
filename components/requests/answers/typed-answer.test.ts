import { answerSchema } from "@/lib/requests/kinds/field-schema";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { formatDateTime } from "@/lib/i18n/local-time";
import { kinds } from "@/lib/requests/kinds";
import {
  emptyCash,
  endsSoon,
  type HoldValues,
  lastMinutes,
  sumOf,
  toHoldAnswer,
  tooLate,
  unsaid,
  withGroupedAmounts,
} from "./hold-values";
import { emptyTransfer, placeChoice } from "./onward-values";
import { answerResolver, endOf, momentOf } from "./typed-answer";

const now = new Date("2026-11-20T03:09:00Z"); // 10:09 in Viet Nam
const bank = "01999999-0000-7000-8000-000000000001";
const values = (over: Partial<HoldValues> = {}): HoldValues => ({
  choice: "HELD",
  other: "NO_BALANCE",
  amount: "480.000.000",
  until: "",
  minutesNumber: "",
  transfers: [],
  cashOuts: [],
  isMore: false,
  isRest: false,
  isShort: false,
  balance: "",
  closedAt: "",
  note: "",
  ground: "",
  explanation: "",
  ...over,
});
const moved = (amount: string) => ({
  ...emptyTransfer,
  at: "20/11/2026 09:02",
  toInstitutionId: bank,
  toAccount: "19035527881016",
  amount,
});

describe("a moment as a liaison types it", () => {
  it.each([
    ["09:02", "2026-11-20T02:02:00.000Z"],
    ["9h", "2026-11-20T02:00:00.000Z"],
    ["23:30", "2026-11-19T16:30:00.000Z"],
    ["20/11 09:02", "2026-11-20T02:02:00.000Z"],
    ["26/11/2026 17:00", "2026-11-26T10:00:00.000Z"],
  ])("%s", (typed, expected) => expect(momentOf(typed, now)?.toISOString()).toBe(expected));
  it.each(["25:00", "31/02/2026 10:00", "hôm qua", ""])("%j is none", (typed) =>
    expect(momentOf(typed, now)).toBeNull(),
  );
});

describe("the end of a hold that is told", () => {
  const latest = "2026-11-23T03:09:20.000Z";
  it.each([
    ["the latest moment, to the minute", values({ until: "23/11/2026 10:09" }), latest, {}],
    ["an earlier one", values({ until: "22/11/2026 10:09" }), latest, {}],
    ["none", values(), latest, {}],
    ["a later one", values({ until: "23/11/2026 10:10" }), latest, { until: "answer.untilTooLate" }],
    ["a later one of another outcome", values({ choice: "OTHER", until: "23/11/2026 10:10" }), latest, {}],
    ["any, of a kind that knows no limit", values({ until: "23/11/2046 10:10" }), null, {}],
  ])("%s", (_, typed, limit, expected) => expect(tooLate(typed, limit)).toEqual(expected));
});

describe("a hold that ends within a day", () => {
  it.each([
    ["in three quarters of an hour", values({ until: "20/11/2026 10:53" }), null, true],
    ["in a day and a minute", values({ until: "21/11/2026 10:10" }), null, false],
    ["soon, for longer is not allowed", values({ until: "20/11/2026 17:00" }), "2026-11-20T10:00:00Z", false],
    ["that is over already", values({ until: "20/11/2026 09:00" }), null, false],
    ["of another outcome", values({ choice: "OTHER", until: "20/11/2026 10:53" }), null, false],
    ["never", values(), null, false],
  ])("%s", (_, typed, latest, expected) => expect(endsSoon(typed, latest, now)).toBe(expected));
});

it("writes amounts that were kept half typed as their fields do when they are left", () => {
  expect(
    withGroupedAmounts(
      values({ amount: "20tr", transfers: [moved("1,2 tỷ")], cashOuts: [{ ...emptyCash, amount: "nhiều" }] }),
    ),
  ).toMatchObject({
    amount: "20.000.000",
    balance: "",
    transfers: [{ amount: "1.200.000.000" }],
    cashOuts: [{ amount: "nhiều" }],
  });
});

describe("what was typed, read by the kind's own schema", () => {
  beforeEach(() => void vi.useFakeTimers({ now }));
  afterEach(() => void vi.useRealTimers());
  const read = (typed: HoldValues, kind: "ACCOUNT_SUSPEND" | "ACCOUNT_FREEZE" = "ACCOUNT_SUSPEND") => {
    const { errors } = answerResolver(answerSchema(kinds[kind], now), toHoldAnswer, (all: HoldValues) =>
      unsaid(all, 480_000_000n),
    )(typed);
    return JSON.stringify(errors, (key, value: unknown) => (key === "type" ? undefined : value));
  };
  it.each([
    ["the whole amount", values(), "{}"],
    ["short ways of writing money", values({ amount: "265tr", until: "26/11/2026 17:00" }), "{}"],
    [
      "nothing chosen",
      values({ choice: "", amount: "" }),
      expect.stringContaining('"amount":{"message":"answer.choose"}'),
    ],
    ["no amount", values({ amount: "" }), '{"amount":{"message":"money.errors.empty"}}'],
    ["a wrong date", values({ until: "31/02/2026" }), '{"until":{"message":"date.invalid"}}'],
    ["moved on without a row", values({ choice: "MOVED_ON" }), '{"transfers":{"message":"required"}}'],
    [
      "a row without an amount",
      values({ choice: "MOVED_ON", transfers: [moved("150.000.000"), moved("")] }),
      '{"transfers":[null,{"amount":{"message":"money.errors.empty"}}]}',
    ],
    [
      "more than was asked about",
      values({ choice: "MOVED_ON", transfers: [moved("4.800.000.000")] }),
      '{"isMore":{"message":"answer.more"}}',
    ],
    [
      "more, and said so",
      values({ choice: "MOVED_ON", isMore: true, transfers: [moved("4.800.000.000")] }),
      "{}",
    ],
    [
      "cash without a time",
      values({ choice: "CASHED_OUT", cashOuts: [{ ...emptyCash, channel: "atm", amount: "10.000.000" }] }),
      '{"cashOuts":[{"at":{"message":"required"}}]}',
    ],
    [
      "cash without the way it went",
      values({ choice: "CASHED_OUT", cashOuts: [{ ...emptyCash, at: "20/11/2026 09:02", amount: "1tr" }] }),
      '{"cashOuts":[{"channel":{"message":"required"}}]}',
    ],
    [
      "another outcome, not which",
      values({ choice: "OTHER", other: "" }),
      expect.stringContaining('"other":{"message":"required"}'),
    ],
    ["half of it held", values({ amount: "240tr" }), "{}"],
    ["a digit lost", values({ amount: "48.000.000" }), '{"isRest":{"message":"answer.rest"}}'],
    ["little held, and said so", values({ amount: "48.000.000", isRest: true }), "{}"],
    [
      "little held, the rest explained",
      values({ amount: "48.000.000", transfers: [moved("300.000.000")] }),
      "{}",
    ],
    [
      "an hour that has passed",
      values({ until: "20/11/2025 17:00" }),
      '{"until":{"message":"answer.until"}}',
    ],
    [
      "a refusal without words",
      values({ choice: "OTHER", other: "REFUSED", ground: "other" }),
      '{"explanation":{"message":"required"}}',
    ],
    ["a balance that was none", values({ choice: "OTHER", other: "NO_BALANCE", balance: "0" }), "{}"],
  ])("%s", (_, typed, expected) => expect(read(typed)).toEqual(expected));

  it("asks for the minutes of a freeze", () => {
    expect(read(values(), "ACCOUNT_FREEZE")).toContain("minutesNumber");
    expect(read(values({ minutesNumber: "12/BB" }), "ACCOUNT_FREEZE")).toBe("{}");
  });
});

describe("the sum that must add up", () => {
  it("is 265 held + 150 + 65 moved = 480 million", () => {
    expect(
      sumOf(
        values({ amount: "265tr", transfers: [moved("150.000.000"), moved("65.000.000")] }),
        480_000_000n,
      ),
    ).toEqual({ parts: [265_000_000n, 150_000_000n, 65_000_000n], rest: 0n });
  });
  it("says what is missing while it is typed", () =>
    expect(sumOf(values({ amount: "265tr", transfers: [moved("")] }), 480_000_000n).rest).toBe(215_000_000n));
});

describe("a place elsewhere as it is typed", () => {
  const read = (over: Partial<HoldValues>) =>
    answerSchema(kinds.ACCOUNT_SUSPEND, now).safeParse(toHoldAnswer(values({ choice: "MOVED_ON", ...over })));
  const row = { ...moved("20tr"), toAccount: "" };
  it("tells what its place tells, and nothing that another one was told by", () => {
    const elsewhere = { name: "Vàng bạc Thử", country: "SG", swift: "DBSSSGSG" };
    const parsed = read({ transfers: [{ ...row, toInstitutionId: placeChoice("merchant"), elsewhere }] });
    expect(parsed.data).toMatchObject({
      transfers: [{ amount: "20000000", elsewhere: { place: "merchant", name: "Vàng bạc Thử" } }],
    });
    expect(JSON.stringify(parsed.data)).not.toContain("SG");
  });
  it("is found fault with at the fields of the form, also in a draft of before", () => {
    const { elsewhere: _, ...before } = row;
    const transfers = [{ ...before, toInstitutionId: placeChoice("abroad") } as typeof row];
    const paths = read({ transfers }).error!.issues.map(({ path }) => path.join("."));
    expect(new Set(paths)).toEqual(new Set(["transfers.0.elsewhere.country", "transfers.0.elsewhere.name"]));
  });
});

describe("the number of the minutes told last in a request", () => {
  const told = (answeredAt: string | null, minutesNumber?: string) => ({
    answeredAt,
    answer: answeredAt === null ? null : { outcome: "HELD", ...(minutesNumber ? { minutesNumber } : {}) },
  });
  it.each([
    [[told(null)], null],
    [[told("2026-11-22T01:00:00.000Z")], null],
    [
      [told("2026-11-22T02:00:00.000Z", "2/BB"), told("2026-11-22T01:00:00.000Z", "1/BB"), told(null)],
      "2/BB",
    ],
  ])("is that of the latest answer that has one: %j", (items, number) =>
    expect(lastMinutes(items)).toBe(number),
  );
});

it.each([
  ["26/11/2026 17:00", "26/11/2026 17:00"],
  ["26/11", "26/11/2026 23:59"],
  ["28112026", "28/11/2026 23:59"],
  ["17:00", "20/11/2026 17:00"],
  ["9h", "21/11/2026 09:00"],
])("a hold until %s ends at %s", (typed, expected) =>
  expect(formatDateTime(endOf(typed, now)!)).toBe(expected),
);
