import { describe, expect, it } from "vitest";
import { type Seen, workersAmong } from "./workers-rule";

const one = (memberId: string, over: Partial<Seen>): Seen => ({
  side: "desk",
  memberId,
  isHolder: false,
  isDrafter: false,
  isOnDuty: false,
  works: false,
  leads: false,
  isUrgent: false,
  ...over,
});
const desk = (...seen: Seen[]) => workersAmong(seen).desk;
const askers = (...seen: Seen[]) => workersAmong(seen.map((row) => ({ ...row, side: "asks" }))).askers;

describe("at the desk", () => {
  const [liaison, second, manager] = [
    one("liaison", { works: true }),
    one("second", { works: true }),
    one("manager", { leads: true }),
  ];
  const urgent = (row: Seen, over: Partial<Seen> = {}): Seen => ({ ...row, isUrgent: true, ...over });

  it("works who has it in hand, and nobody else", () => {
    expect(desk(liaison, { ...second, isHolder: true }, manager)).toEqual({
      holder: "second",
      all: ["second"],
    });
  });
  it("works everybody who answers, while nobody has it", () => {
    expect(desk(liaison, second, manager).all).toEqual(["liaison", "second"]);
  });
  it("of urgent work whoever is on duty; without a shift everybody, the managers too", () => {
    expect(desk(urgent(liaison), urgent(second, { isOnDuty: true }), urgent(manager)).all).toEqual([
      "second",
    ]);
    expect(desk(urgent(liaison), urgent(second), urgent(manager)).all).toEqual([
      "liaison",
      "second",
      "manager",
    ]);
  });
  it("hears a manager on duty of ordinary work as well, and the managers where nobody else answers", () => {
    expect(desk(liaison, { ...manager, isOnDuty: true }).all).toEqual(["liaison", "manager"]);
    expect(desk(manager).all).toEqual(["manager"]);
  });
});

describe("in the unit that asks", () => {
  const [drafter, named, commander] = [
    one("drafter", { isDrafter: true }),
    one("named", { works: true }),
    one("commander", { leads: true }),
  ];
  it("works its officer, or else who drafted it, with the investigators of the case", () => {
    expect(askers({ ...one("officer", {}), isHolder: true }, drafter, named, commander)).toEqual({
      holder: "officer",
      all: ["officer", "named"],
    });
    expect(askers(drafter, named, commander).all).toEqual(["drafter", "named"]);
  });
  it("works a commander where all of them are gone", () => {
    expect(askers(one("analyst", {}), commander).all).toEqual(["commander"]);
  });
});
