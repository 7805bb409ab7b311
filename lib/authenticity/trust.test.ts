import { describe, expect, it } from "vitest";
import { isUnusualHour, localHour, p95, type SenderFacts, trustMarks } from "./trust";

const at = (text: string) => new Date(`${text}+07:00`);
const flat = Array.from({ length: 24 }, () => 0);
const office = flat.map((_, hour) => (hour >= 8 && hour < 18 ? 10 : 0));
const usual: SenderFacts = {
  sentAt: at("2026-11-20T09:12:00"),
  accountAt: at("2025-07-01T08:00:00"),
  deviceAt: at("2026-02-01T08:00:00"),
  provedAt: at("2026-11-20T09:11:20"),
  earlier: 100,
  here: 12,
  doubted: 0,
  hours: office,
  days: [3, 4, 2, 5, 4, 6],
  today: 2,
};

describe("what a desk is told of the sender", () => {
  it.each<[string, Partial<SenderFacts>, string[]]>([
    ["an officer at his usual work", {}, ["account", "factor", "history"]],
    ["somebody whose order was doubted before", { doubted: 1 }, ["doubted!"]],
    ["more in a day than ever, not by much", { today: 8 }, ["volume"]],
    ["three times as much as on his busiest days", { today: 20 }, ["volume!"]],
    ["a busy day of somebody without habits yet", { days: [1, 1], today: 20 }, []],
    ["his first request of a quiet day", { days: [1, 1, 1, 1, 1], today: 1 }, []],
    ["three in the morning", { sentAt: at("2026-11-20T03:00:00") }, ["hour"]],
    ["three in the morning, as always", { sentAt: at("2026-11-20T03:00:00"), hours: flat.map(() => 10) }, []],
    ["nine in the evening without habits", { sentAt: at("2026-11-20T21:00:00"), hours: flat }, []],
    ["eleven at night without habits", { sentAt: at("2026-11-20T23:00:00"), hours: flat }, ["hour"]],
    ["a browser of yesterday", { deviceAt: at("2026-11-19T09:12:00") }, ["device"]],
    ["a browser of last week", { deviceAt: at("2026-11-12T09:12:00") }, []],
    [
      "a new officer on his first browser",
      { accountAt: at("2026-11-19T08:00:00"), deviceAt: at("2026-11-19T09:00:00") },
      ["account"],
    ],
    ["nobody whose browser is known", { deviceAt: null }, []],
    ["the first request to this desk", { here: 0 }, ["firstHere"]],
    ["an account of two weeks", { accountAt: at("2026-11-06T09:12:00") }, ["account"]],
    ["an order from before the proof was kept", { provedAt: null }, []],
  ])("%s", (_, change, expected) => {
    const marks = trustMarks({ ...usual, ...change });
    const said = marks
      .filter(({ level }) => level !== "plain")
      .map(({ code, level }) => code + (level === "warning" ? "!" : ""));
    const plain = marks.map(({ code }) => code as string);
    if (Object.keys(change).length === 0) expect(plain).toEqual(expected);
    else expect(said).toEqual(expected);
    expect(plain.includes("factor")).toBe(change.provedAt !== null);
  });

  it("counts in days, minutes and hours of Viet Nam", () => {
    const marks = trustMarks({ ...usual, deviceAt: at("2026-11-19T09:12:00"), earlier: 500 });
    expect(Object.fromEntries(marks.map(({ code, values }) => [code, values]))).toEqual({
      device: { hours: 24 },
      account: { days: 507 },
      factor: { minutes: 0 },
      history: { count: 500, more: 1 },
    });
    expect(localHour(at("2026-11-20T00:30:00"))).toBe(0);
    expect(localHour(at("2026-11-20T23:59:00"))).toBe(23);
  });

  it.each([
    [[], 0],
    [[7], 7],
    [Array.from({ length: 100 }, (_, index) => index + 1), 95],
    [[1, 1, 1, 9], 9],
  ])("takes the 95th of %j by nearest rank", (counts, expected) => expect(p95(counts)).toBe(expected));

  it("looks at an hour's neighbours, around midnight too", () => {
    const night = flat.map((_, hour) => (hour === 23 ? 40 : 0));
    expect([22, 23, 0, 1].map((hour) => isUnusualHour(hour, night))).toEqual([false, false, false, true]);
  });
});
