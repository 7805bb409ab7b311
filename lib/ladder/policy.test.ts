import { describe, expect, it } from "vitest";
import { flawOf } from "./policy";

const row = (rung: string, amount: number, urgency: string | null = null, enabled = true) => ({
  rung,
  urgency,
  enabled,
  share: ["first_reminder", "second_reminder", "breach"].includes(rung) ? amount : null,
  minutesAfter: ["first_reminder", "second_reminder", "breach"].includes(rung) ? null : amount,
});
const others = [
  row("first_reminder", 50),
  row("breach", 100),
  row("manager", 120),
  row("manager", 30, "emergency"),
  row("head", 480),
];

describe("a step of the ladder", () => {
  it.each([
    ["between its neighbours", row("second_reminder", 80), null],
    ["a reminder at the end", row("second_reminder", 100), "ladderShare"],
    ["an end that is not the end", row("breach", 90), "ladderShare"],
    ["before the one below it", row("second_reminder", 40), "ladderOrder"],
    ["with the one below it", row("overseer", 480), "ladderOrder"],
    ["above all", row("overseer", 960), null],
    ["of an urgency against its own manager", row("head", 60, "emergency"), null],
    ["of an urgency below its own manager", row("head", 20, "emergency"), "ladderOrder"],
    ["that is off", row("overseer", 1, null, false), null],
  ] as const)("%s", (_what, step, flaw) => expect(flawOf(step, others)).toBe(flaw));
});
